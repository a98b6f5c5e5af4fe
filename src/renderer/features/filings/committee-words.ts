import type { Community } from '../../../shared/domain/office.ts';

/** What a community's committee is called in the office, e.g. 阳光里社区居委会. */
export const committeeWords = ({ name, settlement }: Pick<Community, 'name' | 'settlement'>): string => {
  if (/(委员会|居委会|村委会)$/.test(name)) return name;
  return `${name}${settlement === 'urban' ? '居委会' : '村委会'}`;
};
