import { createHash } from 'node:crypto';
import type { IsoDate } from '../../shared/domain/dates.ts';
import {
  exitKindOf,
  volumeWords,
  type Exit,
  type ExitKind,
  type ExitState,
  type SealCounts,
} from '../../shared/domain/exit.ts';
import { sealId, type OrganizationId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listDossierEntries, listDossierScans } from '../db/repositories/dossier-manifest.ts';
import {
  getExit,
  insertExit,
  insertSeal,
  isSealed,
  listSeals,
  nextVolumeNumber,
  openSeal,
  sealedManifest,
} from '../db/repositories/exits.ts';
import { openFilingOf } from '../db/repositories/filings.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { rulesOn } from './rules.ts';

/**
 * Refuses where a dossier is sealed. Every service that writes what belongs to an organization calls it first, in the
 * transaction of its write.
 *
 * @throws CodedError DOSSIER_SEALED
 */
export const requireOpenDossier = (reader: Reader, id: OrganizationId): void => {
  if (!isSealed(reader, id)) return;
  const exit = getExit(reader, id);
  throw new CodedError('DOSSIER_SEALED', { volume: exit === null ? '' : volumeWords(exit.volume) });
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/**
 * The manifest of a dossier: one line per thing that it holds, `SHA-256, two spaces, where it stands`, scans by the
 * digest of their own bytes, so that an exported copy can be checked by standard tools.
 */
const manifestOf = (reader: Reader, id: OrganizationId): string =>
  [
    ...listDossierEntries(reader, id).map(
      ({ section, id: entry, content }) => `${sha256(content)}  ${section}/${entry}\n`,
    ),
    ...listDossierScans(reader, id).map((scan) => `${scan.sha256}  ${scan.place}\n`),
  ].join('');

const countsOf = (reader: Reader, id: OrganizationId): SealCounts => {
  const entries = listDossierEntries(reader, id);
  const count = (section: string): number => entries.filter((entry) => entry.section === section).length;
  return {
    filings: count('filing'),
    certificates: count('certificate'),
    members: count('member'),
    records: count('record'),
    papers: count('paper'),
    scans: listDossierScans(reader, id).length,
  };
};

/** Records the end of an organization and gives its dossier the next volume number (DOMAIN 5.1: by exit order, from 1). */
export const recordExit = (
  { ports }: OpenArchive,
  writer: Writer,
  end: { readonly organizationId: OrganizationId; readonly kind: ExitKind; readonly exitedOn: IsoDate },
): Exit => {
  const yearly = rulesOn(writer, end.exitedOn).body.exit.volumes === 'yearly';
  const year = yearly ? Number(end.exitedOn.slice(0, 4)) : null;
  const exit = { ...end, volume: { year, number: nextVolumeNumber(writer, year) } };
  insertExit(writer, exit, ports.clock.instant());
  return exit;
};

/** The end of an organization, and the sealings of its dossier. */
export const exitStateOf = (reader: Reader, id: OrganizationId): ExitState => ({
  exit: getExit(reader, id),
  seals: [...listSeals(reader, id)],
});

export interface Sealing {
  readonly organizationId: OrganizationId;
  readonly sealedBy: string;
  readonly sealedOn: IsoDate;
  /** Day of the end of an organization that had ended before it came into the archive. */
  readonly exitedOn: IsoDate | null;
}

/** @throws CodedError NOT_FOUND; ILLEGAL_STEP while it goes on; FILING_OPEN */
const requireEnded = (writer: Writer, id: OrganizationId): ExitKind => {
  const organization = getOrganization(writer, id);
  if (organization === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
  const kind = exitKindOf(organization.status);
  if (kind === null) throw new CodedError('ILLEGAL_STEP', { state: organization.status, action: 'seal' });
  const filing = openFilingOf(writer, id);
  if (filing !== null) throw new CodedError('FILING_OPEN', { filingId: filing });
  return kind;
};

/**
 * Seals the dossier of an organization that has ended (FEATURES F5): from then on it is for reading only. The manifest
 * of what it holds is kept with the seal.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP while the organization goes on; FILING_OPEN; DOSSIER_SEALED;
 *   STEP_DATE_INVALID `future`, `before-previous` for a day before the end; INVALID_VALUE `exitedOn` `missing`
 */
export const sealDossier = (archive: OpenArchive, input: Sealing): Promise<ExitState> =>
  archive.store.write((writer) => {
    const { organizationId, sealedBy, sealedOn } = input;
    const kind = requireEnded(writer, organizationId);
    requireOpenDossier(writer, organizationId);
    const { clock, random } = archive.ports;
    if (sealedOn > clock.today()) throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
    const exitedOn = getExit(writer, organizationId)?.exitedOn ?? input.exitedOn;
    if (exitedOn === null) throw new CodedError('INVALID_VALUE', { field: 'exitedOn', reason: 'missing' });
    if (sealedOn < exitedOn) throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });
    if (getExit(writer, organizationId) === null)
      recordExit(archive, writer, { organizationId, kind, exitedOn });
    const manifest = manifestOf(writer, organizationId);
    const seal = {
      id: sealId.parse(random.id()),
      sealedOn,
      sealedAt: clock.instant(),
      sealedBy,
      counts: countsOf(writer, organizationId),
      manifestSha256: sha256(manifest),
    };
    insertSeal(writer, organizationId, seal, manifest);
    return exitStateOf(writer, organizationId);
  });

/**
 * Opens a sealed dossier for a correction; who and why stays on record. The volume keeps its number.
 *
 * @throws CodedError ILLEGAL_STEP where no seal holds
 */
export const unsealDossier = (
  { store, ports }: OpenArchive,
  input: { readonly organizationId: OrganizationId; readonly openedBy: string; readonly reason: string },
): Promise<ExitState> =>
  store.write((writer) => {
    const { organizationId, openedBy: by, reason } = input;
    if (!openSeal(writer, organizationId, { at: ports.clock.instant(), by, reason })) {
      throw new CodedError('ILLEGAL_STEP', { state: 'open', action: 'unseal' });
    }
    return exitStateOf(writer, organizationId);
  });

export interface SealCheck {
  readonly intact: boolean;
  /** Where the dossier differs from what was sealed. */
  readonly differing: string[];
}

/** Holds a sealed dossier against its manifest. @throws CodedError ILLEGAL_STEP where no seal holds */
export const checkSeal = ({ store }: OpenArchive, id: OrganizationId): Promise<SealCheck> =>
  store.read((reader) => {
    const sealed = sealedManifest(reader, id);
    if (sealed === null) throw new CodedError('ILLEGAL_STEP', { state: 'open', action: 'check-seal' });
    const then = new Set(sealed.split('\n'));
    const now = new Set(manifestOf(reader, id).split('\n'));
    const lines = [...then, ...now].filter((line) => !(then.has(line) && now.has(line)));
    const places = lines.map((line) => line.slice(66));
    return { intact: places.length === 0, differing: [...new Set(places)] };
  });

/** @throws CodedError NOT_FOUND */
export const readExit = ({ store }: OpenArchive, id: OrganizationId): Promise<ExitState> =>
  store.read((reader) => {
    if (getOrganization(reader, id) === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    return exitStateOf(reader, id);
  });
