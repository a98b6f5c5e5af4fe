import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateStreet } from '../../../scripts/street-generator.ts';
import { insertFiling } from '../../../src/core/db/repositories/filings.ts';
import { factsOf, getOrganization } from '../../../src/core/db/repositories/organizations.ts';
import type { Writer } from '../../../src/core/db/archive-store.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { exportFilings } from '../../../src/core/services/filing-list.ts';
import { listFilings } from '../../../src/core/services/filings.ts';
import { readHome, readHomePeople } from '../../../src/core/services/home.ts';
import { countFound } from '../../../src/core/services/people-list.ts';
import { readEndingTerms } from '../../../src/core/services/role-terms.ts';
import { listOrganizations } from '../../../src/core/services/organizations.ts';
import { filingListStateFrom } from '../../../src/renderer/features/filings/filing-list-state.ts';
import {
  consentPath,
  duePath,
  filingNumbers,
  gapPath,
} from '../../../src/renderer/features/home/home-numbers.ts';
import { listStateFrom } from '../../../src/renderer/features/organizations/list-state.ts';
import { emptyPeopleFilter, peopleFilterFrom } from '../../../src/renderer/features/people/people-state.ts';
import { consentKind } from '../../../src/shared/domain/people.ts';
import { paths } from '../../../src/renderer/app/paths.ts';
import type { HomeFilings, HomeSummary } from '../../../src/shared/contract/home.ts';
import { dueFilter, lackingFilter } from '../../../src/shared/contract/organizations.ts';
import type { FilingState } from '../../../src/shared/domain/filing.ts';
import { filingId, type OrganizationId } from '../../../src/shared/domain/ids.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
let summary: HomeSummary;

/** One open filing in every state that can be open, some past their day. */
const openStates: readonly (readonly [FilingState, dueOn: string | null])[] = [
  ['preparing', null],
  ['applied', '2026-11-20'],
  ['applied', '2026-11-25'],
  ['returned', null],
  ['committee-passed', '2026-11-23'],
  ['street-agreed', '2026-11-01'],
  ['on-notice', '2026-11-22'],
  ['on-notice', '2026-11-30'],
  ['objected', null],
  ['notice-cleared', '2026-12-01'],
];

const openFiling = (
  writer: Writer,
  id: OrganizationId,
  [state, dueOn]: (typeof openStates)[number],
  index: number,
): void => {
  const organization = getOrganization(writer, id);
  if (organization === null) throw new Error('it was just entered');
  insertFiling(writer, {
    id: filingId.parse(`f${index}`),
    organizationId: id,
    kind: 'initial',
    state,
    entryMode: 'live',
    statusBefore: 'preparing',
    facts: factsOf(organization),
    factsBefore: null,
    changeGrounds: null,
    notice: null,
    dueOn,
    filingNumber: null,
    startedOn: '2026-11-01',
    closedOn: null,
    importId: null,
    createdAt: '2026-11-01T01:00:00.000Z',
    updatedAt: '2026-11-01T01:00:00.000Z',
  });
};

const certificate = (writer: Writer, id: OrganizationId, index: number, validTo: string | null): void => {
  writer.run(
    `INSERT INTO certificates (id, organization_id, filing_id, filing_number, kind, issue_reason, printed, issued_on,
       valid_to, issued_by, status, recorded_at)
     VALUES (?, ?, ?, '备1号', 'original', '首次', '{}', '2023-12-01', ?, '赵', 'valid', 'x')`,
    [`t${index}`, id, `f${index}`, validTo],
  );
};

beforeAll(async () => {
  archive = await openTestArchive();
  const ids = await generateStreet(archive, { organizations: 60, membersPerOrganization: 3, seed: 5 });
  await archive.store.write((writer) => {
    ids.slice(0, openStates.length).forEach((id, index) => {
      const open = openStates[index];
      if (open !== undefined) openFiling(writer, id, open, index);
    });
    ['2026-11-22', '2026-11-23', '2026-12-20', '2027-06-01', null].forEach((validTo, index) => {
      const id = ids[index];
      if (id !== undefined) certificate(writer, id, index, validTo);
    });
  });
  const filed = ids.slice(20, 24);
  for (const [index, organizationId] of filed.entries()) {
    await storeRecord(archive, {
      id: null,
      record: {
        organizationId,
        occurredOn: '2026-10-01',
        title: '责令整改',
        content: {
          kind: 'disposition',
          authority: '新河街道办事处',
          type: 'rectify',
          documentNumber: null,
          reason: '台账不全',
          basis: null,
          result: '限期整改',
          deliveredOn: null,
          deliveredTo: null,
          commendation: null,
          rectification: {
            dueOn: ['2026-11-01', '2026-11-23', '2026-12-08', '2026-12-09'][index] ?? '',
            closedOn: null,
            outcome: null,
            closedBy: null,
          },
        },
      },
    }).catch((error: unknown) => {
      // An ended organization's dossier takes no records; the seed decides which are.
      if ((error as { code?: string }).code !== 'DOSSIER_SEALED') throw error;
    });
  }
  summary = await readHome(archive);
});
afterAll(() => archive.close());

