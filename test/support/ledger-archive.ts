import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { addAttachment } from '../../src/core/attachments/attachments.ts';
import { linkAttachment } from '../../src/core/db/repositories/attachments.ts';
import { addBureauKey, confirmBureauKey } from '../../src/core/services/ledger-keys.ts';
import { exportLedger, type LedgerExport } from '../../src/core/services/ledger-export.ts';
import { filingId } from '../../src/shared/domain/ids.ts';
import type { PackageRecord } from '../../src/shared/domain/ledger.ts';
import { openTestArchive, type TestArchive } from './open-test-archive.ts';
import { enterOrganization } from './organization-facts.ts';

export interface LedgerArchive {
  readonly archive: TestArchive;
  /** The bureau's `AGE-SECRET-KEY-1…`. */
  readonly identity: string;
  readonly recipient: string;
  readonly request: LedgerExport;
}

/** An archive with two filed organizations, one scan of `scanBytes`, and a confirmed bureau key. */
export const openLedgerArchive = async (scanBytes: number): Promise<LedgerArchive> => {
  const archive = await openTestArchive();
  const ids = [
    await enterOrganization(archive, '阳光里夕阳红舞蹈队'),
    await enterOrganization(archive, '阳光里𠮷祥合唱团'),
  ];
  const scan = await addAttachment(archive, {
    fileName: '备案表第2页.pdf',
    mediaType: 'application/pdf',
    bytes: new Uint8Array(scanBytes).map((_, index) => (index * 31 + (index >> 9)) % 256),
  });
  await archive.store.write((writer) => {
    ids.forEach((id, index) => {
      writer.run(
        "UPDATE organizations SET status = 'filed', filing_number = ?, filed_on = '2026-03-01' WHERE id = ?",
        [`新河街社备〔2026〕${index + 1}号`, id],
      );
    });
    const filing = filingId.parse('filing-1');
    writer.run(
      `INSERT INTO filings (id, organization_id, kind, state, entry_mode, status_before, facts, started_on, closed_on, created_at, updated_at)
       VALUES (?, ?, 'initial', 'filed', 'live', 'preparing', '{}', '2026-02-01', '2026-03-01', '2026-02-01', '2026-03-01')`,
      [filing, ids[0] ?? null],
    );
    writer.run(
      `INSERT INTO filing_steps (filing_id, sequence, action, from_state, to_state, actor, acted_on, recorded_at, back_entry)
       VALUES (?, 1, 'issue-certificate', 'notice-cleared', 'filed', '王敏', '2026-03-01', '2026-03-01', 0)`,
      [filing],
    );
    linkAttachment(writer, scan.id, filing);
  });
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const key = await addBureauKey(archive, { name: '新城区民政局', recipient });
  await confirmBureauKey(archive, { id: key.id, confirmedBy: '刘敏', heard: key.fingerprint });
  return {
    archive,
    identity,
    recipient,
    request: { period: '2026H1', bureauKeyIds: [key.id], includeScans: true },
  };
};

/** Runs an export to its end. */
export const exportToEnd = async (archive: TestArchive, request: LedgerExport): Promise<PackageRecord> => {
  for await (const event of exportLedger(archive, request)) if (event.type === 'result') return event.result;
  throw new Error('the export ended without a result');
};
