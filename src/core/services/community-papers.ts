import { assessDossier } from '../../shared/domain/completeness.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import type { CommunityId } from '../../shared/domain/ids.ts';
import type { Community, OfficeProfile } from '../../shared/domain/office.ts';
import { publicText, type PublicText } from '../../shared/domain/public-text.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { dossierEvidence } from '../db/repositories/organization-evidence.ts';
import { organizationsOfCommunity } from '../db/repositories/paper-subjects.ts';
import type { OpenArchive } from '../open-archive.ts';
import { paperBasics, type PaperBasics } from './document-data.ts';
import { boardOf, weekOf } from './disclosure-lists.ts';
import type { FilingPaperData, PaperRules } from './filing-paper-data.ts';

type PaperCommunity = FilingPaperData['community'] & { readonly id: CommunityId };

/** What the letter on missing papers of a community prints (FEATURES B17). */
export interface GapLetterData {
  readonly office: OfficeProfile;
  readonly paperRules: PaperRules;
  readonly community: PaperCommunity;
  readonly writtenOn: IsoDate;
  /** Organizations that lack something, by name. */
  readonly organizations: readonly { readonly name: string; readonly gaps: readonly string[] }[];
}

/** One notice of the week, as the public may read of it. */
export interface PublicBoardItem {
  readonly organizationName: PublicText;
  readonly title: PublicText;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** What the notice board of a community is to show in a week (FEATURES E7). */
export interface NoticeBoardData {
  readonly authorityName: string;
  readonly community: PaperCommunity;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly items: readonly PublicBoardItem[];
}

const communityOf = (reader: Reader, id: CommunityId): Community => {
  const found = listCommunities(reader).find((each) => each.id === id);
  if (found === undefined) throw new CodedError('NOT_FOUND', { what: 'community' });
  return found;
};

const read =
  <Data>(dataOf: (reader: Reader, community: PaperCommunity, basics: PaperBasics) => Data) =>
  ({ store, ports }: OpenArchive, ids: readonly CommunityId[]): Promise<Data[]> =>
    store.read((reader) => {
      const basics = paperBasics(reader, ports.clock.today());
      return ids.map((id) => {
        const { name, settlement } = communityOf(reader, id);
        return dataOf(reader, { id, name, settlement }, basics);
      });
    });

/** @throws CodedError NOT_FOUND */
export const readGapLetters = read<GapLetterData>((reader, community, { office, rules, today }) => ({
  office,
  paperRules: rules.papers,
  community,
  writtenOn: today,
  organizations: organizationsOfCommunity(reader, community.id).flatMap(({ id, name }) => {
    const evidence = dossierEvidence(reader, id);
    const gaps =
      evidence === null ? [] : assessDossier(evidence).gaps.map(({ title }) => title.replaceAll(' ', ''));
    return gaps.length === 0 ? [] : [{ name, gaps }];
  }),
}));

/** The board of the week that runs. @throws CodedError NOT_FOUND */
export const readNoticeBoards = read<NoticeBoardData>((reader, community, { office, today }) => {
  const { from, to } = weekOf(today);
  return {
    authorityName: office.authorityName,
    community,
    from,
    to,
    items: boardOf(reader, { from, to, communityId: community.id }).map((item) => ({
      organizationName: publicText(item.organizationName),
      title: publicText(item.title),
      from: item.from,
      to: item.to,
    })),
  };
});
