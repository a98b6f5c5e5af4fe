import type { ContentOf, DossierRecord } from '../../shared/domain/dossier-record.ts';
import type { FormerCertificate } from '../../shared/domain/filing.ts';
import { recordId, type OrganizationId } from '../../shared/domain/ids.ts';
import { standingStatuses } from '../../shared/domain/organization.ts';
import { CodedError } from '../../shared/errors.ts';
import { saveRecord } from '../db/repositories/dossier-records.ts';
import { openFilingOf } from '../db/repositories/filings.ts';
import { refreshOrganization } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireOpenDossier } from './dossier-seal.ts';
import { retireFilingNumber } from './filing-numbers.ts';
import { requireOrganization } from './filings-start.ts';
import { endOrganization } from './organization-end.ts';

export interface Revocation extends Pick<
  ContentOf<'disposition'>,
  'authority' | 'documentNumber' | 'reason' | 'basis' | 'result' | 'deliveredOn' | 'deliveredTo'
> {
  readonly organizationId: OrganizationId;
  readonly occurredOn: string;
  readonly title: string;
  /** Collected or declared lost; null: it stays outside and is announced as void. */
  readonly certificate: FormerCertificate | null;
}

/**
 * Revokes the filing of an organization (撤销备案): the disposition, the certificate, the number and the standing, all
 * of it or nothing. The dossier becomes a volume.
 *
 * @throws CodedError NOT_FOUND; ILLEGAL_STEP for one that is not filed or has ended; FILING_OPEN; STEP_DATE_INVALID
 */
export const revokeFiling = (archive: OpenArchive, input: Revocation): Promise<DossierRecord> =>
  archive.store.write(async (writer) => {
    const { organizationId, occurredOn, title, certificate, ...said } = input;
    const { clock, random } = archive.ports;
    const organization = requireOrganization(writer, organizationId);
    requireOpenDossier(writer, organizationId);
    if (!standingStatuses.includes(organization.status)) {
      throw new CodedError('ILLEGAL_STEP', { state: organization.status, action: 'revoke' });
    }
    const filing = openFilingOf(writer, organizationId);
    if (filing !== null) throw new CodedError('FILING_OPEN', { filingId: filing });
    const days = [occurredOn, said.deliveredOn ?? '', certificate?.on ?? ''];
    if (days.some((day) => day > clock.today()))
      throw new CodedError('STEP_DATE_INVALID', { reason: 'future' });
    if (organization.filedOn !== null && occurredOn < organization.filedOn)
      throw new CodedError('STEP_DATE_INVALID', { reason: 'before-previous' });

    const at = clock.instant();
    const record: DossierRecord = {
      id: recordId.parse(random.id()),
      organizationId,
      occurredOn,
      title,
      content: { kind: 'disposition', type: 'revoke', ...said, rectification: null, commendation: null },
      createdAt: at,
      updatedAt: at,
    };
    await saveRecord(writer, record);
    if (organization.filingNumber !== null) retireFilingNumber(writer, organization.filingNumber, '撤销备案');
    const end = { kind: 'revoked', exitedOn: occurredOn, former: certificate, causeCode: record.id } as const;
    endOrganization(archive, writer, organization, end);
    refreshOrganization(writer, organizationId);
    return record;
  });
