import { readFile } from 'node:fs/promises';
import type { OfficeInput } from '../../src/shared/domain/office.ts';
import { testOffice } from './open-test-archive.ts';

/** Bytes of the sample workbook that the application ships. */
export const sampleWorkbook = (): Promise<Uint8Array> =>
  readFile(new URL('../../resources/sample/street-ledger.xlsx', import.meta.url));

const communityNames = [
  '阳光里社区',
  '和平里社区',
  '河沿道社区',
  '学府社区',
  '新苑社区',
  '东风社区',
  '锦绣社区',
  '康宁社区',
  '龙泉村',
  '柳林村',
  '大王庄村',
  '水岸社区',
];

/** An office with these communities and villages; by default those of the sample ledger. */
export const officeOf = (names: readonly string[] = communityNames): OfficeInput => ({
  ...testOffice,
  communities: names.map((name, index) => ({
    code: `990101001${String(index + 1).padStart(3, '0')}`,
    name,
    settlement: name.endsWith('村') ? 'rural' : 'urban',
    settlementClass: null,
    partyOrganization: null,
    validFrom: null,
    validTo: null,
  })),
});
