import { allowedActions } from '../../src/shared/domain/filing-state-machine.ts';
import { copyDocument, copyHolder, type Filing, type FilingStep } from '../../src/shared/domain/filing.ts';
import { communityId, filingId, organizationId, personId } from '../../src/shared/domain/ids.ts';
import type { OrganizationFacts } from '../../src/shared/domain/organization.ts';

/** Facts of a new club of which little is typed yet. */
export const clubFactsOf = (change: Partial<OrganizationFacts> = {}): OrganizationFacts => ({
  name: '阳光里晚霞书画社',
  shortName: null,
  communityId: communityId.parse('c1'),
  categories: { 'four-class': 'culture-sports', domain: null, 'six-class': null, nature: null },
  activityArea: null,
  premises: '党群服务中心',
  premisesSource: null,
  premisesAreaSquareMetres: null,
  businessScope: null,
  purpose: null,
  funds: null,
  fallbackParty: null,
  partyAdviser: null,
  responsiblePersonId: personId.parse('p1'),
  contactName: null,
  contactPhone: null,
  foundedOn: null,
  charterAdoptedOn: null,
  foundingVote: null,
  founders: [],
  declaredMemberCount: null,
  remark: null,
  ...change,
});

export const filingStepOf = (change: Partial<FilingStep> = {}): FilingStep => ({
  sequence: 1,
  action: 'submit',
  fromState: 'preparing',
  toState: 'applied',
  actor: '王桂英',
  opinion: null,
  actedOn: '2026-11-02',
  recordedAt: '2026-11-02T01:00:00.000Z',
  evidence: null,
  attachmentIds: [],
  overrideReason: null,
  documentNumber: null,
  noticeItems: [],
  correctBy: null,
  backEntry: false,
  ...change,
});

/** A filing as the core reads it; what may be done follows from kind, state and mode. */
export const filingOf = (change: Partial<Filing> = {}): Filing => {
  const { kind = 'initial', state = 'preparing', entryMode = 'live' } = change;
  return {
    id: filingId.parse('f1'),
    organizationId: organizationId.parse('o1'),
    organizationName: '阳光里晚霞书画社',
    communityName: '阳光里社区',
    kind,
    state,
    entryMode,
    facts: clubFactsOf(),
    factsBefore: null,
    changeGrounds: null,
    steps: [],
    notice: null,
    objections: [],
    photos: [],
    formerCertificate: null,
    copies: copyDocument.options.flatMap((document) =>
      copyHolder.options.map((holder) => ({ document, holder, receivedOn: null, signer: null })),
    ),
    attachments: [],
    certificateId: null,
    filingNumber: null,
    dueOn: null,
    allowedActions: [...allowedActions(kind, state, entryMode)],
    createdAt: '2026-11-01T01:00:00.000Z',
    updatedAt: '2026-11-01T01:00:00.000Z',
    ...change,
  };
};
