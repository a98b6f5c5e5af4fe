import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatSchemas, schemasFolder } from '../../scripts/schemas-of-formats.ts';

test('the schemas in the documents are those that the programs parse with', () => {
  const made = formatSchemas();
  expect(readdirSync(schemasFolder).toSorted()).toEqual(made.map(([name]) => name).toSorted());
  for (const [name, content] of made) {
    // Compared as values: the formatter of the repository lays JSON out in its own way.
    const known: unknown = JSON.parse(readFileSync(join(schemasFolder, name), 'utf8'));
    expect(known, `${name}: run node scripts/format-schemas.ts`).toEqual(JSON.parse(content));
  }
});
