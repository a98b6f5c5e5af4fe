import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

interface Planted {
  readonly zone: string;
  readonly line: string;
}

/** One forbidden import per zone; a check that reads nothing would let all of them pass. */
const forbiddenByLint: readonly Planted[] = [
  { zone: 'src/shared', line: "import { readFileSync } from 'node:fs';" },
  { zone: 'src/shared', line: "import type { Ports } from '../core/ports.ts';" },
  { zone: 'src/shared/domain', line: "import { BrowserWindow } from 'electron';" },
  { zone: 'src/core', line: "import { app } from 'electron';" },
  { zone: 'src/core/services', line: "import { DataSource } from 'typeorm';" },
  { zone: 'src/core/services', line: "import { chromium } from 'playwright-core';" },
  { zone: 'src/core/documents', line: "import type { Reader } from '../db/archive-store.ts';" },
  { zone: 'src/core/ledger', line: "import type { Reader } from '../db/archive-store.ts';" },
  { zone: 'src/core/interchange', line: "import type { Reader } from '../db/archive-store.ts';" },
  {
    zone: 'src/core/db',
    line: "import { archiveOf } from '../routes/base.ts';\nimport type { x } from '../services/y.ts';",
  },
  { zone: 'src/core/crypto', line: "import Database from 'better-sqlite3';" },
  { zone: 'src/main', line: "import Database from 'better-sqlite3';" },
  { zone: 'src/loopback', line: "import type { Reader } from '../core/db/archive-store.ts';" },
  { zone: 'src/cli', line: "import { DataSource } from 'typeorm';" },
  { zone: 'src/renderer', line: "import { readFileSync } from 'node:fs';" },
  { zone: 'src/renderer', line: "import type { Ports } from '../core/ports.ts';" },
  { zone: 'src/verification-page', line: "import type { Ports } from '../core/ports.ts';" },
  { zone: 'src/preload', line: "import type { Ports } from '../core/ports.ts';" },
];

/** What the compiler itself refuses: a project that is not referenced has no files. */
const forbiddenByCompiler: readonly Planted[] = [
  { zone: 'src/shared', line: "import type { Ports } from '../core/ports.ts';" },
  { zone: 'src/core', line: "import type { CoreOptions } from '../main/core-messages.ts';" },
  { zone: 'src/renderer', line: "import type { Ports } from '../core/ports.ts';" },
  { zone: 'src/preload', line: "import type { Ports } from '../core/ports.ts';" },
];

const name = (index: number): string => `planted-violation-${process.pid}-${index}.ts`;
let planted: string[] = [];

const plant = ({ zone, line }: Planted, index: number): string => {
  mkdirSync(join(root, zone), { recursive: true });
  const path = join(root, zone, name(index));
  const names = [...line.matchAll(/import (?:type )?(?:\{ (\w+) \}|(\w+))/g)].map(
    (match) => match[1] ?? match[2],
  );
  const isType = line.includes('import type');
  const uses = isType
    ? `export type Planted = ${names.join(' | ')};`
    : `export const planted = [${names.join(', ')}];`;
  writeFileSync(path, `${line}\n${uses}\n`);
  planted.push(path);
  return path;
};

afterEach(() => {
  for (const path of planted) rmSync(path, { force: true });
  planted = [];
});

describe('a forbidden import', () => {
  test('is refused by the linter in every zone', () => {
    const paths = forbiddenByLint.map(plant);
    const { stdout } = spawnSync(bin('oxlint'), ['--format=json', ...paths], { cwd: root, encoding: 'utf8' });
    const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    const refused = new Set(
      report.diagnostics
        .filter(({ code }) => code.includes('no-restricted-imports'))
        .map(({ filename }) => resolve(root, filename)),
    );
    expect(paths.filter((path) => !refused.has(path))).toEqual([]);
  });

  test('is refused by the compiler between projects', () => {
    const paths = forbiddenByCompiler.map(plant);
    const { stdout } = spawnSync(bin('tsc'), ['-b', '--pretty', 'false'], { cwd: root, encoding: 'utf8' });
    const notRefused = paths.filter(
      (path) => !new RegExp(`${path.slice(path.lastIndexOf('/') + 1)}.*error TS`).test(stdout),
    );
    expect(notRefused).toEqual([]);
  });

  test('a cycle is refused', () => {
    const a = join(root, 'src/shared/domain', `planted-a-${process.pid}.ts`);
    const b = join(root, 'src/shared/domain', `planted-b-${process.pid}.ts`);
    planted.push(a, b);
    writeFileSync(a, `import type { B } from './planted-b-${process.pid}.ts';\nexport type A = B | null;\n`);
    writeFileSync(
      b,
      `import type { A } from './planted-a-${process.pid}.ts';\nexport type B = A | undefined;\n`,
    );
    const { stdout } = spawnSync(bin('oxlint'), ['--format=json', a, b], { cwd: root, encoding: 'utf8' });
    expect(stdout).toContain('no-cycle');
  });
});
