import type { ContractRouterClient } from '@orpc/contract';
import type { contract } from '../../src/shared/contract/index.ts';
import { archiveItemId, rulePackId } from '../../src/shared/domain/ids.ts';
import type { Known } from './known.ts';

type Contract = typeof contract;
export type Client = ContractRouterClient<Contract>;

type Procedure = {
  [A in keyof Contract]: `${A}.${keyof Contract[A] & string}`;
}[keyof Contract];

/** One look at a screen. */
type Look = (client: Client, known: Known) => Promise<unknown>;
type Looks = Readonly<Record<string, Look>>;

/** Changes something, or does nothing that grows with the archive. */
const noScreen = null;

const page = { offset: 0, limit: 50 };
const last = (total: number) => ({ offset: Math.max(0, total - 50), limit: 50 });
const nowhere = { text: '', communityIds: [] };
const organizations = {
  ...nowhere,
  statuses: [],
  fourClasses: [],
  settlement: null,
  proposedRegistration: null,
  lacking: null,
  due: null,
};
const byName = { by: 'name', descending: false } as const;
const people = {
  ...nowhere,
  tags: [],
  politicalStatuses: [],
  ageBands: [],
  organizations: null,
  lacksConsent: null,
  stages: [],
  bodies: [],
};
const filings = { states: [], kinds: [], openOnly: false };
const certificates = { ...nowhere, statuses: [], concern: null };
const exits = { ...nowhere, kinds: [], sealed: null };
const dispositions = { ...nowhere, types: [], authorities: [], rectification: null };
const items = { organizationId: null, year: null, retention: null, text: '' };
const plan = { ...nowhere, period: '', reported: null };
const surveys = { ...nowhere, year: null, closed: null, lowOnly: false };
const surveySort = { by: 'date', descending: true } as const;

/** The latest period of reports, as the screen opens it. */
const periodOf = async (client: Client): Promise<string> =>
  (await client.reports.periods()).at(0)?.code ?? '';

/**
 * Procedures of the contract with the inputs that screens give them, or null where it is no screen. The walk tells which
 * are not named here.
 */
