import type { Community } from '../../shared/domain/office.ts';
import { narrow, withoutSpaces } from '../../shared/domain/plain-text.ts';

const suffix = /(?:社区居民委员会|居民委员会|村民委员会|社区居委会|村委会|居委会|社区|村)$/;

const plain = (name: string): string => withoutSpaces(narrow(name));

/**
 * Finds communities by the names clerks use: 阳光里, 阳光里社区 and 阳光里社区居委会 are one, unless the street has
 * both 阳光里社区 and 阳光里村; then only the full name will do.
 */
export const communityFinder = (communities: readonly Community[]): ((name: string) => Community | null) => {
  const whole = new Map(communities.map((community) => [plain(community.name), community]));
  const short = new Map<string, Community | null>();
  for (const community of communities) {
    const key = plain(community.name).replace(suffix, '');
    short.set(key, short.has(key) ? null : community);
  }
  return (name) => {
    const asked = plain(name);
    return whole.get(asked) ?? short.get(asked.replace(suffix, '')) ?? null;
  };
};
