import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareConnection } from '../../src/core/db/encrypted-connection.ts';
import { migrate } from '../../src/core/db/migrate.ts';
import { migrations } from '../../src/core/db/migrations/index.ts';

const key = new Uint8Array(32).fill(7);
let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hub-archive-training-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const within = (work: (connection: Database.Database) => void): void => {
  const connection = new Database(join(folder, 'archive.db'));
  try {
    prepareConnection(connection, key);
    work(connection);
  } finally {
    connection.close();
  }
};

test('people stay, the target of the policy is there, and nobody is in a group twice at once', () => {
  const step = migrations.findIndex(({ name }) => name === 'training');
  migrate(join(folder, 'archive.db'), key, migrations.slice(0, step));
  within((connection) =>
    connection.exec(
      `INSERT INTO people (id, name, created_at, updated_at) VALUES ('p1', '安文英', 'x', 'x')`,
    ),
  );
  migrate(join(folder, 'archive.db'), key);
  within((connection) => {
    expect(connection.prepare('SELECT id, name FROM people').all()).toEqual([{ id: 'p1', name: '安文英' }]);
    expect(connection.prepare('SELECT * FROM training_targets').all()).toEqual([
      {
        id: 'policy-2023',
        trainee_group: null,
        rate: 100,
        due_on: '2023-12-31',
        basis: '第八条',
        note: '到2023年，各区均完成六类人员的轮训工作',
      },
    ]);
    const enter = (id: string, group: string, endsOn: string | null) =>
      connection
        .prepare(
          `INSERT INTO trainee_stays (id, person_id, trainee_group, ends_on, updated_at) VALUES (?, 'p1', ?, ?, 'x')`,
        )
        .run(id, group, endsOn);
    enter('s1', 'child-director', '2025-01-01');
    enter('s2', 'child-director', null);
    enter('s3', 'social-worker', null);
    expect(() => enter('s4', 'child-director', null)).toThrow(/UNIQUE/);
    expect(() => enter('s5', 'minister', null)).toThrow(/CHECK/);
    expect(() => connection.exec(`DELETE FROM people`)).toThrow(/FOREIGN KEY/);
  });
});
