/**
 * `npm test`: everything the project can prove about itself, on a clean checkout. As root on Debian it first
 * installs the programs that judge our files from outside; elsewhere it names what is missing, and only the
 * tests that need it are skipped. The last line is `N passed, N failed`, summed over all runners.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Program on the PATH → Debian package that brings it. */
const judges: Readonly<Record<string, string>> = {
  age: 'age',
  minisign: 'minisign',
  soffice: 'libreoffice-writer-nogui',
  pdftotext: 'poppler-utils',
  chromium: 'chromium',
  unzip: 'unzip',
  zip: 'zip',
  strace: 'strace',
  'xvfb-run': 'xvfb',
};
const cjkFont = '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc';

const run = (command: string, ...args: string[]): number =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, CI: process.env['CI'] ?? '1' } })
    .status ?? 1;

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const missingPackages = (): readonly string[] => [
  ...Object.entries(judges).flatMap(([program, debianPackage]) => (has(program) ? [] : [debianPackage])),
  ...(existsSync(cjkFont) ? [] : ['fonts-noto-cjk']),
];

const prepareMachine = (): void => {
  const wanted = missingPackages();
  if (wanted.length === 0) return;
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log(`Installing ${wanted.join(', ')}`);
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
    spawnSync('apt-get', [...apt, 'update'], { stdio: 'inherit' });
    spawnSync('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...wanted], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const stillMissing = missingPackages();
  if (stillMissing.length > 0)
    console.log(`Missing, so the tests that need them are skipped: ${stillMissing.join(', ')}`);
};

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numFailedTestSuites: z.int(),
  success: z.boolean(),
});
const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

const readReport = <T>(path: string, schema: z.ZodType<T>): T | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
};

const check = (name: string, command: string, ...args: string[]): Tally => {
  console.log(`\n— ${name}`);
  const ok = run(command, ...args) === 0;
  console.log(`${ok ? 'ok' : 'FAILED'}: ${name}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
};

const runVitest = (): Tally => {
  const path = '.cache/vitest.json';
  console.log('\n— unit and host tests');
  const status = run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`);
  const report = readReport(path, vitestReport);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
};

const runPlaywright = (): Tally => {
  const path = '.cache/playwright.json';
  console.log('\n— the application in a browser');
  process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = path;
  const status = run('playwright', 'test', '--reporter=list,json');
  const report = readReport(path, playwrightReport);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return {
    passed: expected,
    failed: Math.max(unexpected + flaky + report.errors.length, status === 0 ? 0 : 1),
    skipped,
  };
};

prepareMachine();
const tallies = [
  check('build', 'electron-vite', 'build'),
  check('format', 'oxfmt', '--check', '.'),
  check('lint', 'oxlint', '--type-aware', 'src', 'test', 'scripts'),
  check('types', 'tsc', '-b'),
  check('dead code', 'knip'),
  runVitest(),
  check(
    'killed at random moments',
    'node',
    'scripts/crash.ts',
    '--jobs',
    'import,export,papers,areas',
    '--kills',
    '8',
  ),
  runPlaywright(),
];
const sum = (pick: (tally: Tally) => number): number =>
  tallies.reduce((total, tally) => total + pick(tally), 0);
const skipped = sum((tally) => tally.skipped);
if (skipped > 0) console.log(`\n${skipped} skipped: they need the Electron binary or a program named above.`);
process.exitCode = sum((tally) => tally.failed) === 0 ? 0 : 1;
console.log(`\n${sum((tally) => tally.passed)} passed, ${sum((tally) => tally.failed)} failed`);
