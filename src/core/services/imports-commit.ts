import {
  importId as importIdSchema,
  membershipId,
  organizationId,
  personId,
  traineeStayId,
  type ImportId,
  type OrganizationId,
} from '../../shared/domain/ids.ts';
import {
  organizationFacts,
  type Categories,
  type OrganizationFacts,
} from '../../shared/domain/organization.ts';
import { personInput } from '../../shared/domain/person.ts';
import { traineeStayInput } from '../../shared/domain/trainee.ts';
import type { ImportMapping, ImportReport } from '../../shared/domain/workbook-import.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { recordCreated, recordUpdated } from '../db/repositories/import-changes.ts';
import { registerState } from '../db/repositories/import-matching.ts';
import { saveFinding, saveImport, saveMapping, saveRejectedRow } from '../db/repositories/imports.ts';
import { insertMembership, organizationsOfPerson } from '../db/repositories/memberships.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import {
  factsOf,
  getOrganization,
  insertOrganization,
  updateOrganizationFacts,
  updateOrganizationStanding,
} from '../db/repositories/organizations.ts';
import { insertPerson, updatePerson } from '../db/repositories/people.ts';
import { insertTraineeStay } from '../db/repositories/trainees.ts';
import { headerSignature, signedFields } from '../interchange/sheet-analysis.ts';
import type { OpenArchive } from '../open-archive.ts';
import type { Ports } from '../ports.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { backEntryFiling } from './filings-back-entry.ts';
import type { FilledOrganization, ImportPlan, NewOrganization, PlannedPerson } from './imports-plan.ts';
import type { WorkbookUpload } from './imports-planning.ts';
import type { Watch } from './watched-work.ts';

/** The import that rows come by, and the moment they all carry. */
interface ImportStamp {
  readonly importId: ImportId;
  readonly now: string;
}

const rowsBetweenReports = 1_000;

const noCategories: Categories = { 'four-class': null, domain: null, 'six-class': null, nature: null };

const factsOfNew = ({
  communityId,
  draft,
  fallbackPartyKind,
  responsiblePersonId,
}: NewOrganization): OrganizationFacts =>
  organizationFacts.parse({
    name: draft.name,
    shortName: null,
    communityId,
    categories: draft.category
      ? { ...noCategories, [draft.category.scheme]: draft.category.code }
      : noCategories,
    activityArea: draft.activityArea,
    premises: draft.premises,
    premisesSource: null,
    premisesAreaSquareMetres: null,
    businessScope: draft.businessScope,
    purpose: draft.purpose,
    funds: draft.funds,
    fallbackParty:
      fallbackPartyKind && draft.fallbackPartyName
        ? { kind: fallbackPartyKind, name: draft.fallbackPartyName }
        : null,
    partyAdviser: null,
    responsiblePersonId,
    contactName: draft.responsiblePersonName,
    contactPhone: draft.contactPhone,
    foundedOn: draft.foundedOn,
    charterAdoptedOn: null,
    foundingVote: null,
    founders: [],
    declaredMemberCount: draft.declaredMemberCount,
    remark: draft.remark,
  });

const insertNewOrganization = (
  writer: Writer,
  { importId, now }: ImportStamp,
  planned: NewOrganization,
): void => {
  const { status, filingNumber, filedOn, proposedRegistration } = planned.draft;
  insertOrganization(writer, {
    id: organizationId.parse(planned.id),
    facts: factsOfNew(planned),
    status,
    filingNumber,
    filedOn,
    proposedRegistration,
    importId,
    at: now,
  });
};

const fillOrganization = (
  writer: Writer,
  { importId, now }: ImportStamp,
  filled: FilledOrganization,
): void => {
  const id = organizationId.parse(filled.id);
  requireOpenDossier(writer, id);
  const before = getOrganization(writer, id);
  if (!before) throw new CodedError('CONFLICT', { what: 'register' });
  const { filingNumber, filedOn, proposedRegistration, fallbackPartyKind, fallbackPartyName, ...facts } =
    filled.facts;
  const { category } = filled;
  const after = organizationFacts.parse({
    ...factsOf(before),
    ...facts,
    ...(fallbackPartyName ? { fallbackParty: { kind: fallbackPartyKind, name: fallbackPartyName } } : {}),
    ...(category ? { categories: { ...before.categories, [category.scheme]: category.code } } : {}),
  });
  updateOrganizationFacts(writer, id, after, now);
  const standing = {
    status: before.status,
    filingNumber: filingNumber ?? before.filingNumber,
    filedOn: filedOn ?? before.filedOn,
    proposedRegistration: before.proposedRegistration || proposedRegistration === 1,
  };
  updateOrganizationStanding(writer, id, standing, now);
  recordUpdated(writer, importId, 'organization', id, JSON.stringify(before));
};

const identityOf = ({ facts }: PlannedPerson): { readonly whole: string; readonly tail: string } | null =>
  facts.identityHash !== null && facts.identityTailHash !== null
    ? { whole: facts.identityHash, tail: facts.identityTailHash }
    : null;

const writePerson = (writer: Writer, { importId, now }: ImportStamp, person: PlannedPerson): void => {
  const id = personId.parse(person.id);
  const stored = { id, input: personInput.parse(person.facts), identity: identityOf(person), at: now };
  if (person.record === null) {
    insertPerson(writer, { ...stored, importId });
    return;
  }
  updatePerson(writer, stored);
  recordUpdated(writer, importId, 'person', id, JSON.stringify(person.record));
};

