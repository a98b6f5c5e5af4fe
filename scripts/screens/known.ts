import type { OpenArchive } from '../../src/core/open-archive.ts';
import {
  certificateId,
  communityId,
  filingId,
  organizationId,
  personId,
  recordId,
  type CertificateId,
  type CommunityId,
  type FilingId,
  type OrganizationId,
  type PersonId,
  type RecordId,
} from '../../src/shared/domain/ids.ts';

/** Things of a generated street that screens are opened on. */
export interface Known {
  readonly organization: OrganizationId;
  /** The one with the most members. */
  readonly largest: OrganizationId;
  readonly ended: OrganizationId;
  readonly community: CommunityId;
  readonly person: PersonId;
  readonly filing: FilingId;
  readonly openFiling: FilingId;
  readonly certificate: CertificateId;
  readonly disclosure: RecordId;
  readonly item: string;
  readonly rulePack: string;
  readonly organizations: number;
  readonly filings: number;
  readonly certificates: number;
  readonly items: number;
}

const idOf = (archive: OpenArchive, sql: string): Promise<string> =>
  archive.store.read((reader) => {
    const row = reader.get<{ id: string }>(sql);
    if (row === undefined) throw new Error(`nothing to look at: ${sql}`);
    return row.id;
  });

const countOf = (archive: OpenArchive, table: string): Promise<number> =>
  archive.store.read(
    (reader) => reader.get<{ total: number }>(`SELECT count(*) AS total FROM ${table}`)?.total ?? 0,
  );

const filed = "FROM organizations WHERE status = 'filed' AND filing_number IS NOT NULL ORDER BY id";

export const knownOf = async (archive: OpenArchive): Promise<Known> => {
  const id = (sql: string): Promise<string> => idOf(archive, sql);
  const organization = organizationId.parse(await id(`SELECT id ${filed} LIMIT 1 OFFSET 20`));
  return {
    organization,
    largest: organizationId.parse(
      await id('SELECT id FROM organizations ORDER BY member_count DESC LIMIT 1'),
    ),
    ended: organizationId.parse(await id("SELECT id FROM organizations WHERE status = 'dissolved' LIMIT 1")),
    community: communityId.parse(await id('SELECT id FROM communities ORDER BY code LIMIT 1')),
    person: personId.parse(await id('SELECT person_id AS id FROM memberships ORDER BY id LIMIT 1 OFFSET 99')),
    filing: filingId.parse(await id(`SELECT id FROM filings WHERE organization_id = '${organization}'`)),
    openFiling: filingId.parse(await id("SELECT id FROM filings WHERE state = 'preparing' LIMIT 1")),
    certificate: certificateId.parse(
      await id(`SELECT id FROM certificates WHERE organization_id = '${organization}'`),
    ),
    disclosure: recordId.parse(
      await id("SELECT id FROM dossier_records WHERE kind = 'disclosure' AND deleted_at IS NULL LIMIT 1"),
    ),
    item: await id('SELECT id FROM archive_items LIMIT 1'),
    rulePack: await id('SELECT id FROM rule_packs LIMIT 1'),
    organizations: await countOf(archive, 'organizations'),
    filings: await countOf(archive, 'filings'),
    certificates: await countOf(archive, 'certificates'),
    items: await countOf(archive, 'archive_items'),
  };
};
