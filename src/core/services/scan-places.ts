import type { PaperTarget } from '../../shared/domain/dossier-file.ts';
import { partOfRecord } from '../../shared/domain/dossier-record.ts';
import { dossierPart } from '../../shared/domain/dossier.ts';
import type { FilingId, OrganizationId } from '../../shared/domain/ids.ts';
import type { InboxItem, InboxPlace, InboxRow, PlaceWords } from '../../shared/domain/scan-inbox.ts';
import { CodedError } from '../../shared/errors.ts';
import { dossierPartLabels } from '../../shared/labels/dossier.ts';
import { filingActionLabels, filingKindLabels } from '../../shared/labels/filing.ts';
import type { Reader } from '../db/archive-store.ts';
import { getDossierFile } from '../db/repositories/dossier-files.ts';
import { getRecord, listRecords } from '../db/repositories/dossier-records.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { getFilingRecord } from '../db/repositories/filings.ts';
import { listOfficeParts } from '../db/repositories/office-parts.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';

const named = (reader: Reader, id: OrganizationId, place: string): PlaceWords | null => {
  const organization = getOrganization(reader, id);
  return organization === null ? null : { organizationId: id, organizationName: organization.name, place };
};

const filingPlace = (reader: Reader, id: FilingId, step: number | null): PlaceWords | null => {
  const filing = getFilingRecord(reader, id);
  if (filing === null) return null;
  const action = listFilingSteps(reader, id).find(({ sequence }) => sequence === step)?.action;
  const kind = filingKindLabels[filing.kind];
  return named(
    reader,
    filing.organizationId,
    action === undefined ? `${kind} · 材料` : `${kind} · ${filingActionLabels[action]}`,
  );
};

const partName = (reader: Reader, part: string): string => {
  const known = dossierPart.safeParse(part);
  if (known.success) return dossierPartLabels[known.data];
  return listOfficeParts(reader).find(({ id }) => id === part)?.name ?? '档案';
};

/** Where a target is, in words; null where it is gone. */
const placeWordsOf = async (reader: Reader, target: PaperTarget): Promise<PlaceWords | null> => {
  switch (target.to) {
    case 'filing':
      return filingPlace(reader, target.filingId, target.step);
    case 'version': {
      const file = await getDossierFile(reader, target.fileId);
      return file && named(reader, file.organizationId, `${file.title} · 新版本`);
    }
    case 'dossier': {
      const record = target.recordId === null ? null : await getRecord(reader, target.recordId);
      const place = partName(reader, target.part);
      return named(reader, target.organizationId, record === null ? place : `${place} · ${record.title}`);
    }
  }
};

const toRow = async (reader: Reader, item: InboxItem): Promise<InboxRow> => ({
  item,
  filedAs: item.filedAs && (await placeWordsOf(reader, item.filedAs)),
  suggested: item.suggestion?.target ? await placeWordsOf(reader, item.suggestion.target) : null,
});

/** Items with the places they name, in words. */
export const inboxRows = ({ store }: OpenArchive, items: readonly InboxItem[]): Promise<InboxRow[]> =>
  store.read(async (reader) => {
    const rows: InboxRow[] = [];
    for (const item of items) rows.push(await toRow(reader, item));
    return rows;
  });

const filingPlaces = (reader: Reader, id: OrganizationId, today: string): PaperTarget[] => {
  const filter = { organizationId: id, states: [], kinds: [], openOnly: false };
  return listFilingRows(reader, filter, today, 0, 5).flatMap((filing) => [
    { to: 'filing', filingId: filing.id, step: null },
    ...listFilingSteps(reader, filing.id)
      .toReversed()
      .map((step): PaperTarget => ({ to: 'filing', filingId: filing.id, step: step.sequence })),
  ]);
};

const inDossier = (
  organizationId: OrganizationId,
  where: Pick<Extract<PaperTarget, { to: 'dossier' }>, 'part' | 'recordId'>,
): PaperTarget => ({ to: 'dossier', organizationId, ...where, title: '扫描件', note: null });

/** Records of an organization that a scan can prove, the newest first; older ones are reached from their own page. */
const recordPlaces = async (reader: Reader, id: OrganizationId): Promise<PaperTarget[]> => {
  const records = await listRecords(reader, id);
  return records
    .slice(0, 40)
    .map((record) => inDossier(id, { part: partOfRecord[record.content.kind], recordId: record.id }));
};

/**
 * Everywhere a scan can go in an organization's dossier, the likeliest first: the filing under way and its steps, the
 * parts, the records.
 *
 * @throws CodedError NOT_FOUND
 */
export const inboxPlaces = ({ store, ports }: OpenArchive, id: OrganizationId): Promise<InboxPlace[]> =>
  store.read(async (reader) => {
    if (getOrganization(reader, id) === null) throw new CodedError('NOT_FOUND', { what: 'organization' });
    const targets = [
      ...filingPlaces(reader, id, ports.clock.today()),
      ...[...dossierPart.options, ...listOfficeParts(reader).map((part) => part.id)].map((part) =>
        inDossier(id, { part, recordId: null }),
      ),
      ...(await recordPlaces(reader, id)),
    ];
    const places: InboxPlace[] = [];
    for (const target of targets) {
      const words = await placeWordsOf(reader, target);
      if (words !== null) places.push({ target, words });
    }
    return places;
  });
