import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tables } from '../../../src/core/db/tables/index.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
beforeAll(async () => void (archive = await openTestArchive()));
afterAll(() => archive.close());

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly pk: number;
}

describe('tables that TypeORM knows', () => {
  test.each(tables.map(({ options }) => [options.tableName ?? options.name, options] as const))(
    '%s has the columns that the migrations made',
    async (name, { columns }) => {
      const made = await archive.store.read((reader) =>
        reader.all<ColumnInfo>('SELECT name, type, "notnull", pk FROM pragma_table_info(?)', [name]),
      );
      const known = Object.entries(columns).flatMap(([property, column]) =>
        column === undefined
          ? []
          : {
              name: column.name ?? property,
              type: String(column.type).toUpperCase(),
              primary: column.primary === true,
              nullable: column.primary !== true && column.nullable === true,
            },
      );
      expect(known).toEqual(
        made.map((column) => ({
          name: column.name,
          type: column.type,
          primary: column.pk > 0,
          nullable: column.pk === 0 && column.notnull === 0,
        })),
      );
    },
  );
});
