import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { z } from 'zod';

/** Runs `hub-archive` and gives what `--json` says. */
export type RunCli = (
  args: readonly string[],
) => Promise<{ readonly exitCode: number; readonly json: unknown }>;

/** Told of each step that came out as it should. */
export type Step = (what: string) => void;

const answered = z.object({ ok: z.boolean(), result: z.unknown().optional(), error: z.unknown().optional() });

const expectEqual = (what: string, found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`);
};

/** The command line as an actor: what is refused or ends otherwise than it should fails the act. */
const actor = (cli: RunCli) => ({
  does: async <Schema extends z.ZodType>(
    schema: Schema,
    args: readonly string[],
    exitCode = 0,
  ): Promise<z.output<Schema>> => {
    const run = await cli([...args, '--json']);
    const said = answered.parse(run.json);
    if (run.exitCode !== exitCode)
      throw new Error(`${args.join(' ')} ended with ${run.exitCode}: ${JSON.stringify(said.error ?? said)}`);
    return schema.parse(said.result);
  },
  refused: async (args: readonly string[], code: string): Promise<void> => {
    const run = await cli([...args, '--json']);
    const said = answered.extend({ error: z.object({ code: z.string() }) }).parse(run.json);
    expectEqual(args.join(' '), [run.exitCode, said.error.code], [3, code]);
  },
});
type Actor = ReturnType<typeof actor>;

const period = '2026H1';
const district = { districtCode: '990101', districtName: '新城区' } as const;

const streets = [
  { code: '990101001', name: '新河街道', short: '新河街' },
  { code: '990101002', name: '东风街道', short: '东风街' },
] as const;
type Street = (typeof streets)[number];

const officeOf = ({ code, name, short }: Street) => ({
  profile: {
    ...district,
    streetCode: code,
    streetName: name,
    authorityName: `${name}办事处`,
    partyCommittee: null,
    hubName: `${name}社会组织联合会`,
    hubCreditCode: null,
    shortName: short,
    contactName: null,
    contactPhone: null,
    address: null,
    fondsCode: null,
  },
  communities: ['阳光里社区', '和平里社区'].map((community, index) => ({
    code: `${code}00${index + 1}`,
    name: community,
    settlement: 'urban',
    settlementClass: null,
    partyOrganization: null,
    validFrom: null,
    validTo: null,
  })),
});

/** Every tenth name is in use in both streets. */
const ledgerCsvOf = ({ short }: Street, from: number, count: number): string =>
  [
    '社区,组织名称,类别,备案号,备案日期,负责人',
    ...Array.from({ length: count }, (_, index) => {
      const at = from + index;
      const name = at % 10 === 0 ? `和平里第${at}合唱团` : `${short}第${at}舞蹈队`;
      return `和平里社区,${name},文体活动类,${short}社备〔2026〕${at}号,2026-03-01,王敏`;
    }),
  ].join('\n');

const keygen = z.object({
  identityPath: z.string(),
  signingPath: z.string(),
  cardPath: z.string(),
  signingKey: z.string(),
});
const exported = z.object({
  path: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  organizationCount: z.int(),
  signingPublicKey: z.string(),
  opened: z.object({ organizations: z.int() }).nullable(),
  parts: z.array(z.string()),
});
type Exported = z.infer<typeof exported>;

const imported = z.object({
  imported: z.array(z.object({ id: z.string(), fileName: z.string(), organizationCount: z.int() })),
  reviews: z.array(
    z.object({ differences: z.object({ added: z.int(), changed: z.int(), removed: z.int() }) }),
  ),
  refused: z.array(z.object({ fileName: z.string(), code: z.string() })),
});

interface Stage {
  readonly folder: string;
  readonly act: Actor;
  readonly step: Step;
  readonly organizations: number;
}

interface StreetActor {
  readonly street: Street;
  readonly archive: string;
  readonly sent: Exported;
}

const freezeAndCheck = async (
  act: Actor,
  ofPeriod: readonly string[],
  organizations: number,
): Promise<void> => {
  const frozen = z.object({ sha256: z.string(), organizations: z.int() });
  const once = await act.does(frozen, ['ledger', 'freeze', ...ofPeriod]);
  expectEqual('frozen', once.organizations, organizations);
  expectEqual('freezing twice', await act.does(frozen, ['ledger', 'freeze', ...ofPeriod]), once);
  const { blocking } = await act.does(z.object({ blocking: z.int() }), ['ledger', 'check', ...ofPeriod]);
  expectEqual('blocking', blocking, 0);
};

/** A street makes its archive, fills it, and hands in its ledger. */
const playStreet = async (
  { folder, act, step, organizations }: Stage,
  street: Street,
  card: string,
  more: readonly string[],
): Promise<StreetActor> => {
  const archive = join(folder, street.code);
  const packages = join(folder, 'handed-in');
  const at = ['--archive', archive];
  const office = join(folder, `${street.code}.json`);
  writeFileSync(office, JSON.stringify(officeOf(street)));
  await act.does(z.unknown(), ['init', ...at, '--office', office]);
  const csv = join(folder, `${street.code}.csv`);
  writeFileSync(csv, ledgerCsvOf(street, 1, organizations));
  await act.does(z.unknown(), ['import', csv, ...at]);
  const ofPeriod = [...at, '--period', period];
  if (more.length > 0) await freezeAndCheck(act, ofPeriod, organizations);
  const sent = await act.does(exported, [
    'ledger',
    'export',
    ...ofPeriod,
    '--recipient',
    card,
    '--out',
    packages,
    '--escrow',
    ...more,
  ]);
  expectEqual(
    'organizations',
    [sent.organizationCount, sent.opened?.organizations],
    [organizations, organizations],
  );
  step(
    `${street.name}: ${organizations} organizations exported${sent.parts.length === 0 ? '' : ` in ${sent.parts.length - 1} parts`}`,
  );
  return { street, archive, sent };
};

const correct = async (
  { folder, act, step, organizations }: Stage,
  { street, archive }: StreetActor,
  card: string,
): Promise<Exported> => {
  const csv = join(folder, `${street.code}-more.csv`);
  writeFileSync(csv, ledgerCsvOf(street, organizations + 1, 2));
  await act.does(z.unknown(), ['import', csv, '--archive', archive]);
  const sent = await act.does(exported, [
    'ledger',
    'export',
    '--archive',
    archive,
    '--period',
    period,
    '--recipient',
    card,
    '--out',
    join(folder, 'handed-in'),
    '--correction',
    '漏报两个组织',
  ]);
  step(`${street.name}: correction made, ${sent.fileName}`);
  return sent;
};

/** What the bureau sees of the roll-up workbook: its first sheet's total. */
const totalIn = async (path: string): Promise<number> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0];
  const heads = sheet?.getRow(3).values as readonly unknown[];
  return Number(sheet?.lastRow?.getCell(heads.indexOf('组织合计')).value);
};

/** Checks, joins and unpacks without an archive, as a bureau could that has none. */
const openByHand = async (
  { folder, act, step, organizations }: Stage,
  sent: Exported,
  index: string,
  { identityPath }: z.infer<typeof keygen>,
): Promise<void> => {
  const found = z.object({ organizations: z.int(), signatureTrusted: z.boolean() });
  const opening = ['--identity', identityPath, '--signer', sent.signingPublicKey];
  const right = { organizations, signatureTrusted: true };
  expectEqual('verify', await act.does(found, ['ledger', 'verify', sent.path, ...opening]), right);
  const bag = join(folder, 'by-hand');
  expectEqual('open', await act.does(found, ['ledger', 'open', index, ...opening, '--out', bag]), right);
  expectEqual('unpacked', existsSync(join(bag, 'data/ledger.json')), true);
  await act.refused(['ledger', 'open', index, ...opening, '--out', bag], 'CONFLICT');
  const joined = join(folder, 'joined');
  mkdirSync(joined);
  const { path } = await act.does(z.object({ path: z.string() }), ['ledger', 'join', index, '--out', joined]);
  expectEqual('joined', readFileSync(path).equals(readFileSync(sent.path)), true);
  step('verified, joined and unpacked without an archive');
};

/** Both desks with two archives and the command line alone. */
const playWithUs = async (stage: Stage, keys: z.infer<typeof keygen>): Promise<readonly StreetActor[]> => {
  const { folder, act, step, organizations } = stage;
  const bureau = join(folder, 'bureau');
  const at = ['--archive', bureau];
  const profile = { ...district, bureauName: '新城区民政局', contactName: null, contactPhone: null };
  const bureauFile = join(folder, 'bureau.json');
  writeFileSync(
    bureauFile,
    JSON.stringify({ profile, streets: streets.map(({ code, name }) => ({ code, name })) }),
  );
  await act.does(z.unknown(), [
    'init',
    ...at,
    '--desk',
    'bureau',
    '--bureau',
    bureauFile,
    '--identity',
    keys.identityPath,
    '--signing-key',
    keys.signingPath,
  ]);
  await act.refused(['ledger', 'check', ...at, '--period', period], 'WRONG_DESK');
  step('bureau: archive made, keys brought in; the work of an office is refused');

  const east = await playStreet(stage, streets[0], keys.cardPath, ['--parts', '8KB']);
  const west = await playStreet(stage, streets[1], keys.cardPath, []);
  const status = ['bureau', 'status', ...at, '--period', period];
  const state = z.object({ streets: z.array(z.object({ state: z.string() })) });
  const states = async (exitCode: number): Promise<string> =>
    (await act.does(state, status, exitCode)).streets.map((row) => row.state).join();
  expectEqual('nobody has reported', await states(4), 'missing,missing');
  const untrusted = ['bureau', 'import', west.sent.path, ...at];
  expectEqual(
    'unknown signer',
    (await act.does(imported, untrusted, 3)).refused.map(({ code }) => code),
    ['PACKAGE_UNKNOWN_SIGNER'],
  );
  const index = `${east.sent.path}.parts.json`;
  await openByHand(stage, east.sent, index, keys);
  rmSync(east.sent.path);
  const trusted = [east, west].flatMap(({ sent }) => ['--trust', sent.signingPublicKey]);
  const take = ['bureau', 'import', west.sent.path, index, ...at, ...trusted];
  const taken = await act.does(imported, take);
  expectEqual(
    'taken in',
    taken.imported.map(({ organizationCount }) => organizationCount),
    [organizations, organizations],
  );
  const again = await act.does(imported, ['bureau', 'import', west.sent.path, ...at], 3);
  expectEqual(
    'a second time',
    again.refused.map(({ code }) => code),
    ['PACKAGE_DUPLICATE'],
  );
  step('bureau: unknown signers refused, then two packages taken in, one of them in parts; twice is refused');

  const answer = async (sent: Exported, more: readonly string[]): Promise<string> =>
    (
      await act.does(z.object({ path: z.string() }), [
        'bureau',
        'receipt',
        sent.fileName,
        ...at,
        '--out',
        join(folder, 'receipts'),
        ...more,
      ])
    ).path;
  const accepted = await answer(east.sent, ['--accept', '--by', '陈晓']);
  const returned = await answer(west.sent, [
    '--reason',
    '请补齐花名册',
    '--about',
    `${west.street.short}社备〔2026〕2号=负责人有误`,
  ]);
  const receipt = z.object({ receipt: z.object({ outcome: z.string(), reasons: z.array(z.unknown()) }) });
  for (const [{ archive }, path, outcome, reasons] of [
    [east, accepted, 'accepted', 0],
    [west, returned, 'returned', 2],
  ] as const) {
    const known = (await act.does(receipt, ['ledger', 'receipt', path, '--archive', archive])).receipt;
    expectEqual('receipt', [known.outcome, known.reasons.length], [outcome, reasons]);
  }
  await act.refused(['ledger', 'receipt', accepted, '--archive', west.archive], 'RECEIPT_INVALID');
  expectEqual('answered', await states(4), 'accepted,returned');
  step('bureau: one accepted, one returned with reasons; both streets took their receipts');

  const correction = await correct(stage, east, keys.cardPath);
  const corrected = await act.does(imported, ['bureau', 'import', correction.path, ...at]);
  expectEqual('correction', corrected.reviews[0]?.differences, { added: 2, changed: 0, removed: 0 });
  const workbook = join(folder, 'rollup.xlsx');
  await act.does(z.unknown(), ['bureau', 'rollup', ...at, '--period', period, '--out', workbook]);
  expectEqual('roll-up', await totalIn(workbook), 2 * organizations + 2);
  const open = join(folder, 'rollup.csv');
  await act.does(z.unknown(), ['bureau', 'rollup', ...at, '--period', period, '--out', open]);
  expectEqual('open data', readFileSync(open, 'utf8').trimEnd().split('\r\n').length, 2 * organizations + 3);
  step(`bureau: correction applied; roll-up of ${2 * organizations + 2} organizations as workbook and CSV`);
  return [east, west];
};

const run = (program: string, args: readonly string[], cwd?: string): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    ...(cwd === undefined ? {} : { cwd }),
  });

/** Complete both ways (RFC 8493, 3), by the sums of the system: what a BagIt validator does, where there is none. */
const validateBag = (bag: string): string => {
  const validator = process.env['BAGIT'];
  if (validator !== undefined) {
    run(validator, ['--validate', bag]);
    return 'bagit.py';
  }
  for (const algorithm of ['sha256', 'sha512']) {
    for (const manifest of ['manifest', 'tagmanifest'])
      run(`${algorithm}sum`, ['--quiet', '--strict', '-c', `${manifest}-${algorithm}.txt`], bag);
  }
  const listed = readFileSync(join(bag, 'manifest-sha256.txt'), 'utf8').trimEnd().split('\n').length;
  const present = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true });
  expectEqual('files of the bag', present.filter((entry) => entry.isFile()).length, listed);
  return 'sha256sum and sha512sum';
};

const receiptOf = (sent: Exported, street: Street): string =>
  `${JSON.stringify({
    bureau: { districtCode: district.districtCode, name: '新城区民政局' },
    decidedAt: '2099-01-01T00:00:00.000Z',
    decidedBy: '陈晓',
    format: 'hub-archive-receipt',
    outcome: 'accepted',
    package: {
      correction: null,
      fileName: sent.fileName,
      period,
      serial: 1,
      sha256: sent.sha256,
      streetCode: street.code,
    },
    reasons: [],
    receivedOn: '2026-11-25',
    version: '1.0',
  })}\n`;

/** The bureau without this application: age, unzip, minisign and a BagIt validator open, check and answer. */
const playWithTools = async (
  { folder, act, step, organizations }: Stage,
  { street, archive, sent }: StreetActor,
  keys: z.infer<typeof keygen>,
): Promise<void> => {
  const bench = join(folder, 'tools');
  mkdirSync(bench);
  const zip = join(bench, 'bag.zip');
  run('age', ['-d', '-i', keys.identityPath, '-o', zip, sent.path]);
  run('unzip', ['-q', zip, '-d', bench]);
  const bag = join(bench, sent.fileName.replace(/\.ledger\.age$/, ''));
  run('minisign', ['-V', '-q', '-P', sent.signingPublicKey, '-m', join(bag, 'tagmanifest-sha256.txt')]);
  const validator = validateBag(bag);
  const ledger = z
    .object({ organizations: z.array(z.unknown()) })
    .parse(JSON.parse(readFileSync(join(bag, 'data/ledger.json'), 'utf8')));
  expectEqual('ledger.json', ledger.organizations.length, organizations);
  expectEqual('工作台账.xlsx', existsSync(join(bag, 'data/工作台账.xlsx')), true);
  step(`age, unzip, minisign and ${validator} open and check what ${street.name} handed in`);

  const content = join(bench, 'receipt.json');
  writeFileSync(content, receiptOf(sent, street));
  run('minisign', ['-S', '-s', keys.signingPath, '-m', content, '-x', `${content}.minisig`, '-t', 'receipt']);
  const receipt = join(bench, 'made-by-minisign.receipt.txt');
  writeFileSync(receipt, readFileSync(content, 'utf8') + readFileSync(`${content}.minisig`, 'utf8'));
  const known = await act.does(z.object({ receipt: z.object({ outcome: z.string() }) }), [
    'ledger',
    'receipt',
    receipt,
    '--archive',
    archive,
  ]);
  expectEqual('receipt by minisign', known.receipt.outcome, 'accepted');
  step('a receipt signed by minisign is taken by the street');
};

const judgesAre = (step: Step): boolean => {
  const missing = ['age', 'unzip', 'minisign', 'sha256sum', 'sha512sum'].filter((program) => {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' });
      return false;
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'ENOENT';
    }
  });
  if (missing.length > 0) step(`left out: ${missing.join(', ')} not installed`);
  return missing.length === 0;
};

/**
 * Acts both sides of the desk: two streets and the bureau, three archives, the command line; then the bureau again with
 * standard tools alone.
 *
 * @throws Error at the first thing that does not come out as it should
 */
export const actBothDesks = async (
  cli: RunCli,
  folder: string,
  { organizations, step }: { readonly organizations: number; readonly step: Step },
): Promise<void> => {
  const act = actor(cli);
  const stage: Stage = { folder, act, step, organizations };
  const keys = await act.does(keygen, [
    'bureau',
    'keygen',
    '--out',
    join(folder, 'keys'),
    '--name',
    '新城区民政局',
  ]);
  const [, west] = await playWithUs(stage, keys);
  if (west !== undefined && judgesAre(step)) await playWithTools(stage, west, keys);
};
