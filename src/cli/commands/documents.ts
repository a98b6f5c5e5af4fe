import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import {
  documentFormat,
  documentKind,
  documentSubject,
  type DocumentFormat,
  type DocumentKind,
  type DocumentSubject,
} from '../../shared/domain/document.ts';
import { sealRequest, type SealRequest } from '../../shared/domain/seal.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';
import { allOrganizations } from './organizations.ts';

interface Options {
  readonly archive: string;
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
  readonly organization?: string;
  readonly subject?: readonly string[];
  readonly all: boolean;
  readonly sealBy?: string;
  readonly sealApprovedBy?: string;
  readonly sealPurpose?: string;
  readonly out: string;
  readonly json: boolean;
}

export interface MadeDocuments {
  readonly files: readonly string[];
  readonly skipped: readonly {
    readonly subjectId: string;
    readonly name: string;
    readonly missing: readonly string[];
  }[];
}

interface Target {
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
  readonly seal: SealRequest | null;
}

/** Makes documents into a folder: Word files one by one, print documents of one kind together as one file. */
export const makeDocuments = async (
  client: ArchiveClient,
  ids: readonly string[],
  target: Target,
  out: string,
  quiet: boolean,
): Promise<MadeDocuments> => {
  await mkdir(out, { recursive: true, mode: 0o700 });
  const batches = target.format === 'docx' ? ids.map((id) => [id]) : [[...ids]];
  const files: string[] = [];
  const skipped: MadeDocuments['skipped'][number][] = [];
  for (const batch of batches) {
    const made = await follow(
      await client.documents.make({ ...target, mark: null, issue: null, subjectIds: batch }),
      quiet,
    );
    skipped.push(...made.skipped);
    if (made.count === 0) continue;
    const file = await client.documents.takeFile({ fileId: made.fileId });
    const path = join(out, made.fileName);
    await writeFile(path, new Uint8Array(await file.arrayBuffer()), { mode: 0o600 });
    files.push(path);
  }
  return { files, skipped };
};

const subjectOfKind: Readonly<Record<DocumentKind, DocumentSubject>> = documentSubject;

/** Whose papers were asked for. @throws CommandError where the options do not fit the kind */
const subjectsOf = async (client: ArchiveClient, options: Options): Promise<readonly string[]> => {
  const { kind, subject, organization, all } = options;
  const given = [subject !== undefined, organization !== undefined, all].filter(Boolean).length;
  if (given !== 1) throw new CommandError('Give one of --subject ID, --organization ID and --all.');
  if (subject !== undefined) return subject;
  const madeOf = subjectOfKind[kind];
  if (madeOf !== 'organization')
    throw new CommandError(`A ${kind} is made of a ${madeOf}: give --subject ID.`);
  return organization === undefined
    ? (await allOrganizations(client, '')).map(({ id }) => id)
    : [organization];
};

/** @throws CommandError where only a part of what the register asks for is given */
const sealRequestOf = ({ sealBy, sealApprovedBy, sealPurpose }: Options): SealRequest | null => {
  const given = [sealBy, sealApprovedBy, sealPurpose];
  if (given.every((each) => each === undefined)) return null;
  const request = sealRequest.safeParse({
    usedBy: sealBy,
    approvedBy: sealApprovedBy,
    purpose: sealPurpose,
    confirmed: true,
  });
  if (!request.success)
    throw new CommandError('The seal picture needs --seal-by, --seal-approved-by and --seal-purpose.');
  return request.data;
};

const documents = async (options: Options): Promise<Outcome> =>
  withArchive({ archive: options.archive }, async (client) => {
    const ids = await subjectsOf(client, options);
    const made = await makeDocuments(
      client,
      ids,
      { kind: options.kind, format: options.format, seal: sealRequestOf(options) },
      options.out,
      options.json,
    );
    return {
      data: made,
      lines: [
        `${made.files.length} files in ${options.out}.`,
        ...made.skipped.map(({ name, missing }) => `  left out ${name}: ${missing.join('、')}`),
      ],
      ...(made.skipped.length > 0 ? { exitCode: exitCodes.incomplete } : {}),
    };
  });

export const documentsCommand = (): Command =>
  new Command('documents')
    .description('print filing documents')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .addOption(new Option('--kind <kind>', 'document').choices(documentKind.options).makeOptionMandatory())
    .addOption(
      new Option('--format <format>', 'file format').choices(documentFormat.options).makeOptionMandatory(),
    )
    .option('--organization <id>', 'one organization')
    .option(
      '--subject <id...>',
      'what the document is made of: a filing, a record, a certificate, a community',
    )
    .option('--all', 'every organization', false)
    .option('--seal-by <name>', 'lay the seal picture over name and date (no electronic seal): who uses it')
    .option('--seal-approved-by <name>', 'who approved the use')
    .option('--seal-purpose <words>', 'what for; all three go into the register of seal uses')
    .requiredOption('--out <dir>', 'folder for the files')
    .option('--json', 'print one JSON object', false)
    .action((options: Options) => run(options.json, () => documents(options)));
