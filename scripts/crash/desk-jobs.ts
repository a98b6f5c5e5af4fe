import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { applyAreaChange, undoAreaChange } from '../../src/core/services/area-changes.ts';
import { archiveYear, changeItem, readCandidates, readItems } from '../../src/core/services/archiving.ts';
import { addPaper, removePaper } from '../../src/core/services/dossier-files.ts';
import { storeRecord } from '../../src/core/services/dossier-records.ts';
import { sealDossier, unsealDossier } from '../../src/core/services/dossier-seal.ts';
import { mergePeople, undoMerge } from '../../src/core/services/person-merges.ts';
import { emptyRecycleBin } from '../../src/core/services/recycle-bin.ts';
import { addMember } from '../../src/core/services/roster-changes.ts';
import { scanDeskOf } from '../../src/core/services/scan-desk.ts';
import { takeIn } from '../../src/core/services/scan-inbox.ts';
import { unwatched } from '../../src/core/services/watched-work.ts';
import { communityId, organizationId, type OrganizationId } from '../../src/shared/domain/ids.ts';
import { emptyGroup, type SurveyContent } from '../../src/shared/domain/survey.ts';
import { scansFolder, type Acknowledgement } from './acknowledgement.ts';

/** What a clerk does at the desk, over and over; every promise of the core is said. */
type DeskJob = (archive: OpenArchive, say: (line: Acknowledgement) => void) => Promise<never>;

const day = '2026-03-02';

const idsOf = (archive: OpenArchive, sql: string): Promise<readonly string[]> =>
  archive.store.read((reader) => reader.all<{ id: string }>(sql).map(({ id }) => id));

const someOrganizations = async (archive: OpenArchive): Promise<readonly OrganizationId[]> => {
  const ids = await idsOf(
    archive,
    "SELECT id FROM organizations WHERE status = 'filed' ORDER BY name_pinyin, id LIMIT 6",
  );
  return ids.map((id) => organizationId.parse(id));
};

const nth = <T>(from: readonly T[], round: number): T => {
  const one = from[round % from.length];
  if (one === undefined) throw new Error('nothing to work on');
  return one;
};

/** Scans of several papers, each another file for the archive by a comment at its end. */
export const scanOn: DeskJob = async (archive, say) => {
  const folder = join(archive.ports.paths.archive, '..', scansFolder);
  const scans = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  for (let round = 0; ; round++) {
    const bytes = Buffer.concat([nth(scans, round), Buffer.from(`\n%${round}\n`)]);
    const { item } = await takeIn(archive, `扫描${round}.pdf`, new Uint8Array(bytes));
    say({ what: 'scan', id: item.id, sha256: item.paper.sha256 });
    await scanDeskOf(archive).readAll(unwatched);
    say({ what: 'scan-read', id: item.id });
  }
};

export const papersOn: DeskJob = async (archive, say) => {
  const organizations = await someOrganizations(archive);
  for (let round = 0; ; round++) {
    const target = {
      to: 'dossier',
      organizationId: nth(organizations, round),
      part: 'disclosures',
      recordId: null,
      title: `公示照片${round}`,
      note: null,
    } as const;
    const text = `%PDF-1.4\n% ${archive.ports.random.id()}\n${'样例 '.repeat(40_000)}\n%%EOF\n`;
    const { file } = await addPaper(archive, {
      target,
      file: new File([text], `${round}.pdf`),
      evenIfSame: true,
    });
    const attachmentId = file?.versions[0]?.attachment.id;
    if (file === null || attachmentId === undefined) throw new Error('nothing was added');
    say({ what: 'paper', id: file.id, attachmentId });
    if (round % 2 === 0) continue;
    await removePaper(archive, file.id);
    await emptyRecycleBin(archive, { items: [{ what: 'file', id: file.id }], count: 1 });
    say({ what: 'paper-gone', id: file.id });
  }
};

export const archiveOn: DeskJob = async (archive, say) => {
  const organizations = await someOrganizations(archive);
  const wanted = { year: 2026, organizationId: null };
  let items = 0;
  for (let round = 0; ; round++) {
    for (const id of organizations) {
      await storeRecord(archive, {
        id: null,
        record: {
          organizationId: id,
          occurredOn: day,
          title: `第${round}次活动评价`,
          content: {
            kind: 'meeting-vote',
            subject: 'other',
            place: null,
            expected: 9,
            present: 9,
            inFavour: 9,
            against: 0,
            abstained: 0,
            resolution: '同意',
          },
        },
      });
    }
    const { total: count } = await readCandidates(archive, { ...wanted, offset: 0, limit: 1 });
    items += (await archiveYear(archive, { ...wanted, archivedBy: '钱档案', count })).archived;
    say({ what: 'archived', items });
    const page = await readItems(archive, {
      organizationId: nth(organizations, round),
      year: null,
      retention: null,
      text: '',
      offset: round,
      limit: 1,
    });
    const [item] = page.rows;
    if (item === undefined) continue;
    const { title, responsible, documentNumber, datedOn, secrecy, remark } = item;
    const facts = { title, responsible, documentNumber, datedOn, secrecy, remark, pages: round + 1 };
    await changeItem(archive, { id: item.id, by: '钱档案', reason: '补录页数', facts });
    say({ what: 'item-changed', id: item.id, pages: round + 1 });
  }
};

