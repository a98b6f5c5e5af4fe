import { allowedActions } from '../../shared/domain/filing-state-machine.ts';
import {
  copyDocument,
  copyHolder,
  type CopyDocument,
  type CopyHolder,
  type Filing,
  type FilingKind,
  type FilingRow,
  type FilingState,
  type HeldCopy,
} from '../../shared/domain/filing.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Reader } from '../db/archive-store.ts';
import { attachmentsOfFiling } from '../db/repositories/attachments.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { countFilingRows, listFilingRows, type FilingDue } from '../db/repositories/filing-rows.ts';
import { listObjections } from '../db/repositories/filing-objections.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { getFilingRecord, updateFiling, type FilingRecord } from '../db/repositories/filings.ts';
import { listHeldCopies, saveHeldCopy } from '../db/repositories/held-copies.ts';
import { listNoticePhotos } from '../db/repositories/notice-photos.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireChangeableFiling } from './item-lock.ts';
import { shownFacts } from './shown-facts.ts';
import { formerCertificateOf } from './former-certificate.ts';

export interface FilingPage {
  readonly rows: FilingRow[];
  readonly total: number;
}

/** Filings of the whole street: overdue first, then by deadline, then the newest. */
export const listFilings = (
  { store, ports }: OpenArchive,
  input: {
    readonly states: readonly FilingState[];
    readonly kinds: readonly FilingKind[];
    readonly openOnly: boolean;
    readonly due?: FilingDue | null | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<FilingPage> =>
  store.read((reader) => {
    const filter = { organizationId: null, ...input };
    return {
      rows: [...listFilingRows(reader, filter, ports.clock.today(), input.offset, input.limit)],
      total: countFilingRows(reader, filter, ports.clock.today()),
    };
  });

/** @throws CodedError NOT_FOUND */
export const requireFiling = (reader: Reader, id: FilingId): FilingRecord => {
  const filing = getFilingRecord(reader, id);
  if (filing === null) throw new CodedError('NOT_FOUND', { what: 'filing' });
  return filing;
};

/** All six copies of policy Art. 2(3), signed for or not. */
const copiesOf = (reader: Reader, id: FilingId): HeldCopy[] => {
  const signed = listHeldCopies(reader, id);
  return copyDocument.options.flatMap((document) =>
    copyHolder.options.map(
      (holder) =>
        signed.find((copy) => copy.document === document && copy.holder === holder) ?? {
          document,
          holder,
          receivedOn: null,
          signer: null,
        },
    ),
  );
};

/** A filing with its steps, copies and what can be done next, phones masked. @throws CodedError NOT_FOUND */
export const readFiling = (reader: Reader, id: FilingId): Filing => {
  const {
    statusBefore: _before,
    startedOn: _on,
    closedOn: _closed,
    importId: _import,
    ...record
  } = requireFiling(reader, id);
  const organization = getOrganization(reader, record.organizationId);
  const certificates = listCertificates(reader, record.organizationId);
  return {
    ...record,
    facts: shownFacts(record.facts),
    factsBefore: record.factsBefore === null ? null : shownFacts(record.factsBefore),
    organizationName: organization?.name ?? record.facts.name,
    communityName:
      listCommunities(reader).find((community) => community.id === record.facts.communityId)?.name ?? '',
    steps: [...listFilingSteps(reader, id)],
    objections: [...listObjections(reader, id)],
    photos: [...listNoticePhotos(reader, id)],
    formerCertificate: formerCertificateOf(reader, record.organizationId, id),
    copies: copiesOf(reader, id),
    attachments: [...attachmentsOfFiling(reader, id)],
    certificateId: certificates.find(({ filingId }) => filingId === id)?.id ?? null,
    allowedActions: [...allowedActions(record.kind, record.state, record.entryMode)],
  };
};

/** @throws CodedError NOT_FOUND */
export const getFiling = ({ store }: OpenArchive, id: FilingId): Promise<Filing> =>
  store.read((reader) => readFiling(reader, id));

export interface CopyReceipt {
  readonly id: FilingId;
  readonly document: CopyDocument;
  readonly holder: CopyHolder;
  /** null takes a receipt entered by mistake back. */
  readonly receivedOn: string | null;
  readonly signer: string | null;
}

/**
 * Records who signed for a stamped copy, and when (policy Art. 2(3)).
 *
 * @throws CodedError NOT_FOUND; INVALID_VALUE `receivedOn` `future`
 */
export const recordCopy = (
  { store, ports }: OpenArchive,
  { id, document, holder, receivedOn, signer }: CopyReceipt,
): Promise<Filing> =>
  store.write((writer) => {
    const filing = requireFiling(writer, id);
    requireChangeableFiling(writer, filing);
    if (receivedOn !== null && receivedOn > ports.clock.today()) {
      throw new CodedError('INVALID_VALUE', { field: 'receivedOn', reason: 'future' });
    }
    saveHeldCopy(writer, id, { document, holder, receivedOn, signer: receivedOn === null ? null : signer });
    updateFiling(writer, { ...filing, updatedAt: ports.clock.instant() });
    refreshOrganization(writer, filing.organizationId);
    return readFiling(writer, id);
  });
