import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { joinParts, splitPackage } from '../../core/ledger/package-parts.ts';
import { unpackPackage } from '../../core/ledger/unpack-package.ts';
import { verifyPackage, type VerifiedPackage, type VerifyOptions } from '../../core/ledger/verify-package.ts';
import type { PackageRecord } from '../../shared/domain/ledger.ts';
import { ledgerFindingLabels } from '../../shared/labels/ledger.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { byteSize } from '../byte-size.ts';
import { CommandError } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';

interface PeriodOptions {
  readonly archive: string;
  readonly period: string;
  readonly json: boolean;
}

interface ExportOptions extends PeriodOptions {
  readonly recipient: string;
  readonly scans: boolean;
  readonly correction?: string;
  readonly escrow: boolean;
  readonly parts?: string;
  readonly out: string;
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
    correction,
  }: {
    readonly period: string;
    readonly recipient: string;
    readonly includeScans: boolean;
    readonly correction: { readonly reason: string } | null;
  },
  quiet: boolean,
): Promise<PackageRecord> => {
  const key = await client.ledger.addBureauKey({ name: '', recipient });
  if (key.confirmedAt === null)
    await client.ledger.confirmBureauKey({ id: key.id, confirmedBy, heard: key.fingerprint });
  const bureauKeyIds = [key.id];
  return follow(await client.ledger.export({ period, bureauKeyIds, includeScans, correction }), quiet);
};

/** `--recipient` takes the key itself or a key card in a file. */
const textOf = (given: string): Promise<string> => readFile(given, 'utf8').catch(() => given);

const exportLedger = async (options: ExportOptions): Promise<Outcome> =>
  withArchive({ archive: options.archive, packagesFolder: options.out }, async (client) => {
    const { period, json, out, correction } = options;
    const partBytes = options.parts === undefined ? null : byteSize(options.parts);
    const made = await exportPackage(
      client,
      {
        period,
        recipient: await textOf(options.recipient),
        includeScans: options.scans,
        correction: correction === undefined ? null : { reason: correction },
      },
      json,
    );
    const path = join(out, made.fileName);
    const { signingPublicKey, escrowRecipient } = await client.ledger.officeKeys();
    const opened = options.escrow ? await follow(await client.ledger.recheck({ id: made.id }), json) : null;
    const parts = partBytes === null ? [] : await splitPackage(path, out, partBytes);
    return {
      data: { ...made, path, signingPublicKey, escrowRecipient, opened, parts },
      lines: [
        `Package: ${path} (${made.byteLength} bytes, ${made.organizationCount} organizations, ${made.scanCount} scans)`,
        `SHA-256: ${made.sha256}`,
        `Signed by (minisign public key): ${signingPublicKey}`,
        ...(opened === null
          ? []
          : [
              `Opened with the escrow key ${escrowRecipient}: ${opened.files} files, ${opened.payloadBytes} bytes, ${opened.organizations} organizations; all as recorded.`,
            ]),
        ...(parts.length === 0 ? [] : [`Parts: ${parts.join(', ')}`]),
      ],
    };
  });

const freeze = async ({ archive, period }: PeriodOptions): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const frozen = await client.ledger.freeze({ period });
    return {
      data: { period, ...frozen },
      lines: [
        `Frozen on ${frozen.frozenOn}: ${period}, ${frozen.organizations} organizations`,
        `SHA-256 of ledger.json: ${frozen.sha256}`,
      ],
    };
  });

const check = async ({ archive, period }: PeriodOptions): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const findings = await client.ledger.check({ period });
    const blocking = findings.filter(({ level }) => level === 'blocking').length;
    return {
      data: { period, blocking, warnings: findings.length - blocking, findings },
      lines: [
        ...findings.map(
          ({ level, code, organizationName, detail }) =>
            `${level}: ${organizationName ?? ''} ${ledgerFindingLabels[code]}${detail === null ? '' : `（${detail}）`}`,
        ),
        `${blocking} blocking, ${findings.length - blocking} warnings`,
      ],
      ...(blocking === 0 ? {} : { exitCode: exitCodes.incomplete }),
    };
  });

interface OpeningOptions {
  readonly identity: string;
  readonly signer?: string;
  readonly json: boolean;
}