const queryOf = (address: string): URLSearchParams => new URL(address, 'http://archive').searchParams;

/** How long the list is that an address opens, asked as its screen asks. */
const lengthOf = async (address: string): Promise<number> => {
  if (address.startsWith('/filings')) {
    const { states, kinds, due, withClosed } = filingListStateFrom(queryOf(address));
    const openOnly = !withClosed && states.length === 0;
    return (await listFilings(archive, { states, kinds, due, openOnly, offset: 0, limit: 200 })).rows.length;
  }
  const { filter, sort } = listStateFrom(queryOf(address));
  return (await listOrganizations(archive, { filter, sort, offset: 0, limit: 200 })).rows.length;
};

describe('every number of the first screen is the length of the list it opens', () => {
  const filingKeys = Object.keys(filingNumbers) as (keyof HomeFilings)[];
  test.each(filingKeys)('filings: %s', async (key) => {
    expect(summary.filings[key]).toBe(await lengthOf(filingNumbers[key].to));
  });
  test.each(lackingFilter.options)('gap: %s', async (code) => {
    expect(summary.gaps[code]).toBe(await lengthOf(gapPath(code)));
  });
  test.each(dueFilter.options)('due: %s', async (due) => {
    expect(summary.due[due]).toBe(await lengthOf(duePath(due)));
  });

  test('communities and classes', async () => {
    for (const { communityId, organizations } of summary.byCommunity)
      expect(organizations).toBe(await lengthOf(paths.organizationsWhere({ community: communityId })));
    for (const { fourClass, organizations } of summary.byClass)
      if (fourClass !== null)
        expect(organizations).toBe(await lengthOf(paths.organizationsWhere({ class: fourClass })));
  });

  test('and not all of them are nought', () => {
    expect(summary.filings).toEqual({
      open: 10,
      drafts: 2,
      awaitingCommittee: 2,
      awaitingStreet: 1,
      awaitingNotice: 1,
      onNotice: 2,
      objected: 1,
      noticesEnded: 2,
      overdue: 3,
    });
    expect(summary.due).toEqual({ 'certificate-expired': 1, 'certificate-expiring': 2, 'matter-soon': 2 });
    expect(summary.gaps.any).toBeGreaterThan(0);
    expect(summary.gaps['committee-report']).toBeGreaterThan(0);
    expect(summary.gaps['overdue-matter']).toBe(1);
  });
});

test('showing the first screen again writes nothing', async () => {
  const version = () => archive.store.read((reader) => reader.get('PRAGMA data_version'));
  await readHome(archive);
  const before = await version();
  await readHome(archive);
  expect(await version()).toEqual(before);
});

test('the list of filings leaves as shown, dates and days included', async () => {
  const file = await exportFilings(archive, { states: [], kinds: [], openOnly: true, due: 'overdue' });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await file.arrayBuffer());
  const lines = workbook.worksheets[0]?.getSheetValues().slice(4) as unknown[][];
  expect(lines.map((line) => [line[5], line[7], line[8]])).toEqual([
    ['待公示', '2026-11-01', 22],
    ['待初审', '2026-11-20', 3],
    ['公示中', '2026-11-22', 1],
  ]);
});

test('people are counted once, however many rosters they are on, and each number is the length of its list', async () => {
  const { memberCount, partyMemberCount, endingTerms, lacksConsents } = await readHomePeople(archive);
  expect(memberCount).toBe((await countFound(archive, emptyPeopleFilter)).total);
  expect(partyMemberCount).toBe(
    (await countFound(archive, { ...emptyPeopleFilter, tags: ['party-member'] })).total,
  );
  expect(endingTerms).toBe((await readEndingTerms(archive)).length);
  for (const kind of consentKind.options) {
    const filter = peopleFilterFrom(queryOf(consentPath(kind)));
    expect(filter.lacksConsent).toBe(kind);
    expect(lacksConsents[kind]).toBe((await countFound(archive, filter)).total);
  }
  expect(lacksConsents.membership).toBe(memberCount);
  const rows = await archive.store.read((reader) =>
    reader.get<{ memberships: number }>('SELECT count(*) AS memberships FROM memberships'),
  );
  expect(memberCount).toBeLessThan(rows?.memberships ?? 0);
});
