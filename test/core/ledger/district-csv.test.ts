import { expect, test } from 'vitest';
import { districtCsv, readDistrictCsv } from '../../../src/core/ledger/ledger-csv.ts';
import { streetLedger, streetLine } from '../../../scripts/desks/street-ledger.ts';

test('the lines of several streets come back from CSV as they were, whatever stands in them', () => {
  const [east, west] = [
    { code: '990101001', name: '新河街道' },
    { code: '990101002', name: '=HYPERLINK("东风街道")' },
  ].map((street) =>
    streetLedger(street, [
      streetLine(street.code, 0, { name: '+“夕阳红”,\n舞蹈队', remark: '', maskedPhone: '138****0000' }),
      streetLine(street.code, 1, {
        category: null,
        filingNumber: null,
        filedOn: '2018',
        events: [{ on: '2026-03', kind: '首次备案', detail: null }],
      }),
    ]),
  );
  const ledgers = [east, west].flatMap((each) => each ?? []);
  const csv = districtCsv(ledgers);
  expect(new TextDecoder().decode(csv).split('\r\n')[0]).toMatch(/^streetCode,street,id,community,/);
  expect(readDistrictCsv(csv)).toEqual(
    ledgers.map(({ street, organizations }) => ({ street, organizations })),
  );
});
