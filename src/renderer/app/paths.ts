import type { DocumentKind, SubjectIdOf } from '../../shared/domain/document.ts';
import type { DossierGapCode } from '../../shared/domain/dossier.ts';
import type { EntryMode, FilingKind, FilingState } from '../../shared/domain/filing.ts';
import type { InboxState } from '../../shared/domain/scan-inbox.ts';
import type { ServiceRegister } from '../../shared/domain/service-register.ts';
import type { SearchKind } from '../../shared/domain/search.ts';
import type {
  ArchiveItemId,
  FilingId,
  OrganizationId,
  PersonId,
  RecordId,
  StoragePlaceId,
  TrainingSessionId,
} from '../../shared/domain/ids.ts';

/** Tabs of the dossier, in their order. */
export const dossierTabs = [
  'facts',
  'roster',
  'filings',
  'reports',
  'disclosures',
  'dispositions',
  'files',
  'papers',
  'archived',
] as const;
export type DossierTab = (typeof dossierTabs)[number];

/** Tabs whose records open from the address. */
export type RecordTab = Extract<DossierTab, 'reports' | 'disclosures' | 'dispositions'>;

/** Gaps that one fact closes. */
export const factGapCodes = [
  'responsible-person',
  'category',
  'business-scope',
  'premises',
  'fallback-party',
  'charter-adopted',
  'member-count',
] as const satisfies readonly DossierGapCode[];
export type FactGapCode = (typeof factGapCodes)[number];

/** Registers of the street, in their order. */
export const registerTabs = [
  'certificates',
  'numbers',
  'candidates',
  'party',
  'categories',
  'restrictions',
  'timeliness',
  'issued',
  'seal-uses',
] as const;
export type RegisterTab = (typeof registerTabs)[number];

/** Lists of the training coordinator, in their order. */
export const trainingTabs = [
  'coverage',
  'trainees',
  'plan',
  'sessions',
  'board',
  'completions',
  'exams',
] as const;
export type TrainingTab = (typeof trainingTabs)[number];

