/** Offers a file that came over the contract to be saved, under its own name. */
export const saveFile = (file: File): void => {
  const href = URL.createObjectURL(file);
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.download = file.name;
  anchor.click();
  // The browser reads the address after this turn; a minute is long enough and leaves nothing behind.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};
