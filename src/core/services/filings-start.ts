import { isDraftState, isOpenState } from '../../shared/domain/filing-state-machine.ts';
import type { EntryMode, Filing, FilingKind } from '../../shared/domain/filing.ts';
import {
  filingId,
  organizationId,
  type CommunityId,
  type FilingId,
  type OrganizationId,
} from '../../shared/domain/ids.ts';
import type {
  Organization,
  OrganizationFacts,
  OrganizationStatus,
} from '../../shared/domain/organization.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { hasFiled, insertFiling, openFilingOf, updateFiling } from '../db/repositories/filings.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import {
  factsOf,
  getOrganization,
  insertOrganization,
  updateOrganizationFacts,
  updateOrganizationStanding,
} from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { inheritCharter } from './charters.ts';
import { readFiling, requireFiling } from './filings.ts';
import { seatResponsiblePerson, withResponsiblePerson } from './responsible-person.ts';
import { givenFacts } from './shown-facts.ts';

const requireCommunity = (reader: Reader, id: CommunityId): void => {
  if (!listCommunities(reader).some((community) => community.id === id)) {
    throw new CodedError('NOT_FOUND', { what: 'community' });
  }
};

interface FilingStart {
  readonly kind: FilingKind;
  readonly entryMode: EntryMode;
  /** A change: the facts as they are to be, where an edit begins it. */
  readonly facts?: OrganizationFacts | null;
}

const startOn = (
  { ports }: OpenArchive,
  writer: Writer,
  organization: Organization,
  { kind, entryMode, facts: wanted }: FilingStart,
): FilingId => {
  const id = filingId.parse(ports.random.id());
  const facts = factsOf(organization);
  const at = ports.clock.instant();
  insertFiling(writer, {
    id,
    organizationId: organization.id,
    kind,
    state: 'preparing',
    entryMode,
    statusBefore: organization.status,
    facts: (kind === 'change' ? wanted : null) ?? facts,
    factsBefore: kind === 'change' ? facts : null,
    changeGrounds: null,
    notice: null,
    dueOn: null,
    filingNumber: organization.filingNumber,
    startedOn: ports.clock.today(),
    closedOn: null,
    importId: null,
    createdAt: at,
    updatedAt: at,
  });
  if (kind === 'change') inheritCharter(ports, writer, { id, organizationId: organization.id });
  return id;
};

/**
 * Starts the initial filing of a new organization (policy Art. 2(1)): the organization enters the register in
 * preparation, its responsible person enters the roster.
 *
 * @throws CodedError NOT_FOUND for an unknown community; INVALID_VALUE and CONFLICT for the responsible person
 */
export const startInitialFiling = (
  archive: OpenArchive,
  input: {
    readonly facts: OrganizationFacts;
    readonly responsiblePerson: PersonInput | null;
    readonly entryMode: EntryMode;
  },
): Promise<Filing> =>
  archive.store.write((writer) => {
    requireCommunity(writer, input.facts.communityId);
    const given = givenFacts(input.facts, []);
    const facts = withResponsiblePerson(archive, writer, given, input.responsiblePerson);
    const id = organizationId.parse(archive.ports.random.id());
    insertOrganization(writer, {
      id,
      facts,
      status: 'preparing',
      filingNumber: null,
      filedOn: null,
      proposedRegistration: false,
      importId: null,
      at: archive.ports.clock.instant(),
    });
    seatResponsiblePerson(archive, writer, id, facts.responsiblePersonId);
    const filing = startOn(archive, writer, requireOrganization(writer, id), {
      kind: 'initial',
      entryMode: input.entryMode,
    });
    refreshOrganization(writer, id);
    return readFiling(writer, filing);
  });

/** @throws CodedError NOT_FOUND */
export const requireOrganization = (reader: Reader, id: OrganizationId): Organization => {
  const organization = getOrganization(reader, id);
  if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
  return organization;
};

const unfiled: readonly OrganizationStatus[] = ['preparing', 'filing', 'refused'];
const filed: readonly OrganizationStatus[] = ['filed', 'changing', 'rectifying', 'inactive', 'dissolving'];

/**
 * What can be started on an organization as it stands. In back-entry a filed organization of which no filing is on
 * record, only the number of an old list, may be given the one that its paper proves.
 */
