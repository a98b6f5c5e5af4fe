import type { IsoDate } from '../../shared/domain/dates.ts';
import type { ExitKind } from '../../shared/domain/exit.ts';
import type { FormerCertificate } from '../../shared/domain/filing.ts';
import type { Organization } from '../../shared/domain/organization.ts';
import type { SnapshotCause } from '../../shared/domain/person.ts';
import type { Writer } from '../db/archive-store.ts';
import { updateOrganizationStanding } from '../db/repositories/organizations.ts';
import type { OpenArchive } from '../open-archive.ts';
import { recordExit } from './dossier-seal.ts';
import { endFormerCertificates } from './former-certificate.ts';
import { freezeRoster } from './roster-snapshots.ts';

interface OrganizationEnd {
  readonly kind: ExitKind;
  readonly exitedOn: IsoDate;
  /** What became of its certificate; null: it stays outside and is void. */
  readonly former: FormerCertificate | null;
  /** The filing or record that ends it; null where there is none. */
  readonly causeCode: string | null;
}

const snapshotCauseOf: Readonly<Record<ExitKind, SnapshotCause>> = {
  dissolved: 'dissolution',
  revoked: 'revocation',
  registered: 'registration',
};

/**
 * Ends an organization, however it came to that: its certificates go out of use, it is no candidate for registration any
 * more, its dossier gets the next volume, and its roster is frozen as it stood. The caller refreshes the organization.
 *
 * @throws CodedError INVALID_VALUE `formerOn` `future`
 */
export const endOrganization = (
  archive: OpenArchive,
  writer: Writer,
  organization: Organization,
  { kind, exitedOn, former, causeCode }: OrganizationEnd,
): void => {
  const { id: organizationId } = organization;
  endFormerCertificates(archive, writer, organizationId, 'void', former);
  const standing = { ...organization, status: kind, proposedRegistration: false };
  updateOrganizationStanding(writer, organizationId, standing, archive.ports.clock.instant());
  recordExit(archive, writer, { organizationId, kind, exitedOn });
  const cause = snapshotCauseOf[kind];
  freezeRoster(archive.ports, writer, { organizationId, asOf: exitedOn, cause, causeCode });
};
