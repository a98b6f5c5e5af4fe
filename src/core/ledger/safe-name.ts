/** Device names of Windows, with or without an extension, in any case. */
const deviceName = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const hiddenCharacters = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;
const maxNameBytes = 1024;

/**
 * Why a name from outside must not be used, or null when it is harmless. Nothing is ever written under such a name;
 * the check is for people who unpack the package with another program.
 */
export const unsafeNameReason = (name: string): string | null => {
  if (name === '' || Buffer.byteLength(name) > maxNameBytes) return 'length';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return 'absolute';
  if (name.includes('\\')) return 'backslash';
  if (hiddenCharacters.test(name)) return 'hidden-character';
  if (/[<>:"|?*]/.test(name)) return 'forbidden-character';
  const parts = name.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..')) return 'traversal';
  if (parts.some((part) => /[. ]$/.test(part))) return 'trailing-dot-or-space';
  if (parts.some((part) => deviceName.test(part))) return 'device-name';
  return null;
};

/** What two names become where case, width and composition do not count: they must differ even there. */
export const foldedName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replaceAll('ß', 'ss');
