import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { readDossier } from '../../../src/core/services/dossier.ts';
import {
  exportQuietOrganizations,
  markActivity,
  readQuietOrganizations,
} from '../../../src/core/services/inactivity.ts';
import type { QuietFilter } from '../../../src/shared/domain/inactivity.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import { filedTeam } from '../../support/ended-organization.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { dispositionOf, recordInputOf, reportOf } from '../../support/sample-records.ts';

let archive: TestArchive;
let organization: OrganizationId;
beforeEach(async () => {
  archive = await openTestArchive();
  organization = await filedTeam(archive);
});
afterEach(() => archive.close());

const quiet = async (filter: Partial<QuietFilter> = {}) =>
  (
    await readQuietOrganizations(archive, {
      filter: { communityIds: [], marked: null, ...filter },
      offset: 0,
      limit: 10,
    })
  ).rows;
const mark = (active: boolean, markedOn = '2027-11-20') =>
  markActivity(archive, {
    organizationId: organization,
    active,
    markedOn,
    markedBy: '李干事',
    reason: '多次走访无人',
  });

describe('an organization without a sign of life', () => {
  test('for twelve months is listed with the last of every sign', async () => {
    archive.ports.clock.set('2027-11-16T01:00:00.000Z');
    expect(await quiet()).toEqual([]);
    archive.ports.clock.set('2027-11-17T01:00:00.000Z');
    expect(await quiet()).toMatchObject([
      {
        organizationId: organization,
        lastReportOn: null,
        lastFilingStepOn: '2026-11-16',
        lastSignOn: '2026-11-16',
        memberCount: 1,
      },
    ]);
    const file = await exportQuietOrganizations(archive, { communityIds: [], marked: null });
    expect(file.name).toBe('长期无活动清单-2027-11-17.xlsx');
  });

  test('is not, once it reports; a disposition is no sign of life', async () => {
    archive.ports.clock.set('2027-11-17T01:00:00.000Z');
    await storeRecord(archive, {
      id: null,
      record: recordInputOf(organization, dispositionOf({ type: 'talk' }), { occurredOn: '2027-11-01' }),
    });
    expect(await quiet()).toHaveLength(1);
    await storeRecord(archive, {
      id: null,
      record: recordInputOf(organization, reportOf({ period: null }), { occurredOn: '2027-01-05' }),
    });
    expect(await quiet()).toEqual([]);
  });
});

describe('the mark', () => {
  test('of inactivity and back, with who, when and why', async () => {
    archive.ports.clock.set('2027-11-20T01:00:00.000Z');
    expect((await mark(false)).status).toBe('inactive');
    expect(await quiet({ marked: true })).toHaveLength(1);
    expect(await quiet({ marked: false })).toEqual([]);
    await expect(mark(false)).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
    expect((await mark(true)).status).toBe('filed');
    const marks = await archive.store.read((reader) =>
      reader.all('SELECT active, marked_by, reason FROM activity_marks ORDER BY id'),
    );
    expect(marks).toEqual([
      { active: 0, marked_by: '李干事', reason: '多次走访无人' },
      { active: 1, marked_by: '李干事', reason: '多次走访无人' },
    ]);
  });

  test('is refused ahead of its day, and of one that was never inactive', async () => {
    await expect(mark(false, '2026-11-24')).rejects.toMatchObject({ code: 'STEP_DATE_INVALID' });
    await expect(mark(true)).rejects.toMatchObject({ code: 'ILLEGAL_STEP' });
    expect((await readDossier(archive, organization)).organization.status).toBe('filed');
  });
});
