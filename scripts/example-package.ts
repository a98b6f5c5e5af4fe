/**
 * `node scripts/example-package.ts`: makes the example of docs/formats/ledger-package.md anew, from the sample street:
 * a package, its correction, the bureau's answer, and the test keys that open and check them. Everything in it is
 * invented; the keys open nothing else.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bureauKeygen } from '../src/core/ledger/bureau-keygen.ts';
import { parseMinisignSecretFile } from '../src/core/ledger/minisign.ts';
import { receiptFile } from '../src/core/ledger/receipt-file.ts';
import { exportLedger, type LedgerExport } from '../src/core/services/ledger-export.ts';
import { addBureauKey, confirmBureauKey, officeKeys } from '../src/core/services/ledger-keys.ts';
import { importSampleStreet, sampleOffice } from '../src/core/services/sample-street.ts';
import { systemRandom } from '../src/core/system-ports.ts';
import { openNodeCore } from '../src/loopback/open-node-core.ts';
import type { PackageRecord } from '../src/shared/domain/ledger.ts';
import { receiptFileName } from '../src/shared/domain/submission-receipt.ts';

const target = resolve(import.meta.dirname, '../test/fixtures/ledger-package');
const work = mkdtempSync(join(tmpdir(), 'hub-archive-example-'));

const core = await openNodeCore({
  archiveFolder: join(work, 'archive'),
  logger: { info: () => {}, error: console.error },
});
try {
  const { session, ports } = core.context;
  await session.create('an example, not a secret', await sampleOffice(ports));
  const archive = session.requireOpen();
  for await (const event of importSampleStreet(archive)) if (event.type === 'result') break;
  const bureau = await bureauKeygen(join(work, 'bureau'), systemRandom, {
    name: '区民政局',
    validUntil: null,
  });
  const key = await addBureauKey(archive, { name: '', recipient: readFileSync(bureau.cardPath, 'utf8') });
  await confirmBureauKey(archive, { id: key.id, confirmedBy: '示例', heard: key.fingerprint });

  const make = async (more: Partial<LedgerExport>): Promise<PackageRecord> => {
    const request = { period: '2026H1', bureauKeyIds: [key.id], includeScans: false, ...more };
    for await (const event of exportLedger(archive, request))
      if (event.type === 'result') return event.result;
    throw new Error('the export ended without a result');
  };
  const first = await make({});
  await archive.store.write((writer) =>
    writer.run("UPDATE organizations SET remark = '更正示例' WHERE id = (SELECT min(id) FROM organizations)"),
  );
  const correction = await make({ correction: { reason: '示例：补一条备注' } });

  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const { fileName } of [first, correction])
    copyFileSync(join(ports.paths.packages, fileName), join(target, fileName));
  copyFileSync(bureau.identityPath, join(target, 'bureau-identity.txt'));
  copyFileSync(bureau.cardPath, join(target, 'bureau-public-key-card.txt'));
  const { signingPublicKey } = await officeKeys(archive);
  writeFileSync(
    join(target, 'office.pub'),
    `untrusted comment: minisign public key of the example office\n${signingPublicKey}\n`,
  );
  writeFileSync(
    join(target, 'bureau.pub'),
    `untrusted comment: minisign public key of the example bureau\n${bureau.signingKey}\n`,
  );
  const signing = await parseMinisignSecretFile(readFileSync(bureau.signingPath, 'utf8'));
  writeFileSync(
    join(target, receiptFileName(first.fileName)),
    await receiptFile(signing, {
      format: 'hub-archive-receipt',
      version: '1.0',
      package: {
        fileName: first.fileName,
        sha256: first.sha256,
        period: first.period,
        serial: first.serial,
        correction: null,
        streetCode: first.fileName.slice(7, 16),
      },
      outcome: 'accepted',
      reasons: [],
      bureau: { name: '区民政局', districtCode: first.fileName.slice(0, 6) },
      receivedOn: ports.clock.today(),
      decidedBy: '示例',
      decidedAt: ports.clock.instant(),
    }),
  );
} finally {
  await core.close();
  rmSync(work, { recursive: true, force: true });
}
