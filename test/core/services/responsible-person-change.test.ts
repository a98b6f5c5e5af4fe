import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readDossier } from '../../../src/core/services/dossier.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import { saveFilingFacts } from '../../../src/core/services/filings-start.ts';
import { changeResponsiblePerson } from '../../../src/core/services/responsible-person-change.ts';
import { addMember, changeMember } from '../../../src/core/services/roster-changes.ts';
import { readSnapshots } from '../../../src/core/services/roster-snapshots.ts';
import { readRoster } from '../../../src/core/services/roster.ts';
import type { OrganizationId } from '../../../src/shared/domain/ids.ts';
import type { RosterRow } from '../../../src/shared/domain/person.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { memberOf } from '../../support/members.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
let team: OrganizationId;
let heir: RosterRow;
beforeEach(async () => {
  archive = await openTestArchive();
  const filing = await startTeam(archive);
  await takeSteps(archive, filing.id, upToCertificate);
  team = filing.organizationId;
  heir = await addMember(archive, memberOf(team, { name: '李接班', joinedOn: '2022' }));
});
afterEach(() => archive.close());

const roster = () =>
  readRoster(archive, { organizationId: team, text: '', includeFormer: false, asOf: null });
const entry = (row: RosterRow, role: RosterRow['role']) => ({
  membershipId: row.membershipId,
  membership: { role, roleTitle: null, joinedOn: row.joinedOn, remark: null },
  person: {},
});

describe('the responsible person of a filed organization', () => {
  test('is not changed in place, neither by naming another nor by taking the role away', async () => {
    const refusal = { code: 'RESPONSIBLE_PERSON_FILED' };
    await expect(changeMember(archive, entry(heir, 'responsible-person'))).rejects.toMatchObject(refusal);
    const head = (await roster()).find(({ role }) => role === 'responsible-person')!;
    await expect(changeMember(archive, entry(head, 'member'))).rejects.toMatchObject(refusal);
    await expect(
      addMember(archive, memberOf(team, { name: '外人', role: 'responsible-person' })),
    ).rejects.toMatchObject(refusal);
    expect(await changeMember(archive, entry(heir, 'deputy'))).toMatchObject({ role: 'deputy' });
  });

  test('changes by a change filing that begins with the new person, and stays until the new certificate', async () => {
    const { filingId } = await changeResponsiblePerson(archive, {
      organizationId: team,
      personId: heir.personId,
    });
    const filing = await getFiling(archive, filingId);
    expect(filing).toMatchObject({ kind: 'change', state: 'preparing' });
    expect(filing.facts).toEqual({ ...filing.factsBefore, responsiblePersonId: heir.personId });
    expect((await readDossier(archive, team)).responsiblePersonName).toBe('王秀英');
    expect((await roster()).find(({ role }) => role === 'responsible-person')?.name).toBe('王秀英');
  });

  test('is written into the change that is being prepared, and refused while it is examined', async () => {
    const first = await changeResponsiblePerson(archive, { organizationId: team, personId: heir.personId });
    const other = await addMember(archive, memberOf(team, { name: '赵另选' }));
    const again = await changeResponsiblePerson(archive, { organizationId: team, personId: other.personId });
    expect(again).toEqual(first);
    expect((await getFiling(archive, first.filingId)).facts.responsiblePersonId).toBe(other.personId);
    await archive.store.write(
      (writer) => void writer.run(`UPDATE filings SET state = 'applied' WHERE id = ?`, [first.filingId]),
    );
    await expect(
      changeResponsiblePerson(archive, { organizationId: team, personId: heir.personId }),
    ).rejects.toMatchObject({ code: 'FILING_OPEN' });
  });
});

test('the roster is frozen when the certificate is issued', async () => {
  expect(await readSnapshots(archive, team)).toMatchObject([{ cause: 'filing', memberCount: 1 }]);
});

describe('phones on a form', () => {
  test('come masked and go back as they were; a mask that hides nothing known is refused', async () => {
    const { filingId } = await changeResponsiblePerson(archive, {
      organizationId: team,
      personId: heir.personId,
    });
    const { facts } = await getFiling(archive, filingId);
    expect(facts.contactPhone).toBe('138****5678');
    const save = (contactPhone: string | null) =>
      saveFilingFacts(archive, { id: filingId, facts: { ...facts, contactPhone }, responsiblePerson: null });
    const stored = async (): Promise<unknown> =>
      archive.store.read((reader) =>
        reader.get(`SELECT json_extract(facts, '$.contactPhone') AS phone FROM filings WHERE id = ?`, [
          filingId,
        ]),
      );
    await save('138****5678');
    expect(await stored()).toEqual({ phone: '13812345678' });
    await save('13300007712');
    // What the organization has is known as well, so that an emptied box goes back to it.
    await save('138****5678');
    expect(await stored()).toEqual({ phone: '13812345678' });
    await expect(save('139****0000')).rejects.toMatchObject({
      data: { field: 'contactPhone', reason: 'masked' },
    });
  });
});

test('the filing begins with the new person in its facts, in one work', async () => {
  let writes = 0;
  const write: TestArchive['store']['write'] = (work) => {
    writes += 1;
    return archive.store.write(work);
  };
  const counted = { ...archive, store: { ...archive.store, write } };
  const { filingId } = await changeResponsiblePerson(counted, {
    organizationId: team,
    personId: heir.personId,
  });
  expect(writes).toBe(1);
  expect((await getFiling(archive, filingId)).facts.responsiblePersonId).toBe(heir.personId);
});
