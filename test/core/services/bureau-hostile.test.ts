import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discardReceived, inbox, receiveFile } from '../../../src/core/services/received-files.ts';
import { addStreetKey, confirmStreetKey, putStreet } from '../../../src/core/services/registered-streets.ts';
import { codeOf, openBureau, takeIn, type BureauArchive } from '../../support/bureau-archive.ts';
import { foreignHeaders, hostileCases } from '../../support/hostile-cases.ts';
import { goodFiles, ledgerJson, officeSigner, packageOf, zipOf } from '../../support/hostile-package.ts';

let made: BureauArchive;
const street = {
  code: '990101001',
  name: '街道',
  contactName: null,
  contactPhone: null,
  remark: '',
  expectedFrom: null,
  expectedUntil: null,
};

beforeAll(async () => {
  made = await openBureau();
  await putStreet(made.bureau, street);
  const key = await addStreetKey(made.bureau, { streetCode: street.code, card: officeSigner });
  await confirmStreetKey(made.bureau, { id: key.id, confirmedBy: '陈晓', heard: key.fingerprint });
});
afterAll(() => made.bureau.close());

const goodName = '990101-990101001-2026H1-001.ledger.age';

/** Every row of the archive but the inbox's own. */
const rows = (): Promise<string> =>
  made.bureau.store.read((reader) => {
    const tables = reader
      .all<{ name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .map(({ name }) => name)
      .filter((name) => name !== 'received_files' && !name.startsWith('search_'));
    const all = tables.map((name) => [name, reader.all(`SELECT * FROM ${name}`)]);
    return createHash('sha256').update(JSON.stringify(all)).digest('hex');
  });

/** What comes of a package in the inbox; what is refused is thrown away again. */
const outcomeOf = async (bytes: Uint8Array, name = goodName): Promise<unknown> => {
  const before = await rows();
  const { id } = await receiveFile(
    made.bureau,
    name,
    (async function* () {
      yield bytes;
    })(),
  );
  const outcome = await codeOf(takeIn(made.bureau, id));
  if (outcome === 'accepted') return outcome;
  expect(await rows(), String(outcome)).toBe(before);
  expect((await inbox(made.bureau))[0]?.refusal?.code).toBe(String(outcome).split(' ')[0]);
  await discardReceived(made.bureau, id);
  return outcome;
};

// Some eighty packages, each opened by threads of its own.
const patience = { timeout: 300_000 };

test(
  'whatever the opening of a package refuses is refused by the bureau too, and nothing is written',
  patience,
  async () => {
    const { recipient } = made.card;
    const wrong = hostileCases.filter(([, , expected]) => !expected.test('unpacked'));
    expect(wrong.length).toBeGreaterThan(70);
    for (const [what, make, expected] of wrong)
      expect(await outcomeOf(await packageOf(await make(), recipient)), what).toMatch(expected);
    for (const [what, bytes, expected] of foreignHeaders)
      expect(await outcomeOf(Buffer.from(bytes as string)), what).toBe(expected);
    const stranger = await identityToRecipient(await generateX25519Identity());
    expect(await outcomeOf(await packageOf(zipOf(await goodFiles()), stranger))).toBe('PACKAGE_WRONG_KEY');
  },
);

test(
  'a package that is whole and means something wrong is refused, each by its own code',
  patience,
  async () => {
    const { recipient } = made.card;
    const saying = async (more: Readonly<Record<string, unknown>>, name = 'x.age'): Promise<unknown> =>
      outcomeOf(
        await packageOf(
          zipOf(await goodFiles({ 'data/ledger.json': ledgerJson(more) }, 'Ledger-Serial: 1\n')),
          recipient,
        ),
        name,
      );
    const future = { period: '2027H1', startsOn: '2027-01-01', endsOn: '2027-06-30' };
    const quarter = { period: '2026Q1', startsOn: '2026-01-01', endsOn: '2026-03-31' };
    const other = { code: '990101002', name: '另一街道' };
    for (const [more, expected] of [
      [{ district: { code: '990102', name: '别的区' } }, 'PACKAGE_WRONG_DISTRICT'],
      [{ street: { code: '990102001', name: '别的区的街道' } }, 'PACKAGE_WRONG_DISTRICT'],
      [{ street: other }, 'PACKAGE_OTHER_STREETS_KEY'],
      [future, 'PACKAGE_WRONG_PERIOD future'],
      [quarter, 'PACKAGE_WRONG_PERIOD kind'],
      [{ endsOn: '2026-07-01' }, 'PACKAGE_WRONG_PERIOD days'],
    ] as const)
      expect(await saying(more), JSON.stringify(more)).toBe(expected);
    expect(await outcomeOf(await packageOf(zipOf(await goodFiles()), recipient), 'no serial.age')).toBe(
      'PACKAGE_SCHEMA_INVALID Ledger-Serial',
    );
    expect(await saying({}, '990101-990101001-2026H2-001.ledger.age')).toBe('PACKAGE_NAME_MISMATCH');
    expect(await saying({}, goodName)).toBe('accepted');
    expect(await saying({ frozenOn: '2026-07-02' })).toBe('PACKAGE_DUPLICATE same-number');
    expect(await inbox(made.bureau)).toEqual([]);
    expect(readdirSync(join(made.bureau.ports.paths.archive, 'received'))).toHaveLength(1);
  },
);