const mayStart = (
  reader: Reader,
  { id, status }: Organization,
  { kind, entryMode }: FilingStart,
): boolean => {
  if (kind !== 'initial') return filed.includes(status);
  return (
    unfiled.includes(status) ||
    (entryMode === 'back-entry' && filed.includes(status) && !hasFiled(reader, id))
  );
};

const standingWhile: Readonly<Record<FilingKind, OrganizationStatus>> = {
  initial: 'filing',
  change: 'changing',
  dissolution: 'dissolving',
};

/** Standing of an organization while a filing of this kind works on it; it keeps number, day and mark. */
export const markUnderway = (
  { ports }: OpenArchive,
  writer: Writer,
  organization: Organization,
  kind: FilingKind,
): void =>
  updateOrganizationStanding(
    writer,
    organization.id,
    { ...organization, status: standingWhile[kind] },
    ports.clock.instant(),
  );

type StartOn = FilingStart & { readonly organizationId: OrganizationId };

/** Starts a filing inside a write; see `startFilingOn`. */
export const startFilingIn = (archive: OpenArchive, writer: Writer, input: StartOn): FilingId => {
  const organization = requireOrganization(writer, input.organizationId);
  requireOpenDossier(writer, organization.id);
  const open = openFilingOf(writer, organization.id);
  if (open !== null) throw new CodedError('FILING_OPEN', { filingId: open });
  if (input.facts) requireCommunity(writer, input.facts.communityId);
  if (!mayStart(writer, organization, input)) {
    throw new CodedError('ILLEGAL_STEP', { state: organization.status, action: `start-${input.kind}` });
  }
  const id = startOn(archive, writer, organization, input);
  if (input.kind !== 'initial') markUnderway(archive, writer, organization, input.kind);
  refreshOrganization(writer, organization.id);
  return id;
};

/**
 * Starts a filing on an organization that is in the register.
 *
 * @throws CodedError NOT_FOUND; FILING_OPEN while another one is open; ILLEGAL_STEP where its standing does not
 *   allow the kind, e.g. a change before it was ever filed
 */
export const startFilingOn = (archive: OpenArchive, input: StartOn): Promise<Filing> =>
  archive.store.write((writer) => readFiling(writer, startFilingIn(archive, writer, input)));

interface DraftFacts {
  readonly id: FilingId;
  readonly facts: OrganizationFacts;
  readonly responsiblePerson: PersonInput | null;
}

/** Saves the facts applied for inside a write; see `saveFilingFacts`. */
export const saveFactsIn = (archive: OpenArchive, writer: Writer, input: DraftFacts): void => {
  const filing = requireFiling(writer, input.id);
  const { kind, state, entryMode, organizationId: organization } = filing;
  requireOpenDossier(writer, organization);
  const editable = entryMode === 'back-entry' ? isOpenState(state) : isDraftState(state);
  if (!editable || kind === 'dissolution') {
    throw new CodedError('ILLEGAL_STEP', { state, action: 'save-facts' });
  }
  requireCommunity(writer, input.facts.communityId);
  const known = [filing.facts, requireOrganization(writer, organization)];
  const given = givenFacts(input.facts, known);
  const facts = withResponsiblePerson(archive, writer, given, input.responsiblePerson);
  const at = archive.ports.clock.instant();
  updateFiling(writer, { ...filing, facts, updatedAt: at });
  if (kind === 'initial') {
    updateOrganizationFacts(writer, organization, facts, at);
    seatResponsiblePerson(archive, writer, organization, facts.responsiblePersonId);
    refreshOrganization(writer, organization);
  }
};

/**
 * Saves the facts applied for. Those of an initial filing are the organization's own at once; those of a change
 * become so when the new certificate is issued (policy Art. 2(4)).
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP once the application has been handed in (in back-entry, once it is
 *   closed) and for a dissolution, which changes no fact; INVALID_VALUE and CONFLICT for the responsible person
 */
export const saveFilingFacts = (archive: OpenArchive, input: DraftFacts): Promise<Filing> =>
  archive.store.write((writer) => {
    saveFactsIn(archive, writer, input);
    return readFiling(writer, input.id);
  });