/** Numbers that the workbook brings prove filings of before this application; each is entered as one (补录). */
const enterEarlierFilings = (ports: Ports, writer: Writer, importId: ImportId, plan: ImportPlan): void => {
  const numbered = [
    ...plan.newOrganizations.map(({ id, draft }) => ({ id, filingNumber: draft.filingNumber })),
    ...plan.filledOrganizations.map(({ id, facts }) => ({ id, filingNumber: facts.filingNumber ?? null })),
  ];
  for (const { id, filingNumber } of numbered) {
    const organization = filingNumber === null ? null : getOrganization(writer, organizationId.parse(id));
    if (!organization || filingNumber === null) continue;
    const { id: holder, filedOn } = organization;
    backEntryFiling(ports, writer, { organizationId: holder, filingNumber, filedOn, importId });
  }
};

/** Those whose members or facts the import brings, and those that count a member whose political status it fills in. */
const touchedOrganizations = (reader: Reader, plan: ImportPlan): ReadonlySet<OrganizationId> =>
  new Set(
    [
      ...plan.filledPeople.flatMap(({ id }) =>
        organizationsOfPerson(reader, personId.parse(id)).map((organization) => organization.id),
      ),
      ...plan.newOrganizations.map(({ id }) => id),
      ...plan.filledOrganizations.map(({ id }) => id),
      ...plan.newMemberships.map((membership) => membership.organizationId),
    ].map((id) => organizationId.parse(id)),
  );

const rememberMapping = (writer: Writer, plan: ImportPlan, now: string): void => {
  for (const { kind, headers, columns } of plan.sheets) {
    const fieldOf = new Map(columns.map(([field, column]) => [column, field]));
    const fields = signedFields(headers, (column) => fieldOf.get(column) ?? null);
    saveMapping(writer, headerSignature(headers), { kind, fields }, now);
  }
};

const keepReport = (writer: Writer, importId: string, plan: ImportPlan): void => {
  plan.findings.forEach((finding, position) => saveFinding(writer, importId, position, finding));
  plan.rejected.forEach(({ sheet, row, cells, reasons }, position) =>
    saveRejectedRow(writer, importId, position, {
      sheet,
      row,
      cells: JSON.stringify(cells),
      reasons: JSON.stringify(reasons),
    }),
  );
};

/**
 * Carries out a plan in one transaction: all of it or nothing. Until the commit a cancel leaves no trace.
 * @returns the id of the import
 * @throws CodedError CONFLICT when the register changed since the plan was made; CANCELLED
 */
export const commitImport = (
  { store, ports }: OpenArchive,
  upload: WorkbookUpload,
  mapping: ImportMapping,
  plan: ImportPlan,
  watch: Watch,
): Promise<ImportId> =>
  store.write(async (writer) => {
    if (registerState(writer) !== plan.registerState) throw new CodedError('CONFLICT', { what: 'register' });
    const stamp: ImportStamp = {
      importId: importIdSchema.parse(ports.random.id()),
      now: ports.clock.instant(),
    };
    const { importId, now } = stamp;
    const { fileName, sha256 } = upload;
    const sheets = JSON.stringify(plan.sheets);
    saveImport(writer, {
      id: importId,
      fileName,
      sha256,
      mapping,
      sheets,
      counts: plan.counts,
      finishedAt: now,
    });
    const people = [...plan.newPeople, ...plan.filledPeople];
    const total = people.length + plan.newMemberships.length + plan.newStays.length;
    let done = 0;
    const step = async (): Promise<void> => {
      if (++done % rowsBetweenReports === 0) await watch.report('write', done, total);
    };
    for (const person of people) {
      writePerson(writer, stamp, person);
      await step();
    }
    for (const planned of plan.newOrganizations) insertNewOrganization(writer, stamp, planned);
    for (const filled of plan.filledOrganizations) fillOrganization(writer, stamp, filled);
    for (const { id, ...membership } of plan.newMemberships) {
      const input = {
        ...membership,
        organizationId: organizationId.parse(membership.organizationId),
        personId: personId.parse(membership.personId),
        leftOn: null,
      };
      insertMembership(writer, { id: membershipId.parse(id), input, importId });
      await step();
    }
    for (const stay of plan.newStays) {
      insertTraineeStay(writer, {
        id: traineeStayId.parse(stay.id),
        personId: personId.parse(stay.personId),
        input: traineeStayInput.parse(stay),
        importId,
        at: now,
      });
      await step();
    }
    enterEarlierFilings(ports, writer, importId, plan);
    for (const id of touchedOrganizations(writer, plan)) refreshOrganization(writer, id);
    keepReport(writer, importId, plan);
    rememberMapping(writer, plan, now);
    recordCreated(writer, importId);
    await watch.report('write', total, total);
    return importId;
  });

const findingsShownPerCode = 40;

/** What a person sees of a plan or of the import it became. */
export const reportOf = (
  plan: ImportPlan,
  ids: Pick<ImportReport, 'uploadId' | 'importId' | 'dryRun'>,
): ImportReport => {
  const byCode = Map.groupBy(plan.findings, ({ code, level }) => `${level}/${code}`);
  const order = ['refused', 'changed', 'warning'] as const;
  const groups = [...byCode.values()]
    .flatMap((findings) => {
      const [first] = findings;
      return first === undefined
        ? []
        : [[first, findings.length, findings.slice(0, findingsShownPerCode)] as const];
    })
    .sort(
      ([one, count], [other, otherCount]) =>
        order.indexOf(one.level) - order.indexOf(other.level) || otherCount - count,
    );
  return {
    ...ids,
    counts: plan.counts,
    byCode: groups.map(([{ code, level }, count]) => ({ code, level, count })),
    findings: groups.flatMap(([, , first]) => first),
  };
};
