import { expect, test } from 'vitest';
import { z } from 'zod';
import { errorCatalogue, type ErrorCode } from '../../../src/shared/errors.ts';
import { errorMessages, type ErrorMessage } from '../../../src/shared/labels/error-messages.ts';

test('a wrong password names the wait only while there is one', () => {
  expect(errorMessages.WRONG_PASSWORD({ retryAfterSeconds: 8 }).next).toContain('8 秒');
  expect(errorMessages.WRONG_PASSWORD({ retryAfterSeconds: 0 }).next).not.toContain('秒');
});

test('an import that was changed since names how many places stand against undoing it', () => {
  expect(errorMessages.IMPORT_NOT_UNDOABLE({ reason: 'changed-since', count: 3 }).happened).toBe(
    '导入之后有内容改动过（3 处），不能整体撤销。',
  );
  expect(errorMessages.IMPORT_NOT_UNDOABLE({ reason: 'already-undone', count: 0 }).happened).toBe(
    '这次导入已经撤销过了。',
  );
});

test('a refused value names the entry and what is wrong with it', () => {
  expect(errorMessages.INVALID_VALUE({ field: 'collectedOn', reason: 'future' })).toEqual({
    happened: '领取日期晚于今天。',
    kept: '档案没有改动，已保存的内容都在。',
    next: '请改成实际的日期。',
  });
  expect(
    errorMessages.INVALID_VALUE({ field: 'identityNumber', reason: 'identity-check-digit' }),
  ).toMatchObject({ happened: '身份证号的校验位不对。' });
  expect(errorMessages.CONFLICT({ what: 'later-stay' }).happened).toBe(
    '他离开之后又加入过，这次离开不能撤回。',
  );
  expect(errorMessages.NOT_FOUND({ what: 'dossier-file' }).happened).toBe('这份材料不在了。');
});

/** Stands for any text in the data of an error; no sentence may hold it unless the data is meant to be read. */
const anyText = 'smuggled';

/** Texts that people know as they are: numbers, days, names and words that are Chinese where they are thrown. */
const readable: Partial<Record<ErrorCode, readonly string[]>> = {
  STEP_INCOMPLETE: ['missing'],
  BACKUP_PLACE_MISSING: ['label'],
  BACKUP_PLACE_FULL: ['label'],
  BACKUP_PLACE_UNWRITABLE: ['label'],
  BACKUP_UNSOUND: ['name'],
  DOCUMENT_INCOMPLETE: ['missing'],
  MAPPING_INCOMPLETE: ['sheet', 'missing'],
  NOTICE_NOT_ENDED: ['endsOn'],
  DOSSIER_SEALED: ['volume'],
  RECORD_IN_USE: ['by'],
  ITEM_ARCHIVED: ['archivalCode'],
  OFFICE_PART_USED: ['name'],
  FILING_NUMBER_TAKEN: ['filingNumber'],
  FILING_NUMBER_RULE_INVALID: ['token'],
  RULE_PACK_INVALID: ['path', 'reason'],
  CALENDAR_INVALID: ['reason'],
  PERIOD_UNKNOWN: ['period'],
  PERIOD_INVALID: ['period'],
  RECIPIENT_UNCONFIRMED: ['fingerprint'],
  RECIPIENT_EXPIRED: ['name', 'validUntil'],
  FINGERPRINT_DIFFERS: ['name'],
  PARTS_MISSING: ['names'],
  PARTS_DAMAGED: ['name'],
  MEDIUM_DIFFERS: ['fileName'],
  PACKAGE_UNKNOWN_SIGNER: ['keyId'],
  PACKAGE_NAME_MISMATCH: ['expected', 'found'],
  PACKAGE_NEWER_FORMAT: ['version'],
  PACKAGE_SCHEMA_INVALID: ['path'],
  ZIP_UNSAFE: ['name'],
  BAG_INVALID: ['name'],
  BAG_FILE_MISSING: ['name'],
  BAG_FILE_EXTRA: ['name'],
  BAG_HASH_MISMATCH: ['name'],
  PACKAGE_WRONG_DISTRICT: ['expected', 'found'],
  PACKAGE_WRONG_PERIOD: ['period'],
  PACKAGE_DUPLICATE: ['fileName'],
  PACKAGE_OTHER_STREETS_KEY: ['street', 'signer'],
  CORRECTION_BASE_MISSING: ['fileName'],
  CORRECTION_MISMATCH: ['fileName'],
};

/** Programs and formats that clerks know by these names. */
const knownNames =
  /age1|BagIt|Chromium|Edge|Excel|HEIC|JPEG|JSON|MB|OFD|PDF|PNG|TIFF|U 盘|WPS|Word|\.docx|\.xlsx/g;

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

/** Every value that matters of a schema: each word of a closed set, one of anything open. */
const samplesOf = (schema: JsonSchema, text: string): readonly unknown[] => {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((each) => samplesOf(each, text));
  if (Array.isArray(schema.type))
    return schema.type.flatMap((type: string) => samplesOf({ ...schema, type }, text));
  if (schema.enum !== undefined) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  switch (schema.type) {
    case 'string':
      return [text];
    case 'number':
    case 'integer':
      return [0, 3];
    case 'boolean':
      return [true, false];
    case 'null':
      return [null];
    case 'array':
      return samplesOf(schema.items ?? {}, text).map((each) => [each]);
    case 'object':
      return Object.entries(schema.properties ?? {}).reduce<readonly object[]>(
        (all, [key, property]) =>
          all.flatMap((data) => samplesOf(property, text).map((value) => ({ ...data, [key]: value }))),
        [{}],
      );
    case undefined:
    default:
      throw new Error(`no sample of ${JSON.stringify(schema)}`);
  }
};

const codes = Object.keys(errorCatalogue) as readonly ErrorCode[];

test.each(codes)('%s speaks Chinese, whatever its cause', (code) => {
  const schema = z.toJSONSchema(errorCatalogue[code]) as JsonSchema;
  const properties = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, property]) => [
      key,
      samplesOf(property, readable[code]?.includes(key) === true ? '甲' : anyText),
    ]),
  );
  const all = Object.entries(properties).reduce<readonly object[]>(
    (datas, [key, values]) => datas.flatMap((data) => values.map((value) => ({ ...data, [key]: value }))),
    [{}],
  );
  expect(all.length).toBeGreaterThan(0);
  for (const data of all) {
    const { happened, kept, next } = (errorMessages[code] as (value: object) => ErrorMessage)(data);
    for (const sentence of [happened, kept, next]) {
      expect(sentence.replaceAll(knownNames, ''), JSON.stringify(data)).not.toMatch(/[a-z]{2,}|undefined/i);
      expect(sentence).toMatch(/。$/);
    }
  }
});
