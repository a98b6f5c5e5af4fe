import { communityInput, type CommunityInput } from '../../../shared/domain/office.ts';

export interface CommunityLine {
  readonly line: number;
  readonly text: string;
}

export interface CommunityLines {
  readonly communities: readonly CommunityInput[];
  /** Lines that are not a community, as they stood. */
  readonly refused: readonly CommunityLine[];
}

const fromLine = (text: string): CommunityInput | null => {
  const cells = text
    .normalize('NFKC')
    .split(/[\t,，;；]|\s{2,}|\s/)
    .filter((cell) => cell !== '');
  const code = cells.find((cell) => /^\d{12}$/.test(cell));
  const name = cells.find((cell) => !/^\d+$/.test(cell) && cell !== '城镇' && cell !== '农村');
  const rural = cells.includes('农村') || /村$|村委会$/.test(name ?? '');
  const parsed = communityInput.safeParse({
    code,
    name,
    settlement: rural ? 'rural' : 'urban',
    settlementClass: cells.find((cell) => /^\d{3}$/.test(cell)) ?? null,
    partyOrganization: null,
    validFrom: null,
    validTo: null,
  });
  return parsed.success ? parsed.data : null;
};

/**
 * Communities from a block pasted out of Excel or WPS: one a line, with a name and a 12-digit code in any order,
 * and optionally the 3-digit urban-rural class or the word 城镇 or 农村. A name ending in 村 counts as rural.
 */
export const communitiesFromText = (text: string): CommunityLines => {
  const communities: CommunityInput[] = [];
  const refused: CommunityLine[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const community = fromLine(line);
    if (community === null || communities.some(({ code }) => code === community.code)) {
      refused.push({ line: index + 1, text: line.trim() });
    } else communities.push(community);
  });
  return { communities, refused };
};
