import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { withArchive } from '../archive-client.ts';
import { exitCodes } from '../exit-codes.ts';
import { follow } from '../progress.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly dryRun: boolean;
  readonly rejects?: string;
  readonly report?: string;
  readonly json: boolean;
}

const importWorkbook = async (path: string, options: Options): Promise<Outcome> =>
  withArchive({ archive: options.archive }, async (client) => {
    const file = new File([await readFile(path)], basename(path));
    const { uploadId, sheets } = await client.imports.analyse({ file });
    const mapping = {
      sheets: sheets.map(({ columns, ...sheet }) => ({
        ...sheet,
        columns: columns.map(({ index, field }) => ({ index, field })),
      })),
    };
    const work = options.dryRun ? client.imports.dryRun : client.imports.run;
    const report = await follow(await work({ uploadId, mapping }), options.json);
    const source =
      report.importId === null ? { uploadId, importId: null } : { uploadId: null, importId: report.importId };
    const save = async (to: string | undefined, made: () => Promise<File>): Promise<void> => {
      if (to !== undefined)
        await writeFile(to, new Uint8Array(await (await made()).arrayBuffer()), { mode: 0o600 });
    };
    await save(options.rejects, () => client.imports.rejects(source));
    await save(options.report, () => client.imports.report(source));
    const { counts } = report;
    return {
      data: { importId: report.importId, dryRun: report.dryRun, counts, byCode: report.byCode },
      lines: [
        `${options.dryRun ? 'Dry run' : 'Imported'}: ${counts.organizationsCreated} organizations, ${counts.peopleCreated} people, ${counts.membershipsCreated} memberships; ${counts.valuesChanged} values changed, ${counts.warnings} warnings, ${counts.rowsRefused} rows refused.`,
        ...report.byCode.map(({ code, level, count }) => `  ${level} ${code}: ${count}`),
      ],
      ...(counts.rowsRefused > 0 ? { exitCode: exitCodes.incomplete } : {}),
    };
  });

export const importCommand = (): Command =>
  new Command('import')
    .description('import an Excel ledger; rows that are refused are named and can be written to a workbook')
    .argument('<file>', 'workbook (.xlsx, .xls)')
    .requiredOption('--archive <dir>', 'folder of the archive')
    .option('--dry-run', 'check only, write nothing', false)
    .option('--rejects <file>', 'write the refused rows with reasons to this workbook')
    .option('--report <file>', 'write every refusal, change and warning to this workbook')
    .option('--json', 'print one JSON object', false)
    .action((file: string, options: Options) => run(options.json, () => importWorkbook(file, options)));