export const sealOn: DeskJob = async (archive, say) => {
  const [id] = await idsOf(
    archive,
    "SELECT id FROM organizations WHERE status = 'dissolved' ORDER BY id LIMIT 1",
  );
  const ended = organizationId.parse(id);
  for (let round = 1; ; round++) {
    await sealDossier(archive, { organizationId: ended, sealedBy: '钱档案', sealedOn: day, exitedOn: day });
    say({ what: 'seal', organizationId: ended, sealed: round, opened: round - 1 });
    await unsealDossier(archive, { organizationId: ended, openedBy: '钱档案', reason: '补一份材料' });
    say({ what: 'seal', organizationId: ended, sealed: round, opened: round });
  }
};

const enterMember = async (
  archive: OpenArchive,
  say: (line: Acknowledgement) => void,
  id: OrganizationId,
  name: string,
) => {
  const row = await addMember(archive, {
    person: {
      name,
      sex: 'female',
      birthDate: '1956-04',
      politicalStatus: 'masses',
      identityKind: null,
      identityNumber: null,
      phone: null,
    },
    membership: {
      organizationId: id,
      role: 'member',
      roleTitle: null,
      joinedOn: '2020',
      leftOn: null,
      remark: null,
    },
    guardianConsent: null,
  });
  say({ what: 'member', id: row.personId, organizationId: id });
  return row.personId;
};

export const mergeOn: DeskJob = async (archive, say) => {
  const organizations = await someOrganizations(archive);
  for (let round = 0; ; round++) {
    const keptId = await enterMember(archive, say, nth(organizations, round), `重名${round}`);
    const mergedId = await enterMember(archive, say, nth(organizations, round + 1), `重名${round}`);
    const { id } = await mergePeople(archive, { keptId, mergedId, take: [] });
    say({ what: 'merged', id, keptId, mergedId });
    if (round % 2 === 0) continue;
    await undoMerge(archive, id);
    say({ what: 'merge-undone', id });
  }
};

export const areasOn: DeskJob = async (archive, say) => {
  const communities = await idsOf(archive, 'SELECT id FROM communities ORDER BY code');
  const decided = { effectiveOn: day, basis: '新政发〔2026〕3号' };
  for (let round = 0; ; round++) {
    const from = communityId.parse(nth(communities, 0));
    const moving = await idsOf(
      archive,
      `SELECT id FROM organizations WHERE community_id = '${from}' AND status = 'filed'`,
    );
    const split = await applyAreaChange(archive, {
      kind: 'split',
      communityId: from,
      into: {
        name: `新设第${round}社区`,
        code: `990101009${String(round).padStart(3, '0')}`,
        settlement: 'urban',
        settlementClass: null,
        partyOrganization: null,
      },
      organizationIds: moving.map((id) => organizationId.parse(id)),
      ...decided,
    });
    say({ what: 'area', id: split.id, moves: split.organizations });
    await undoAreaChange(archive, split.id);
    say({ what: 'area-undone', id: split.id });
    const merge = await applyAreaChange(archive, {
      kind: 'merge',
      communityIds: communities.slice(0, 2).map((id) => communityId.parse(id)),
      into: { communityId: from },
      ...decided,
    });
    say({ what: 'area', id: merge.id, moves: merge.organizations });
    await undoAreaChange(archive, merge.id);
    say({ what: 'area-undone', id: merge.id });
  }
};

const survey = (sheets: readonly string[]): SurveyContent => ({
  kind: 'survey',
  period: null,
  items: ['服务质量', '活动开展'],
  scale: { satisfied: 100, mostlySatisfied: 80, dissatisfied: 0, unknownCounts: false, alertBelow: 80 },
  weights: { committees: 1, residents: 1, units: 1 },
  minimumBallots: 5,
  entry: 'sheets',
  batches: [],
  groups: {
    committees: emptyGroup,
    residents: { ...emptyGroup, issued: 2000, returned: sheets.length, sheets: [...sheets] },
    units: emptyGroup,
  },
  closedOn: null,
  imbalanceReason: null,
  followUp: null,
});

export const surveyOn: DeskJob = async (archive, say) => {
  const [organization] = await someOrganizations(archive);
  if (organization === undefined) throw new Error('nothing to work on');
  const record = (sheets: readonly string[]) => ({
    organizationId: organization,
    occurredOn: day,
    title: '满意度测评',
    content: survey(sheets),
  });
  const sheets: string[] = [];
  const { id } = await storeRecord(archive, { id: null, record: record(sheets) });
  for (;;) {
    sheets.push(nth(['ss', 'sm', 'md', 'uu'], sheets.length));
    await storeRecord(archive, { id, record: record(sheets) });
    say({ what: 'ballots', id, sheets: sheets.length });
  }
};
