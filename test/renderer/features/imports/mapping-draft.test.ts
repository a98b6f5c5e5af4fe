import { expect, test } from 'vitest';
import { isReady, sheetLacks, withColumn } from '../../../../src/renderer/features/imports/mapping-draft.ts';
import type { SheetMapping } from '../../../../src/shared/domain/workbook-import.ts';

const roster: SheetMapping = {
  name: '花名册',
  kind: 'roster',
  headerRows: [1],
  firstDataRow: 2,
  organizationName: null,
  columns: [
    { index: 0, field: 'person-name' },
    { index: 1, field: null },
  ],
};

test('a meaning belongs to one column', () => {
  expect(withColumn(roster, 1, 'person-name').columns).toEqual([
    { index: 0, field: null },
    { index: 1, field: 'person-name' },
  ]);
});

test('a roster names its organization in a column or as a whole', () => {
  expect(sheetLacks(roster)).toEqual(['组织名称']);
  expect(sheetLacks({ ...roster, organizationName: '夕阳红舞蹈队' })).toEqual([]);
  expect(sheetLacks({ ...roster, kind: 'ignored' })).toEqual([]);
});

test('nothing is ready until something is taken and all of it is complete', () => {
  const complete = { ...roster, organizationName: '夕阳红舞蹈队' };
  expect(isReady({ sheets: [{ ...roster, kind: 'ignored' }] })).toBe(false);
  expect(isReady({ sheets: [complete, roster] })).toBe(false);
  expect(isReady({ sheets: [complete] })).toBe(true);
});
