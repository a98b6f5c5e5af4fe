/** Characters that make a spreadsheet read a text as a formula, full-width twins included (ASVS 5.0, 1.2.10). */
const formulaLeader = /^[=+\-@＝＋－＠\t\r\n\0]/;
/** XML 1.0 knows no other control characters than tab and line breaks. */
// oxlint-disable-next-line no-control-regex -- these are the ones to drop
const controlCharacters = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text that a spreadsheet shows and never runs. */
export const neutralText = (text: string): string => {
  const clean = text.replaceAll(controlCharacters, '');
  return formulaLeader.test(clean) ? `'${clean}` : clean;
};
