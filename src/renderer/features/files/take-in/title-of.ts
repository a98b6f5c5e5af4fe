/** A paper is called what its file is called, without the ending that says its kind. */
export const titleOf = ({ name }: Pick<File, 'name'>): string =>
  (name.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() || name).slice(0, 120);
