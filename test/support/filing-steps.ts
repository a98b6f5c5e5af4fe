import type { OpenArchive } from '../../src/core/open-archive.ts';
import { advanceFiling } from '../../src/core/services/filings-advance.ts';
import { startInitialFiling } from '../../src/core/services/filings-start.ts';
import { getOffice } from '../../src/core/services/office.ts';
import type { EntryMode, Filing, FilingAction, FilingStepInput } from '../../src/shared/domain/filing.ts';
import type { FilingId } from '../../src/shared/domain/ids.ts';
import type { PersonInput } from '../../src/shared/domain/person.ts';
import { danceTeamFacts } from './organization-facts.ts';

/** The retired teacher who leads the dance team. */
export const teamLeader: PersonInput = {
  name: '王秀英',
  sex: 'female',
  birthDate: '1958-07',
  politicalStatus: 'party-member',
  identityKind: null,
  identityNumber: null,
  phone: '13812345678',
};

/** A step with everything it needs on an ordinary day. */
export const stepOf = (
  action: FilingAction,
  actedOn: string,
  more: Partial<FilingStepInput> = {},
): FilingStepInput => ({
  action,
  actor: '李干事',
  opinion: '情况属实',
  actedOn,
  evidence: null,
  attachmentIds: [],
  overrideReason: null,
  notice: action === 'start-notice' ? { place: '社区公示栏', method: '张贴', days: 7 } : null,
  filingNumber: null,
  noticeItems: [],
  correctBy: null,
  objector: null,
  formerCertificate: { outcome: 'collected', by: '李干事', on: actedOn },
  ...more,
});

/** Starts the initial filing of a new dance team. */
export const startTeam = async (
  archive: OpenArchive,
  name = '阳光里夕阳红舞蹈队',
  entryMode: EntryMode = 'live',
): Promise<Filing> => {
  const { communities } = await getOffice(archive);
  const community = communities[0];
  if (community === undefined) throw new Error('the test office has no community');
  return startInitialFiling(archive, {
    facts: danceTeamFacts(community.id, name),
    responsiblePerson: teamLeader,
    entryMode,
  });
};

/** Takes the steps one after another and returns the filing after the last. */
export const takeSteps = async (
  archive: OpenArchive,
  id: FilingId,
  steps: readonly FilingStepInput[],
): Promise<Filing> => {
  let filing: Filing | null = null;
  for (const step of steps) filing = await advanceFiling(archive, id, step);
  if (filing === null) throw new Error('no step was given');
  return filing;
};

/** Application to running notice: 2 November to the notice of 9 to 15 November 2026. */
export const upToNotice: readonly FilingStepInput[] = [
  stepOf('submit', '2026-11-02'),
  stepOf('committee-pass', '2026-11-04'),
  stepOf('street-agree', '2026-11-06'),
  stepOf('start-notice', '2026-11-09'),
];

/** The whole path of policy Art. 2(1)–(2), certificate on 16 November 2026. */
export const upToCertificate: readonly FilingStepInput[] = [
  ...upToNotice,
  stepOf('close-notice', '2026-11-16'),
  stepOf('issue-certificate', '2026-11-16', { actor: '赵主任' }),
];
