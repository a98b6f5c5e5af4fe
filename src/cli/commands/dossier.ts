import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { dossierFolderRequest } from '../../shared/domain/dossier-folder.ts';
import { inspectionRequest, type InspectionOutcome } from '../../shared/domain/inspection.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { CommandError } from '../command-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly organization: string;
  readonly version: string;
  readonly by: string;
  readonly purpose: string;
  readonly from?: string;
  readonly to?: string;
  readonly part?: readonly string[];
  readonly papers: string;
  readonly stamped: boolean;
  readonly out: string;
  readonly json: boolean;
}

/** Writes a dossier piece by piece; the final name always holds a whole file. */
const save = async (
  client: ArchiveClient,
  { fileId, byteLength }: InspectionOutcome,
  path: string,
): Promise<void> => {
  const unfinished = `${path}.part`;
  const file = await open(unfinished, 'w', 0o600);
  try {
    for (let from = 0; from < byteLength;) {
      const piece = await client.inspection.take({ fileId, from });
      await file.writeFile(new Uint8Array(await piece.arrayBuffer()));
      from += piece.size;
    }
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await file.close().catch(() => {});
    await rm(unfinished, { force: true });
    throw error;
  }
};

/** @throws CommandError where an option says nothing that fits */
const requestOf = ({ organization, version, by, purpose, from, to, part, papers, stamped }: Options) => {
  const request = inspectionRequest.safeParse({
    organizationId: organization,
    version,
    actor: by,
    purpose,
    from: from ?? null,
    to: to ?? null,
    parts: part ?? null,
    made: papers,
    stamped,
  });
  if (!request.success)
    throw new CommandError(
      `--${request.error.issues[0]?.path.join('.') ?? 'organization'} does not fit: the full version needs --purpose, days are YYYY-MM-DD.`,
    );
  return request.data;
};

const exportPdf = async (options: Options): Promise<Outcome> => {
  const request = requestOf(options);
  return withArchive({ archive: options.archive }, async (client) => {
    await mkdir(options.out, { recursive: true, mode: 0o700 });
    const made = await follow(await client.inspection.make(request), options.json);
    const path = join(options.out, made.fileName);
    await save(client, made, path);
    const { items, pages, problems } = made;
    return {
      data: { file: path, items, pages, problems },
      lines: [
        `${items} items on ${pages} pages: ${path}`,
        ...problems.map(({ item, paper, reason }) => `  not in it: ${item}　${paper}: ${reason}`),
      ],
      ...(problems.length > 0 ? { exitCode: exitCodes.incomplete } : {}),
    };
  });
};

interface FolderOptions {
  readonly archive: string;
  readonly to: string;
  readonly by: string;
  readonly organization?: readonly string[];
  readonly version: string;
  readonly purpose: string;
  readonly json: boolean;
}

const exportFolder = async (options: FolderOptions): Promise<Outcome> =>
  withArchive({ archive: options.archive, backupFolder: options.to }, async (client) => {
    const organizationIds =
      options.organization ?? (await client.backups.dossierChoices()).map(({ id }) => id);
    const request = dossierFolderRequest.safeParse({
      organizationIds,
      version: options.version,
      placeId: 'folder',
      actor: options.by,
      purpose: options.purpose,
    });
    if (!request.success)
      throw new CommandError(
        request.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
      );
    const made = await follow(await client.backups.exportDossiers(request.data), options.json);
    return {
      data: made,
      lines: [
        `Dossiers: ${join(options.to, made.folderName)} (${made.organizations} organizations, ${made.items} items, ${made.files} files, ${made.byteLength} bytes)`,
        ...made.left.map(
          ({ organization, paper, reason }) => `left out: ${organization} ${paper}: ${reason}`,
        ),
      ],
      ...(made.left.some(({ reason }) => reason === 'lost') && { exitCode: exitCodes.incomplete }),
    };
  });

export const dossierCommand = (): Command =>
  new Command('dossier')
    .description('whole dossiers')
    .addCommand(
      new Command('export-pdf')
        .description("one organization's whole archive as one PDF, for an inspection")
        .requiredOption('--archive <dir>', 'folder of the archive')
        .requiredOption('--organization <id>', 'whose dossier')
        .requiredOption('--by <name>', 'who makes it')
        .addOption(
          new Option('--version <version>', 'everything, or what is public')
            .choices(['full', 'public'])
            .default('full'),
        )
        .option('--purpose <words>', 'what the full version is for', '')
        .option('--from <day>', 'items from this day on')
        .option('--to <day>', 'items up to this day')
        .option('--part <part...>', 'parts of the dossier; left out, all')
        .addOption(
          new Option('--papers <which>', 'papers that are printed')
            .choices(['unscanned', 'all', 'none'])
            .default('unscanned'),
        )
        .option('--stamped', 'lay the archive stamp over first pages', false)
        .option('--out <dir>', 'where the PDF goes', '.')
        .option('--json', 'print one JSON object', false)
        .action((options: Options) => run(options.json, () => exportPdf(options))),
    )
    .addCommand(
      new Command('export')
        .description('whole dossiers as a folder, in clear, that opens in any browser')
        .requiredOption('--archive <dir>', 'folder of the archive')
        .requiredOption('--to <dir>', 'where the folder goes')
        .requiredOption('--by <name>', 'who makes it')
        .option('--organization <id...>', 'whose dossiers; left out, all')
        .addOption(
          new Option('--version <version>', 'everything, or what is public')
            .choices(['full', 'public'])
            .default('public'),
        )
        .option('--purpose <words>', 'what the full version is for', '')
        .option('--json', 'print one JSON object', false)
        .action((options: FolderOptions) => run(options.json, () => exportFolder(options))),
    );
