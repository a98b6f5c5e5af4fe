import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openBulkThreads } from '../../src/core/crypto/bulk-threads.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { answerPackage } from '../../src/core/services/package-answers.ts';
import { makeBureauKeys } from '../../src/core/services/bureau-keys.ts';
import { checkReceived, importReceived, receivedPackages } from '../../src/core/services/package-import.ts';
import { discardReceived, inbox, receivedPath, receiveFile } from '../../src/core/services/received-files.ts';
import { addStreetKey, confirmStreetKey, putStreet } from '../../src/core/services/registered-streets.ts';
import { cardOfStreet, generatedLedger, makeStreetPackage, makeStreets } from '../desks/street-packages.ts';
import { acknowledged, type Acknowledgement } from './acknowledgement.ts';

/** Beside the archive: what streets have handed in. */
const handedInFolder = 'handed-in';
const handedIn = (archive: OpenArchive): string => join(archive.ports.paths.archive, '..', handedInFolder);

const period = '2026H1';

/** The key ceremony, some streets with confirmed keys, and their packages beside the archive, several of each. */
export const prepareBureau = async (
  archive: OpenArchive,
  { streets, organizations, serials }: Readonly<Record<'streets' | 'organizations' | 'serials', number>>,
): Promise<void> => {
  const { recipient } = await makeBureauKeys(archive, null);
  const folder = handedIn(archive);
  mkdirSync(folder);
  const threads = await openBulkThreads(1_000_000);
  for (const street of await makeStreets(streets)) {
    const { code, name } = street;
    const none = {
      contactName: null,
      contactPhone: null,
      remark: '',
      expectedFrom: null,
      expectedUntil: null,
    };
    await putStreet(archive, { code, name, ...none });
    const key = await addStreetKey(archive, { streetCode: code, card: cardOfStreet(street) });
    await confirmStreetKey(archive, { id: key.id, confirmedBy: '陈晓', heard: key.fingerprint });
    for (let serial = 1; serial <= serials; serial++) {
      const ledger = generatedLedger(street, period, organizations + serial);
      await makeStreetPackage(street, ledger, { folder, recipient, serial }, threads);
    }
  }
  await threads.close();
};

const ended = async <T>(
  stream: AsyncIterable<{ readonly type: 'progress' } | { readonly type: 'result'; readonly result: T }>,
): Promise<T> => {
  for await (const event of stream) if (event.type === 'result') return event.result;
  throw new Error('the stream ended without a result');
};

const receive = (archive: OpenArchive, path: string) =>
  receiveFile(archive, basename(path), createReadStream(path));

/** Takes in what was handed in, one package after another, and answers each; then receives and throws away for ever. */
export const bureauOn = async (
  archive: OpenArchive,
  say: (line: Acknowledgement) => void,
): Promise<never> => {
  const paths = readdirSync(handedIn(archive))
    .sort()
    .map((name) => join(handedIn(archive), name));
  for (const path of paths) {
    const { id } = await receive(archive, path);
    say({ what: 'received', id });
    await ended(checkReceived(archive, { id, expectedPeriod: null }));
    const taken = await ended(importReceived(archive, { id, expectedPeriod: null, importedBy: '陈晓' }));
    say({ what: 'taken', id: taken.id, organizations: taken.organizationCount });
    await answerPackage(archive, { id: taken.id, outcome: 'accepted', reasons: [], decidedBy: '陈晓' });
    say({ what: 'answered', id: taken.id });
  }
  for (let round = 0; ; round++) {
    const { id } = await receive(archive, paths[round % paths.length] ?? '');
    await discardReceived(archive, id);
  }
};

interface PackageRow {
  readonly id: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly organizations: number;
  readonly ledgers: number;
  /** Lines that are counted of it; null for one that another has replaced. */
  readonly counted: number | null;
  readonly isNewest: 0 | 1;
}

const packageRows = ({ store }: OpenArchive): Promise<readonly PackageRow[]> =>
  store.read((reader) =>
    reader.all<PackageRow>(
      `SELECT p.id, p.file_name AS fileName, p.sha256, p.organization_count AS organizations,
         (SELECT count(*) FROM received_ledgers l WHERE l.package_id = p.id) AS ledgers,
         (SELECT count(o.position) FROM district_ledgers d
          LEFT JOIN district_organizations o ON o.period = d.period AND o.street_code = d.street_code
          WHERE d.package_id = p.id GROUP BY d.package_id) AS counted,
         p.serial = (SELECT max(q.serial) FROM received_packages q
          WHERE q.street_code = p.street_code AND q.period = p.period) AS isNewest
       FROM received_packages p`,
    ),
  );

const tornPackages = (archive: OpenArchive, rows: readonly PackageRow[]): string[] =>
  rows.flatMap((row) => {
    const counted = row.isNewest === 1 ? row.organizations : null;
    const bytes = readFileSync(receivedPath(archive, row));
    return [
      ...(row.ledgers === 1 && row.counted === counted ? [] : [`package ${row.fileName} half taken in`]),
      ...(createHash('sha256').update(bytes).digest('hex') === row.sha256
        ? []
        : [`file of ${row.fileName} changed`]),
    ];
  });

/** What was taken in is whole and stays, what came in is there, and nothing else lies on the disk. */
export const bureauFaults = async (
  archive: OpenArchive,
  said: readonly Acknowledgement[],
): Promise<string[]> => {
  const rows = await packageRows(archive);
  const entries = await inbox(archive);
  const known = new Set<string>([...rows, ...entries].map(({ id }) => id));
  const received = join(archive.ports.paths.archive, 'received');
  const onDisk = existsSync(received) ? readdirSync(received).filter((id) => !known.has(id)) : [];
  const taken = new Map(rows.map((row) => [row.id, row]));
  const answered = new Set<string>(
    (await receivedPackages(archive, { period, streetCode: null })).flatMap(({ id, receipt }) =>
      receipt === null ? [] : [id],
    ),
  );
  return [
    ...tornPackages(archive, rows),
    ...onDisk.map((id) => `stray file ${id}`),
    ...acknowledged(said, 'received')
      .filter(({ id }) => !known.has(id))
      .map(({ id }) => `received file ${id} lost`),
    ...acknowledged(said, 'taken')
      .filter(({ id, organizations }) => taken.get(id)?.organizations !== organizations)
      .map(({ id }) => `package ${id} lost`),
    ...acknowledged(said, 'answered')
      .filter(({ id }) => !answered.has(id))
      .map(({ id }) => `answer to ${id} lost`),
  ];
};