interface UnpackOptions extends OpeningOptions {
  readonly out?: string;
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

const verifyOptions = async ({ identity, signer }: OpeningOptions): Promise<VerifyOptions> => ({
  identity: await identityFrom(identity),
  signer: signer === undefined ? null : await textOf(signer),
});

/** What a checked package holds, in numbers and in words. */
const outcomeOf = (checked: VerifiedPackage, more: Readonly<Record<string, unknown>> = {}): Outcome => {
  const { content, bag } = checked;
  const { period, street } = content;
  const correction = 'number' in content ? content.number : null;
  const organizations = 'organizations' in content ? content.organizations.length : content.lines.length;
  const { files, payloadBytes, contentHash } = bag;
  return {
    data: {
      period,
      street,
      organizations,
      correction,
      files,
      payloadBytes,
      contentHash,
      signedBy: checked.signedBy,
      signatureTrusted: checked.signatureTrusted,
      ...more,
    },
    lines: [
      `Whole and authentic: ${street.name} ${period}${correction === null ? '' : `, correction ${correction}`}, ${organizations} organizations, ${files} files, ${payloadBytes} bytes.`,
      checked.signatureTrusted
        ? `Signature holds: key ${checked.signedBy ?? ''}; ${checked.trustedComment ?? ''}`
        : `Signed by key ${checked.signedBy ?? ''}; not checked: give --signer PUBKEY.`,
    ],
  };
};

const verify = async (path: string, options: OpeningOptions): Promise<Outcome> =>
  outcomeOf(await verifyPackage(path, await verifyOptions(options)));

/** Joins parts where an index is given, and gives the whole package to `use`. */
const withWhole = async <T>(path: string, use: (whole: string) => Promise<T>): Promise<T> => {
  if (!path.endsWith('.parts.json')) return use(path);
  const folder = await mkdtemp(join(tmpdir(), 'hub-archive-parts-'));
  try {
    return await use(await joinParts(path, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const open = async (path: string, options: UnpackOptions): Promise<Outcome> =>
  withWhole(path, async (whole) => {
    const opening = await verifyOptions(options);
    const { out } = options;
    if (out === undefined) return outcomeOf(await verifyPackage(whole, opening));
    const outcome = outcomeOf(await unpackPackage(whole, out, opening), { folder: out });
    return { ...outcome, lines: [...outcome.lines, `Unpacked into ${out}`] };
  });

const joinWhole = async (index: string, { out }: { readonly out: string }): Promise<Outcome> => {
  const path = await joinParts(index, out);
  return { data: { path }, lines: [`Whole again: ${path}`] };
};

const takeReceipt = async (path: string, { archive }: { readonly archive: string }): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const bytes = await readFile(path).catch(() => {
      throw new CommandError(`Cannot read ${path}.`);
    });
    const known = await client.ledger.importReceipt({ file: new File([bytes], basename(path)) });
    const { receipt } = known;
    return {
      data: known,
      lines: [
        `${known.fileName}: ${receipt?.outcome ?? ''} by ${receipt?.bureau ?? ''} on ${receipt?.receivedOn ?? ''}`,
        ...(receipt?.reasons ?? []).map(({ organization, text }) => `  ${organization ?? ''} ${text}`),
      ],
    };
  });

const onPeriod = (command: Command): Command =>
  command
    .requiredOption('--archive <dir>', 'folder of the archive')
    .requiredOption('--period <code>', 'e.g. 2026H1')
    .option('--json', 'print one JSON object', false);

const onPackage = (command: Command): Command =>
  command
    .requiredOption('--identity <file>', "the bureau's identity file")
    .option('--signer <key>', "the office's minisign public key, or its .pub file")
    .option('--json', 'print one JSON object', false);

const exportCommand = (): Command =>
  onPeriod(new Command('export').description('freeze a period and write its encrypted, signed package'))
    .requiredOption('--recipient <key>', "the bureau's public key (age1…), or its key card in a file")
    .requiredOption('--out <dir>', 'folder for the package')
    .option('--no-scans', 'leave scans out')
    .option('--correction <reason>', 'send what has changed since the period was sent, and why')
    .option('--escrow', 'open the finished file again with the escrow key and say what is inside', false)
    .option('--parts <size>', 'cut it into parts with an index file beside, e.g. 700MB')
    .action((options: ExportOptions) => run(options.json, () => exportLedger(options)));

export const ledgerCommand = (): Command =>
  new Command('ledger')
    .description('half-yearly ledger packages')
    .addCommand(
      onPeriod(
        new Command('freeze').description('freeze the ledger of a period; again gives the same bytes'),
      ).action((options: PeriodOptions) => run(options.json, () => freeze(options))),
    )
    .addCommand(
      onPeriod(
        new Command('check').description(
          'what blocks a submission and what to look at; exit code 4 while something blocks',
        ),
      ).action((options: PeriodOptions) => run(options.json, () => check(options))),
    )
    .addCommand(exportCommand())
    .addCommand(
      onPackage(
        new Command('verify')
          .description('check a package whole; writes nothing')
          .argument('<file>', 'package'),
      ).action((file: string, options: OpeningOptions) => run(options.json, () => verify(file, options))),
    )
    .addCommand(
      onPackage(
        new Command('open')
          .description('check a package, or the .parts.json of one in parts, and unpack it')
          .argument('<file>', 'package or index of its parts'),
      )
        .option('--out <dir>', 'new folder to unpack into; nothing is written without it')
        .action((file: string, options: UnpackOptions) => run(options.json, () => open(file, options))),
    )
    .addCommand(
      new Command('receipt')
        .description("take in the bureau's signed answer to a package")
        .argument('<file>', 'the .receipt.txt')
        .requiredOption('--archive <dir>', 'folder of the archive')
        .option('--json', 'print one JSON object', false)
        .action((file: string, options: { readonly archive: string; readonly json: boolean }) =>
          run(options.json, () => takeReceipt(file, options)),
        ),
    )
    .addCommand(
      new Command('join')
        .description('join the parts of a package')
        .argument('<index>', 'the .parts.json file')
        .requiredOption('--out <dir>', 'folder for the package')
        .option('--json', 'print one JSON object', false)
        .action((index: string, options: { readonly out: string; readonly json: boolean }) =>
          run(options.json, () => joinWhole(index, options)),
        ),
    );
