import { resolve } from 'node:path';
import { z } from 'zod';
import { districtExport } from '../src/shared/domain/district-export.ts';
import { ledgerCorrection } from '../src/shared/domain/ledger-correction.ts';
import { ledgerSnapshot } from '../src/shared/domain/ledger-snapshot.ts';
import { packageParts } from '../src/shared/domain/package-parts.ts';
import { submissionReceipt } from '../src/shared/domain/submission-receipt.ts';

export const schemasFolder: string = resolve(import.meta.dirname, '../docs/formats/schemas');

const formats = {
  'ledger.schema.json': ['工作台账 (ledger.json)', ledgerSnapshot],
  'correction.schema.json': ['补报更正 (correction.json)', ledgerCorrection],
  'receipt.schema.json': ['回执, first line of a .receipt.txt', submissionReceipt],
  'district.schema.json': ['Open data of a district (hub-archive-district-ledger)', districtExport],
  'parts.schema.json': ['Index of a package in parts (.parts.json)', packageParts],
} as const;

/** JSON Schema (draft 2020-12) of each format, as it is read: members with a default may be missing. */
export const formatSchemas = (): readonly (readonly [name: string, content: string])[] =>
  Object.entries(formats).map(([name, [title, schema]]) => [
    name,
    `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
  ]);
