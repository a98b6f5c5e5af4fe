/**
 * `node scripts/format-schemas.ts`: writes the JSON Schemas of the formats that leave the office to docs/formats/schemas.
 * They come from the schemas that the programs parse with; test/shared/format-schemas.test.ts holds them current.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatSchemas, schemasFolder } from './schemas-of-formats.ts';

mkdirSync(schemasFolder, { recursive: true });
for (const [name, content] of formatSchemas()) writeFileSync(join(schemasFolder, name), content);
