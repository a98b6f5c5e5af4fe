import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { storeRecord } from '../../../src/core/services/dossier-records.ts';
import { getOffice, updateOffice } from '../../../src/core/services/office.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { startInitialFiling } from '../../../src/core/services/filings-start.ts';
import { documentSubject, publicKinds, type DocumentSubject } from '../../../src/shared/domain/document.ts';
import { htmlText } from '../../support/document-text.ts';
import { dispositionOf, recordInputOf } from '../../support/sample-records.ts';
import { takeSteps, teamLeader, upToNotice } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { danceTeamFacts } from '../../support/organization-facts.ts';

let archive: TestArchive;
beforeEach(async () => {
  archive = await openTestArchive();
});
afterEach(() => archive.close());

const identityNumber = '990516197101115317';
/** What must not hang on a board, each in a place of its own. */
const secrets = {
  leaderPhone: '13812345678',
  contactPhone: '13900001111',
  founderPhone: '13700002222',
  typedPhone: '136-0000-3333',
  typedIdentity: '99051619710111531X',
  premises: '幸福路3号院2号楼501室',
  memberPhone: '13512345679',
  identityNumber,
  birth: '1971-01',
  officer: '刘办事员',
};

/** An organization with a private number in every place that can hold one, its notice running. */
const fillArchive = async (): Promise<Readonly<Record<DocumentSubject, string>>> => {
  archive.ports.clock.set('2026-11-10T01:00:00.000Z');
  const { profile, communities } = await getOffice(archive);
  await updateOffice(archive, { ...profile, contactName: secrets.officer, contactPhone: '022-12345678' });
  const community = communities[0]!;
  const { id, organizationId } = await startInitialFiling(archive, {
    facts: {
      ...danceTeamFacts(community.id),
      premises: secrets.premises,
      businessScope: `群众舞蹈，联系${secrets.typedPhone}`,
      purpose: `身份证${secrets.typedIdentity}`,
      activityArea: `阳光里社区（电话１３６００００３３３３）`,
      contactName: '李联络',
      contactPhone: secrets.contactPhone,
      founders: [{ name: '赵发起', kind: 'person', phone: secrets.founderPhone, note: null }],
    },
    responsiblePerson: { ...teamLeader, phone: secrets.leaderPhone },
    entryMode: 'live',
  });
  await takeSteps(archive, id, upToNotice);
  await addMember(archive, {
    person: {
      name: '欧阳𠮷祥',
      sex: null,
      birthDate: null,
      politicalStatus: 'party-member',
      identityKind: 'resident-id',
      identityNumber,
      phone: secrets.memberPhone,
    },
    membership: {
      organizationId,
      role: 'member',
      roleTitle: `队员${secrets.memberPhone}`,
      joinedOn: '2021-04',
      leftOn: null,
      remark: secrets.premises,
    },
  });
  const praise = dispositionOf({
    type: 'praise',
    authority: `街道${secrets.typedPhone}`,
    reason: secrets.typedIdentity,
    commendation: {
      form: 'letter',
      facts: `助老，联系${secrets.typedPhone}`,
      presentedOn: null,
      receivedBy: null,
    },
  });
  const { id: record } = await storeRecord(archive, {
    id: null,
    record: recordInputOf(organizationId, praise),
  });
  return {
    organization: organizationId,
    filing: id,
    record,
    certificate: '',
    community: community.id,
    place: '',
    month: '',
    'training-session': '',
    'training-completion': '',
    'service-line': '',
    'service-register': '',
  };
};

it('public papers of a filled archive carry no number, telephone or address of anybody', async () => {
  const subjects = await fillArchive();
  for (const kind of publicKinds) {
    const [prepared] = await paperTemplates[kind].prepare(archive, [subjects[documentSubject[kind]]]);
    const spoken = htmlText(
      renderHtml([prepared!.build(null)]).replaceAll(/<style>@page[\s\S]*?<\/style>/g, ''),
    ).join('\n');
    // It is the right paper, and a full one.
    expect(spoken, kind).toContain('阳光里');
    const narrow = spoken.normalize('NFKC').replaceAll(/[-\s]/g, '');
    for (const [place, secret] of Object.entries(secrets)) {
      expect(narrow, `${kind}: ${place}`).not.toContain(secret.replaceAll('-', ''));
    }
    expect(narrow.replaceAll('02212345678', ''), kind).not.toMatch(/\d{7,}/);
  }
  // The office's own line is how the public is heard.
  const [notice] = await paperTemplates['filing-notice'].prepare(archive, [subjects.filing]);
  expect(renderHtml([notice!.build(null)])).toContain('022-12345678');
});
