import { Command } from 'commander';
import type { OrganizationRow } from '../../shared/domain/organization.ts';
import { organizationStatusLabels } from '../../shared/labels/organization.ts';
import { withArchive, type ArchiveClient } from '../archive-client.ts';
import { run, type Outcome } from '../run.ts';

interface Options {
  readonly archive: string;
  readonly text: string;
  readonly json: boolean;
}

/** Every organization that matches, page by page. */
export const allOrganizations = async (
  client: ArchiveClient,
  text: string,
): Promise<readonly OrganizationRow[]> => {
  const rows: OrganizationRow[] = [];
  for (;;) {
    const page = await client.organizations.list({
      filter: {
        text,
        communityIds: [],
        statuses: [],
        fourClasses: [],
        settlement: null,
        proposedRegistration: null,
        lacking: null,
        due: null,
      },
      sort: { by: 'community', descending: false },
      offset: rows.length,
      limit: 200,
    });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
};

const list = async ({ archive, text }: Options): Promise<Outcome> =>
  withArchive({ archive }, async (client) => {
    const rows = await allOrganizations(client, text);
    return {
      data: { organizations: rows, total: rows.length },
      lines: [
        ...rows.map((row) =>
          [
            row.id,
            row.communityName,
            row.name,
            organizationStatusLabels[row.status],
            row.filingNumber ?? '—',
            `${row.memberCount}`,
          ].join('\t'),
        ),
        `${rows.length} organizations`,
      ],
    };
  });

export const organizationsCommand = (): Command =>
  new Command('organizations').description('community organizations').addCommand(
    new Command('list')
      .description('list organizations: id, community, name, status, filing number, members')
      .requiredOption('--archive <dir>', 'folder of the archive')
      .option('--text <words>', 'only names or numbers with these words', '')
      .option('--json', 'print one JSON object', false)
      .action((options: Options) => run(options.json, () => list(options))),
  );
