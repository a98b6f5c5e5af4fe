import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { verifyPackage } from '../../core/ledger/verify-package.ts';
import type { PackageRecord } from '../../shared/domain/ledger.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';

interface ExportOptions {
  readonly archive: string;
  readonly period: string;
  readonly recipient: string;
  readonly scans: boolean;
  readonly out: string;
  readonly json: boolean;
}

/** Who confirmed a recipient that was typed on the command line. */
const confirmedBy = '命令行操作员';

/**
 * Exports to a recipient given in full: whoever types it has it before their eyes, which is the confirmation.
 *
 * @throws ORPCError with the codes of `ledger.export`
 */
export const exportPackage = async (
  client: ArchiveClient,
  {
    period,
    recipient,
    includeScans,
  }: { readonly period: string; readonly recipient: string; readonly includeScans: boolean },
  quiet: boolean,
): Promise<PackageRecord> => {
  const key = await client.ledger.addBureauKey({ name: '区民政局', recipient });
  if (key.confirmedAt === null) await client.ledger.confirmBureauKey({ id: key.id, confirmedBy });
  return follow(await client.ledger.export({ period, bureauKeyIds: [key.id], includeScans }), quiet);
};

const exportLedger = async ({
  archive,
  period,
  recipient,
  scans,
  out,
  json,
}: ExportOptions): Promise<Outcome> =>
  withArchive({ archive, packagesFolder: out }, async (client) => {
    const made = await exportPackage(client, { period, recipient, includeScans: scans }, json);
    const { signingPublicKey } = await client.ledger.officeKeys();
    return {
      data: { ...made, path: join(out, made.fileName), signingPublicKey },
      lines: [
        `Package: ${join(out, made.fileName)} (${made.byteLength} bytes, ${made.organizationCount} organizations, ${made.scanCount} scans)`,
        `SHA-256: ${made.sha256}`,
        `Signed by (minisign public key): ${signingPublicKey}`,
      ],
    };
  });

interface VerifyOptions {
  readonly identity: string;
  readonly signer?: string;
  readonly json: boolean;
}

/** The identity in a key file of the age program: the one line that is not a comment. */
const identityFrom = async (path: string): Promise<string> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new CommandError(`Cannot read ${path}.`);
  });
  const identity = text.split(/\r?\n/).find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (identity === undefined) throw new CommandError(`${path} holds no age identity.`);
  return identity.trim();
};

/** `--signer` takes the key itself or a .pub file. */
const signerFrom = async (signer: string | undefined): Promise<string | null> =>
  signer === undefined ? null : readFile(signer, 'utf8').catch(() => signer);

const verify = async (path: string, options: VerifyOptions): Promise<Outcome> => {
  const checked = await verifyPackage(path, {
    identity: await identityFrom(options.identity),
    signer: await signerFrom(options.signer),
  });
  const { snapshot, bag } = checked;
  return {
    data: {
      period: snapshot.period,
      street: snapshot.street,
      organizations: snapshot.organizations.length,
      files: bag.files,
      payloadBytes: bag.payloadBytes,
      contentHash: bag.contentHash,
      signedBy: checked.signedBy,
      signatureTrusted: checked.signatureTrusted,
    },
    lines: [
      `Whole and authentic: ${snapshot.street.name} ${snapshot.period}, ${snapshot.organizations.length} organizations, ${bag.files} files, ${bag.payloadBytes} bytes.`,
      checked.signatureTrusted
        ? `Signature holds: key ${checked.signedBy ?? ''}; ${checked.trustedComment ?? ''}`
        : `Signed by key ${checked.signedBy ?? ''}; not checked: give --signer PUBKEY.`,
    ],
  };
};

export const ledgerCommand = (): Command =>
  new Command('ledger')
    .description('half-yearly ledger packages')
    .addCommand(
      new Command('export')
        .description('freeze a period and write its encrypted, signed package')
        .requiredOption('--archive <dir>', 'folder of the archive')
        .requiredOption('--period <code>', 'e.g. 2026H1')
        .requiredOption('--recipient <age1…>', "the bureau's public key")
        .option('--no-scans', 'leave scans out')
        .requiredOption('--out <dir>', 'folder for the package')
        .option('--json', 'print one JSON object', false)
        .action((options: ExportOptions) => run(options.json, () => exportLedger(options))),
    )
    .addCommand(
      new Command('verify')
        .description('open a package and check everything; writes nothing')
        .argument('<file>', 'package')
        .requiredOption('--identity <file>', "the bureau's identity file")
        .option('--signer <key>', "the office's minisign public key, or its .pub file")
        .option('--json', 'print one JSON object', false)
        .action((file: string, options: VerifyOptions) => run(options.json, () => verify(file, options))),
    );