export const screens: Readonly<Partial<Record<Procedure, Looks | null>>> = {
  'archive.status': noScreen,
  'archive.create': noScreen,
  'archive.createSample': noScreen,
  'archive.unlock': noScreen,
  'archive.recover': noScreen,
  'archive.lock': noScreen,
  'archive.changePassword': noScreen,
  'archive.renewRecoveryCode': noScreen,
  'office.get': { all: (c) => c.office.get() },
  'office.update': noScreen,
  'office.saveCommunity': noScreen,
  'issuedPapers.list': {
    'first page': (c) => c.issuedPapers.list({ filter: { text: '', only: null }, ...page }),
  },
  'issuedPapers.exportList': {
    'export of all': (c) => c.issuedPapers.exportList({ filter: { text: '', only: null } }),
  },
  'issuedPapers.voidCopies': noScreen,
  'issuedPapers.keptFile': noScreen,
  'seals.state': { all: (c) => c.seals.state() },
  'seals.setPicture': noScreen,
  'seals.removePicture': noScreen,
  'seals.setPermission': noScreen,
  'seals.uses': {
    'first page': (c) => c.seals.uses({ filter: { text: '', month: null, method: null }, ...page }),
  },
  'seals.exportUses': {
    'export of all': (c) => c.seals.exportUses({ filter: { text: '', month: null, method: null } }),
  },
  'seals.recordHandUse': noScreen,
  'seals.strikeUse': noScreen,
  'areas.preview': {
    'rename of a community': (c, { community }) =>
      c.areas.preview({
        kind: 'rename',
        communityId: community,
        into: {
          name: '新名社区',
          code: '990101001999',
          settlement: 'urban',
          settlementClass: null,
          partyOrganization: null,
        },
        effectiveOn: '2026-11-20',
        basis: '新政发〔2026〕3号',
      }),
  },
  'areas.apply': noScreen,
  'areas.list': { all: (c) => c.areas.list() },
  'areas.undo': noScreen,
  'areas.counts': { 'of a day': (c) => c.areas.counts({ on: '2020-07-01' }) },
  'rules.current': { today: (c) => c.rules.current({ on: null }) },
  'rules.list': { all: (c) => c.rules.list() },
  'rules.save': noScreen,
  'rules.importFile': noScreen,
  'rules.exportFile': { one: (c, { rulePack }) => c.rules.exportFile({ id: rulePackId.parse(rulePack) }) },
  'rules.previewFilingNumber': noScreen,
  'rules.importCalendar': noScreen,
  'home.summary': { all: (c) => c.home.summary() },
  'home.people': { all: (c) => c.home.people() },
  'search.atHand': {
    'one visited': (c, { organization }) =>
      c.search.atHand({ visited: [{ kind: 'organization', id: organization }] }),
  },
  'search.setFavourite': noScreen,
  'search.query': {
    'one character': (c) => c.search.query({ text: '王', kind: null, limit: 6 }),
    'all of one kind': (c) => c.search.query({ text: '舞蹈', kind: 'organization', limit: 200 }),
    'all people': (c) => c.search.query({ text: '英', kind: 'person', limit: 200 }),
  },
  'views.list': { all: (c) => c.views.list() },
  'views.save': noScreen,
  'views.rename': noScreen,
  'views.reorder': noScreen,
  'views.remove': noScreen,
  'organizations.list': {
    'first page': (c) => c.organizations.list({ filter: organizations, sort: byName, ...page }),
    'last page': (c, k) =>
      c.organizations.list({ filter: organizations, sort: byName, ...last(k.organizations) }),
    'last page by members': (c, k) =>
      c.organizations.list({
        filter: organizations,
        sort: { by: 'member-count', descending: true },
        ...last(k.organizations),
      }),
    'one character': (c) =>
      c.organizations.list({ filter: { ...organizations, text: '队' }, sort: byName, ...page }),
    'phone tail': (c) =>
      c.organizations.list({ filter: { ...organizations, text: '0042' }, sort: byName, ...page }),
    incomplete: (c) =>
      c.organizations.list({ filter: { ...organizations, lacking: 'any' }, sort: byName, ...page }),
    'owing a disclosure': (c) =>
      c.organizations.list({ filter: { ...organizations, lacking: 'disclosure' }, sort: byName, ...page }),
    'a matter soon': (c) =>
      c.organizations.list({ filter: { ...organizations, due: 'matter-soon' }, sort: byName, ...page }),
  },
  'organizations.exportList': {
    'export of all': (c) => c.organizations.exportList({ filter: organizations, sort: byName }),
  },
  'organizations.dossier': {
    usual: (c, { organization: id }) => c.organizations.dossier({ id }),
    'with 2,000 members': (c, { largest: id }) => c.organizations.dossier({ id }),
  },
  'organizations.versions': { usual: (c, { organization: id }) => c.organizations.versions({ id }) },
  'organizations.updateFacts': noScreen,
  'organizations.checkName': {
    'a near name': (c) => c.organizations.checkName({ name: '阳光里夕阳红舞蹈团', exceptId: null }),
  },
  'roster.list': {
    usual: (c, { organization: organizationId }) =>
      c.roster.list({ organizationId, text: '', includeFormer: false }),
    'of 2,000': (c, { largest: organizationId }) =>
      c.roster.list({ organizationId, text: '', includeFormer: true }),
    'of 2,000 on a day': (c, { largest: organizationId }) =>
      c.roster.list({ organizationId, text: '', includeFormer: false, asOf: '2022-01-01' }),
  },
  'roster.exportList': {
    'export of 2,000': (c, { largest: organizationId }) =>
      c.roster.exportList({ organizationId, text: '', includeFormer: true }),
  },
  'roster.add': noScreen,
  'roster.addMany': noScreen,
  'roster.update': noScreen,
  'roster.remove': noScreen,
  'roster.leave': noScreen,
  'roster.undoLeave': noScreen,
  'roster.rejoin': noScreen,
  'roster.changeResponsiblePerson': noScreen,
  'roster.history': {
    one: (c, { largest: organizationId, person }) => c.roster.history({ organizationId, personId: person }),
  },
  'roster.structure': {
    'of 2,000': (c, { largest: organizationId }) => c.roster.structure({ organizationId, asOf: null }),
  },
  'roster.snapshots': { one: (c, { largest: organizationId }) => c.roster.snapshots({ organizationId }) },
  'roster.snapshotRows': noScreen,
  'roster.takeSnapshot': noScreen,
  'roster.findPeople': {
    'a common name': (c) => c.roster.findPeople({ name: '王秀英', identityNumber: null }),
  },
  'people.list': {
    'first page': (c) => c.people.list({ filter: people, after: null, limit: 100 }),
    'one character': (c) => c.people.list({ filter: { ...people, text: '英' }, after: null, limit: 100 }),
    'two characters': (c) => c.people.list({ filter: { ...people, text: '秀英' }, after: null, limit: 100 }),
    'a rare character': (c) => c.people.list({ filter: { ...people, text: '𠮷' }, after: null, limit: 100 }),
    'nobody has it': (c) => c.people.list({ filter: { ...people, text: '龘' }, after: null, limit: 100 }),
    'over 70': (c) => c.people.list({ filter: { ...people, ageBands: ['70-up'] }, after: null, limit: 100 }),
    'of three organizations': (c) =>
      c.people.list({ filter: { ...people, organizations: 'three' }, after: null, limit: 100 }),
    'without a consent': (c) =>
      c.people.list({ filter: { ...people, lacksConsent: 'membership' }, after: null, limit: 100 }),
    'of a community': (c, { community }) =>
      c.people.list({ filter: { ...people, communityIds: [community] }, after: null, limit: 100 }),
  },
  'people.count': {
    everybody: (c) => c.people.count({ filter: people }),
    'one character': (c) => c.people.count({ filter: { ...people, text: '英' } }),
    'of three organizations': (c) => c.people.count({ filter: { ...people, organizations: 'three' } }),
    'over 70': (c) => c.people.count({ filter: { ...people, ageBands: ['70-up'] } }),
    'without a consent': (c) => c.people.count({ filter: { ...people, lacksConsent: 'membership' } }),
    'one community and an age band': (c, { community }) =>
      c.people.count({ filter: { ...people, communityIds: [community], ageBands: ['60-69'] } }),
  },
  'people.exportList': { 'export of 20,000': (c) => c.people.exportList({ filter: people }) },
  'people.summary': { all: (c) => c.people.summary() },
  'people.get': { one: (c, { person: id }) => c.people.get({ id }) },
  'people.setTags': noScreen,
  'people.saveDetails': noScreen,
  'people.addConsent': noScreen,
  'people.revokeConsent': noScreen,
  'people.reachStage': noScreen,
  'people.removeStage': noScreen,
  'people.savePost': noScreen,
  'people.removePost': noScreen,
  'people.saveTerm': noScreen,
  'people.removeTerm': noScreen,
  'people.endingTerms': { all: (c) => c.people.endingTerms() },
  'people.exportEndingTerms': { 'export of all': (c) => c.people.exportEndingTerms() },
  'people.duplicates': { all: (c) => c.people.duplicates() },
  'people.tellApart': noScreen,
  'people.mergePreview': noScreen,
  'people.merge': noScreen,
  'people.merges': { all: (c) => c.people.merges() },
  'people.undoMerge': noScreen,
  'reveals.reveal': noScreen,
  'reveals.list': { 'first page': (c) => c.reveals.list({ before: null, limit: 50 }) },
  'reveals.exportList': { 'export of all': (c) => c.reveals.exportList() },
  'records.list': {
    'of a dossier': (c, { organization: organizationId }) => c.records.list({ organizationId, part: null }),
  },
  'records.get': { one: (c, { disclosure: id }) => c.records.get({ id }) },
  'records.save': noScreen,
  'records.remove': noScreen,
  'records.restore': noScreen,
  'records.listDeleted': { all: (c) => c.records.listDeleted({}) },
  'reports.periods': { all: (c) => c.reports.periods() },
  'reports.communities': {
    'latest period': async (c) => c.reports.communities({ period: await periodOf(c) }),
  },
  'reports.plan': {
    'first page': async (c) => c.reports.plan({ filter: { ...plan, period: await periodOf(c) }, ...page }),
    'last page': async (c, k) =>
      c.reports.plan({ filter: { ...plan, period: await periodOf(c) }, ...last(k.organizations * 0.7) }),
    overdue: async (c) =>
      c.reports.plan({ filter: { ...plan, reported: false, period: await periodOf(c) }, ...page }),
  },
  'reports.exportPlan': {
    'export of all': async (c) => c.reports.exportPlan({ filter: { ...plan, period: await periodOf(c) } }),
  },
  'reports.surveys': {
    'first page': (c) => c.reports.surveys({ filter: surveys, sort: surveySort, ...page }),
    'last page': (c, k) =>
      c.reports.surveys({ filter: surveys, sort: surveySort, ...last(k.organizations * 1.6) }),
    'low ones by name': (c) =>
      c.reports.surveys({ filter: { ...surveys, lowOnly: true }, sort: byName, ...page }),
  },
  'reports.exportSurveys': {
    'export of all': (c) => c.reports.exportSurveys({ filter: surveys, sort: surveySort }),
  },
  'reports.decisions': {
    'first page': (c) => c.reports.decisions({ filter: { ...nowhere, year: null, uses: [] }, ...page }),
  },
  'reports.exportDecisions': {
    'export of all': (c) => c.reports.exportDecisions({ filter: { ...nowhere, year: null, uses: [] } }),
  },
  'reports.followUps': {
    'first page': (c) => c.reports.followUps({ filter: { ...nowhere, openOnly: true }, ...page }),
  },
  'reports.exportFollowUps': {
    'export of all': (c) => c.reports.exportFollowUps({ filter: { ...nowhere, openOnly: false } }),
  },
  'reports.ballotPage': noScreen,
  'reports.takeBallots': noScreen,
  'files.list': {
    'of a dossier': (c, { organization: organizationId }) => c.files.list({ organizationId, recordId: null }),
  },
  'files.add': noScreen,
  'files.update': noScreen,
  'files.parts': { all: (c) => c.files.parts() },
  'files.saveParts': noScreen,
  'files.remove': noScreen,
  'files.restore': noScreen,
  'files.file': noScreen,
  'files.view': noScreen,
  'files.page': noScreen,
  'scans.list': {
    waiting: (c) => c.scans.list({ state: 'waiting' }),
    filed: (c) => c.scans.list({ state: 'filed' }),
  },
  'scans.counts': { all: (c) => c.scans.counts() },
  'scans.takeIn': noScreen,
  'scans.read': noScreen,
  'scans.file': noScreen,
  'scans.undo': noScreen,
  'scans.setAside': noScreen,
  'scans.bringBack': noScreen,
  'scans.places': {
    'of a dossier': (c, { organization: organizationId }) => c.scans.places({ organizationId }),
  },
  'scans.folder': noScreen,
  'safekeeping.fixity': { all: (c) => c.safekeeping.fixity() },
  'safekeeping.setFixityDays': noScreen,
  'safekeeping.checkFixity': noScreen,
  'safekeeping.exportFixity': { 'export of all': (c) => c.safekeeping.exportFixity() },
  'safekeeping.emptyRecycleBin': noScreen,
  'archiving.candidates': {
    'of this year': (c) => c.archiving.candidates({ year: 2026, organizationId: null, ...page }),
    'of a dossier': (c, { organization: organizationId }) =>
      c.archiving.candidates({ year: 2026, organizationId, ...page }),
  },
  'archiving.archive': noScreen,
  'archiving.items': {
    'first page': (c) => c.archiving.items({ ...items, ...page }),
    'last page': (c, k) => c.archiving.items({ ...items, ...last(k.items) }),
    'one character': (c) => c.archiving.items({ ...items, text: '队', ...page }),
    'a word nobody has': (c) => c.archiving.items({ ...items, text: '龙舟竞渡', ...page }),
    'of a year': (c) => c.archiving.items({ ...items, year: 2023, ...page }),
  },
  'archiving.exportItems': {
    'export of a year': (c) => c.archiving.exportItems({ ...items, year: 2023 }),
  },
  'archiving.classes': { all: (c) => c.archiving.classes() },
  'archiving.change': noScreen,
  'archiving.setOpen': noScreen,
  'archiving.changes': { one: (c, { item }) => c.archiving.changes({ id: archiveItemId.parse(item) }) },
  'places.tree': { all: (c) => c.places.tree() },
  'places.add': noScreen,
  'places.change': noScreen,
  'places.remove': noScreen,
  'places.move': noScreen,
  'places.moves': noScreen,
  'places.content': noScreen,
  'places.unplaced': {
    all: (c) => c.places.unplaced({ text: '', limit: 500 }),
    'one character': (c) => c.places.unplaced({ text: '队', limit: 500 }),
    'a word nobody has': (c) => c.places.unplaced({ text: '龙舟竞渡', limit: 500 }),
  },
  'places.ofDossier': {
    one: (c, { organization: organizationId }) => c.places.ofDossier({ organizationId }),
  },
  'printing.queue': { all: (c) => c.printing.queue() },
  'printing.add': noScreen,
  'printing.remove': noScreen,
  'printing.forgetPrinted': noScreen,
  'printing.arrange': noScreen,
  'printing.setCopies': noScreen,
  'printing.again': noScreen,
  'printing.print': noScreen,
  'printing.way': noScreen,
  'printing.setups': { all: (c) => c.printing.setups() },
  'printing.saveSetup': noScreen,
  'printing.printers': { all: (c) => c.printing.printers() },
  'printing.savePrinter': noScreen,
  'printing.removePrinter': noScreen,
  'printing.testPage': noScreen,
  'printing.stock': noScreen,
  'printing.stockSample': noScreen,
  'printing.saveStock': noScreen,
  'printing.labelSheets': { all: (c) => c.printing.labelSheets() },
  'printing.saveLabelSheet': noScreen,
  'printing.removeLabelSheet': noScreen,
  'printing.chooseLabelSheet': noScreen,
  'filings.list': {
    'first page': (c) => c.filings.list({ ...filings, ...page }),
    'last page': (c, k) => c.filings.list({ ...filings, ...last(k.filings) }),
    'open ones': (c) => c.filings.list({ ...filings, openOnly: true, ...page }),
    overdue: (c) => c.filings.list({ ...filings, openOnly: true, due: 'overdue', ...page }),
    'notices ended': (c) => c.filings.list({ ...filings, due: 'notice-ended', ...page }),
  },
  'filings.exportList': { 'export of all': (c) => c.filings.exportList(filings) },
  'filings.get': { one: (c, { filing: id }) => c.filings.get({ id }) },
  'filings.startInitial': noScreen,
  'filings.startOnOrganization': noScreen,
  'filings.saveFacts': noScreen,
  'filings.saveChangeGrounds': noScreen,
  'filings.advance': noScreen,
  'filings.answerObjection': noScreen,
  'filings.markNoticePhoto': noScreen,
  'filings.checklist': { one: (c, { filing: id }) => c.filings.checklist({ id }) },
  'filings.recordCopy': noScreen,
  'filings.nextNumber': { one: (c, { openFiling: id }) => c.filings.nextNumber({ id }) },
  'filings.numberRegister': { 'of a year': (c) => c.filings.numberRegister({ year: 2020 }) },
  'filings.attach': noScreen,
  'filings.attachmentFile': noScreen,
  'certificates.get': { one: (c, { certificate: id }) => c.certificates.get({ id }) },
  'certificates.list': {
    'first page': (c) => c.certificates.list({ filter: certificates, ...page }),
    'last page': (c, k) => c.certificates.list({ filter: certificates, ...last(k.certificates) }),
    'one character': (c) => c.certificates.list({ filter: { ...certificates, text: '队' }, ...page }),
    expiring: (c) => c.certificates.list({ filter: { ...certificates, concern: 'expiring' }, ...page }),
    outstanding: (c) => c.certificates.list({ filter: { ...certificates, concern: 'outstanding' }, ...page }),
  },
  'certificates.exportList': {
    'export of all': (c) => c.certificates.exportList({ filter: certificates }),
  },
  'certificates.recordCollection': noScreen,
  'certificates.replace': noScreen,
  'certificates.renew': noScreen,
  'certificates.void': noScreen,
  'certificates.recordReturn': noScreen,
  'charters.ofFiling': { one: (c, { filing: filingId }) => c.charters.ofFiling({ filingId }) },
  'charters.save': noScreen,
  'charters.readWord': noScreen,
  'disclosures.plan': { one: (c, { organization: id }) => c.disclosures.plan({ id }) },
  'disclosures.screen': { one: (c, { disclosure: id }) => c.disclosures.screen({ id }) },
  'disclosures.publish': noScreen,
  'disclosures.receiveObjection': noScreen,
  'disclosures.answerObjection': noScreen,
  'disclosures.overdue': {
    'first page': (c) => c.disclosures.overdue({ filter: { communityIds: [], subjects: [] }, ...page }),
    'a page far behind': (c, k) =>
      c.disclosures.overdue({ filter: { communityIds: [], subjects: [] }, ...last(k.organizations) }),
  },
  'disclosures.exportOverdue': {
    'export of all': (c) => c.disclosures.exportOverdue({ filter: { communityIds: [], subjects: [] } }),
  },
  'disclosures.openObjections': { all: (c) => c.disclosures.openObjections() },
  'disclosures.noticeBoards': {
    all: (c) => c.disclosures.noticeBoards({ communityId: null, day: null }),
    'the week of most': (c) => c.disclosures.noticeBoards({ communityId: null, day: '2025-05-14' }),
  },
  'dispositions.list': {
    'first page': (c) => c.dispositions.list({ filter: dispositions, ...page }),
    'last page': (c, k) =>
      c.dispositions.list({ filter: dispositions, ...last(Math.floor(k.organizations * 0.15)) }),
    overdue: (c) => c.dispositions.list({ filter: { ...dispositions, rectification: 'overdue' }, ...page }),
  },
  'dispositions.exportList': {
    'export of all': (c) => c.dispositions.exportList({ filter: dispositions }),
  },
  'dispositions.authorities': { all: (c) => c.dispositions.authorities() },
  'dispositions.commendationFacts': {
    one: (c, { organization: id }) => c.dispositions.commendationFacts({ id }),
  },
  'dispositions.revoke': noScreen,
  'eligibility.check': {
    one: (c, { organization: organizationId, person: personId }) =>
      c.eligibility.check({ personId, organizationId }),
  },
  'eligibility.restrictions': { all: (c) => c.eligibility.restrictions() },
  'eligibility.addRestriction': noScreen,
  'eligibility.removeRestriction': noScreen,
  'categories.overview': { all: (c) => c.categories.overview() },
  'categories.proposals': { 'of a scheme': (c) => c.categories.proposals({ scheme: 'six-class' }) },
  'categories.applyProposals': noScreen,
  'party.list': {
    'first page': (c) => c.party.list({ filter: { ...nowhere, kind: null }, ...page }),
    'last page': (c, k) =>
      c.party.list({ filter: { ...nowhere, kind: null }, ...last(Math.floor(k.organizations * 0.9)) }),
    'without one': (c) => c.party.list({ filter: { ...nowhere, kind: 'none' }, ...page }),
  },
  'party.exportList': { 'export of all': (c) => c.party.exportList({ filter: { ...nowhere, kind: null } }) },
  'party.assign': noScreen,
  'candidates.list': {
    'first page': (c) => c.candidates.list({ filter: { ...nowhere, only: null }, ...page }),
    unreasoned: (c) => c.candidates.list({ filter: { ...nowhere, only: 'unreasoned' }, ...page }),
  },
  'candidates.exportList': {
    'export of all': (c) => c.candidates.exportList({ filter: { ...nowhere, only: null } }),
  },
  'candidates.ofOrganization': {
    one: (c, { organization: organizationId }) => c.candidates.ofOrganization({ organizationId }),
  },
  'candidates.save': noScreen,
  'candidates.remove': noScreen,
  'candidates.register': noScreen,
  'exits.get': { one: (c, { ended: id }) => c.exits.get({ id }) },
  'exits.seal': noScreen,
  'exits.unseal': noScreen,
  'exits.checkSeal': noScreen,
  'exits.pack': noScreen,
  'exits.savePack': noScreen,
  'exits.list': {
    'first page': (c) => c.exits.list({ filter: exits, ...page }),
    'last page': (c, k) => c.exits.list({ filter: exits, ...last(Math.floor(k.organizations * 0.1)) }),
  },
  'exits.exportList': { 'export of all': (c) => c.exits.exportList({ filter: exits }) },
  'exits.quiet': {
    'first page': (c) => c.exits.quiet({ filter: { communityIds: [], marked: null }, ...page }),
    marked: (c) => c.exits.quiet({ filter: { communityIds: [], marked: true }, ...page }),
  },
  'exits.exportQuiet': {
    'export of all': (c) => c.exits.exportQuiet({ filter: { communityIds: [], marked: null } }),
  },
  'exits.markActivity': noScreen,
  'documents.subjects': {
    applications: (c) => c.documents.subjects({ kind: 'application', text: '', ...page }),
    'applications, one character': (c) =>
      c.documents.subjects({ kind: 'application', text: '队', offset: 500, limit: 50 }),
    certificates: (c) => c.documents.subjects({ kind: 'certificate-receipt', text: '', ...page }),
    reports: (c) => c.documents.subjects({ kind: 'work-report', text: '', ...page }),
    'disclosures, last page': (c, k) =>
      c.documents.subjects({
        kind: 'disclosure-sheet',
        text: '',
        ...last(Math.floor(k.organizations * 2.3)),
      }),
    communities: (c) => c.documents.subjects({ kind: 'notice-board', text: '', ...page }),
  },
  'documents.ofOrganization': {
    one: (c, { organization: organizationId }) => c.documents.ofOrganization({ organizationId }),
  },
  'documents.preview': {
    'a filing form': (c, { organization }) =>
      c.documents.preview({ kind: 'filing-form', subjectIds: [organization], withSeal: false }),
    'a roster of 2,000': (c, { largest }) =>
      c.documents.preview({ kind: 'roster-full', subjectIds: [largest], withSeal: false }),
  },
  'documents.make': noScreen,
  'documents.takeFile': noScreen,
  'templates.list': { all: (c) => c.templates.list() },
  'templates.sample': { certificate: (c) => c.templates.sample({ kind: 'certificate' }) },
  'templates.exportFile': noScreen,
  'templates.importFile': noScreen,
  'templates.withdraw': noScreen,
  'templates.versionFile': noScreen,
  'imports.analyse': noScreen,
  'imports.dryRun': noScreen,
  'imports.run': noScreen,
  'imports.rejects': noScreen,
  'imports.report': noScreen,
  'imports.list': { all: (c) => c.imports.list() },
  'imports.undo': noScreen,
  'ledger.periods': { all: (c) => c.ledger.periods() },
  'ledger.check': { 'of a period': (c) => c.ledger.check({ period: '2026H1' }) },
  'ledger.bureauKeys': { all: (c) => c.ledger.bureauKeys() },
  'ledger.addBureauKey': noScreen,
  'ledger.confirmBureauKey': noScreen,
  'ledger.removeBureauKey': noScreen,
  'ledger.export': noScreen,
  'ledger.packages': { all: (c) => c.ledger.packages() },
  'ledger.downloadTicket': noScreen,
  'ledger.officeKeys': { all: (c) => c.ledger.officeKeys() },
};