/** Every address inside the application; screens link through these and never spell a path. */
export const paths = {
  home: '/',
  organizations: '/organizations',
  /** `query` is the URL form of the list's filter; see features/organizations/list-state.ts. */
  organizationsWhere: (query: Readonly<Record<string, string>>): string =>
    `/organizations?${new URLSearchParams(query).toString()}`,
  dossier: (id: OrganizationId, tab?: DossierTab): string =>
    `/organizations/${id}${tab === undefined ? '' : `?tab=${tab}`}`,
  /** The dossier with one of its archived items in view. */
  archivedItem: (id: OrganizationId, item: ArchiveItemId): string =>
    `/organizations/${id}?${new URLSearchParams({ tab: 'archived', item }).toString()}`,
  /** The dossier with its facts opened for correction, at one of them. */
  editFacts: (id: OrganizationId, fact?: FactGapCode): string =>
    `/organizations/${id}?tab=facts&edit=yes${fact === undefined ? '' : `&fact=${fact}`}`,
  /** The form that closes a gap of the dossier, whatever it is by the time it is opened. */
  mend: (id: OrganizationId, gap: DossierGapCode): string => `/organizations/${id}/mend/${gap}`,
  /** The roster with a sheet for many members opened, or the form for the one who answers for the organization. */
  addMembers: (id: OrganizationId, add: 'sheet' | 'responsible-person'): string =>
    `/organizations/${id}?tab=roster&add=${add}`,
  people: '/people',
  /** Former versions of what an organization has filed. */
  versions: (id: OrganizationId): string => `/organizations/${id}/versions`,
  filings: '/filings',
  /** The list of filings in some states; the list reads `state` as codes with commas. */
  filingsIn: (states: readonly FilingState[]): string => `/filings?state=${states.join(',')}`,
  /** The list of filings past their deadline, or whose notice has ended. */
  filingsDue: (due: 'overdue' | 'notice-ended'): string => `/filings?due=${due}`,
  filing: (id: FilingId): string => `/filings/${id}`,
  /** The facts that a filing applies for, at one of them. */
  filingFact: (id: FilingId, fact: FactGapCode): string => `/filings/${id}?stage=materials&fact=${fact}`,
  /** Who holds a copy, with the receipt of the next one opened. */
  nextCopy: (id: FilingId): string => `/filings/${id}?stage=copies&copy=next`,
  /** The charter that a filing applies for, or has filed. */
  charter: (id: FilingId): string => `/filings/${id}/charter`,
  /** Starts an initial filing, or a filing of an organization that is in the register. */
  newFiling: (on?: {
    readonly organizationId: OrganizationId;
    readonly kind: FilingKind;
    readonly entryMode?: EntryMode;
  }): string => {
    if (on === undefined) return '/filings/new';
    const { organizationId: organization, kind, entryMode } = on;
    const query = { organization, kind, ...(entryMode === undefined ? {} : { entry: entryMode }) };
    return `/filings/new?${new URLSearchParams(query).toString()}`;
  },
  /** Everything that answers to a text, or what of one kind does. */
  search: (text: string, kind?: SearchKind): string =>
    `/search?${new URLSearchParams({ q: text, ...(kind === undefined ? {} : { kind }) }).toString()}`,
  /** Reports and surveys of the whole street. */
  reports: (tab?: 'plan' | 'surveys' | 'decisions' | 'follow-ups'): string =>
    tab === undefined ? '/reports' : `/reports?tab=${tab}`,
  /** The dossier with the form for the report of a period opened. */
  recordReport: (id: OrganizationId, period: string): string =>
    `/organizations/${id}?${new URLSearchParams({ tab: 'reports', report: period }).toString()}`,
  /** The dossier with the form for a new survey opened. */
  newSurvey: (id: OrganizationId): string => `/organizations/${id}?tab=reports&survey=new`,
  survey: (id: RecordId, step?: 'design' | 'entry' | 'result'): string =>
    `/surveys/${id}${step === undefined ? '' : `?step=${step}`}`,
  /** The dossier with the form for a planned disclosure opened. */
  disclose: (id: OrganizationId, mark: string): string =>
    `/organizations/${id}?${new URLSearchParams({ tab: 'disclosures', disclose: mark }).toString()}`,
  /** The dossier with one of its records opened. */
  record: (id: OrganizationId, tab: RecordTab, record: RecordId): string =>
    `/organizations/${id}?${new URLSearchParams({ tab, record }).toString()}`,
  /** Disclosures of the whole street. */
  disclosures: (tab?: 'overdue' | 'board' | 'objections'): string =>
    tab === undefined ? '/disclosures' : `/disclosures?tab=${tab}`,
  /** Dispositions, organizations gone quiet, and those that have ended. */
  exits: (tab?: 'dispositions' | 'quiet' | 'ended'): string =>
    tab === undefined ? '/exits' : `/exits?tab=${tab}`,
  /** A register, with its filters as its tab reads them. */
  register: (tab: RegisterTab, query: Readonly<Record<string, string>> = {}): string =>
    `/registers?${new URLSearchParams({ tab, ...query }).toString()}`,
  /** Whether a certificate is genuine, and in force. */
  verification: '/registers/verification',
  /** People, each once; `query` is the URL form of the filter, see features/people/people-state.ts. */
  peopleWhere: (query: Readonly<Record<string, string>>): string =>
    `/people?${new URLSearchParams(query).toString()}`,
  person: (id: PersonId): string => `/people/${id}`,
  endingTerms: '/people/terms',
  /** Who saw whose numbers. */
  reveals: '/people/reveals',
  duplicates: '/people/duplicates',
  imports: '/imports',
  newImport: '/imports/new',
  documents: '/documents',
  /** The print queue, and how this office prints. */
  printCentre: (tab?: 'queue' | 'setups' | 'printers' | 'stock' | 'labels'): string =>
    tab === undefined ? '/print-centre' : `/print-centre?tab=${tab}`,
  /** Print preview of papers of one kind, made of these subjects (`documentSubject`). */
  print: <K extends DocumentKind>(kind: K, subjectIds: readonly SubjectIdOf<K>[]): string =>
    `/documents?${new URLSearchParams({ kind, subjects: subjectIds.join(',') }).toString()}`,
  /** The inbox of scans: those that wait, that were filed, or that were set aside. */
  scans: (state?: InboxState): string =>
    state === undefined || state === 'waiting' ? '/scans' : `/scans?state=${state}`,
  /** A register of activities, volunteers and resources, or one of its lines opened; `new` for a form. */
  services: (register?: ServiceRegister, query: Readonly<Record<string, string>> = {}): string =>
    register === undefined
      ? '/services'
      : `/services?${new URLSearchParams({ register, ...query }).toString()}`,
  /** 培训轮训: a tab with its filters as the tab reads them. */
  training: (tab?: TrainingTab, query: Readonly<Record<string, string>> = {}): string =>
    tab === undefined ? '/training' : `/training?${new URLSearchParams({ tab, ...query }).toString()}`,
  trainingSession: (id: TrainingSessionId): string => `/training/sessions/${id}`,
  /** Proposals of sessions for those who are due. */
  trainingPlanner: '/training/planner',
  trainee: (id: PersonId): string => `/training/trainees/${id}`,
  ledger: '/ledger',
  /** Keys of the bureaus that may open a package. */
  ledgerKeys: '/ledger?tab=keys',
  ledgerPackages: '/ledger?tab=packages',
  /** The check and export of a period. */
  ledgerPeriod: (period: string): string => `/ledger?tab=submit&period=${period}`,
  settings: (tab?: 'office' | 'communities' | 'rules' | 'parts' | 'seal' | 'scans' | 'safety'): string =>
    tab === undefined ? '/settings' : `/settings?tab=${tab}`,
  /** Archiving, its catalogue, whether stored papers are sound, and what was removed. */
  backups: '/safekeeping?tab=backups',
  safekeeping: (tab?: 'archive' | 'catalogue' | 'places' | 'fixity' | 'recycle-bin' | 'backups'): string =>
    tab === undefined ? '/safekeeping' : `/safekeeping?tab=${tab}`,
  /** What stands in a place. */
  place: (id: StoragePlaceId): string =>
    `/safekeeping?${new URLSearchParams({ tab: 'places', place: id }).toString()}`,
} as const;
