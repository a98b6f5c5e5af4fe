import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../src/shared/domain/workbook-import.ts';
import { undoImport } from '../../../src/core/services/imports-undo.ts';
import { rejectsOf } from '../../../src/core/services/imports-workbooks.ts';
import { listImports } from '../../../src/core/services/imports.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { codesOf, countRows, runImportOf } from '../../support/run-import.ts';
import { officeOf, sampleWorkbook } from '../../support/sample-street.ts';

/*
 * The figures come from a reading of the workbook's XML that shares no code with the product: its own date, phone
 * and check-digit rules over the raw cells.
 */
const refused = {
  'identity-cut-by-excel': 73,
  'identity-check-digit': 61,
  'identity-malformed': 12,
  'duplicate-row': 39,
};
const changed = {
  'date-normalized': 9338,
  'phone-normalized': 2270,
  'word-normalized': 1395,
  'digits-narrowed': 1106,
  'merged-filled': 212,
  'spaces-removed': 187,
  'status-from-remark': 77,
  'identity-upgraded-15': 60,
  'identity-case': 8,
};
const warnings = {
  minor: 254,
  'phone-differs': 190,
  'member-count-differs': 116,
  'date-in-future': 31,
  'filing-number-missing': 20,
  'birth-differs-from-identity': 8,
  'responsible-person-not-in-roster': 8,
  'row-skipped': 1,
};
const counts = {
  rowsRead: 6348,
  rowsRefused: 185,
  organizationsCreated: 224,
  organizationsUpdated: 0,
  peopleCreated: 5947,
  peopleMatched: 0,
  traineesCreated: 0,
  membershipsCreated: 5947,
  valuesChanged: 14653,
  warnings: 628,
};

describe('importing the sample street', () => {
  let archive: TestArchive;
  let dry: ImportReport;
  let report: ImportReport;
  const count = (from: string): Promise<number> => countRows(archive, from);

  beforeAll(async () => {
    archive = await openTestArchive(officeOf());
    const bytes = await sampleWorkbook();
    const fileName = 'street-ledger.xlsx';
    dry = await runImportOf(archive, bytes, { fileName, dryRun: true });
    expect(await count('organizations')).toBe(0);
    report = await runImportOf(archive, bytes, { fileName });
  });
  afterAll(() => archive.close());

  it('counts what the raw workbook holds', () => {
    expect(report.counts).toEqual(counts);
    expect(codesOf(report, 'refused')).toEqual(refused);
    expect(codesOf(report, 'changed')).toEqual(changed);
    expect(codesOf(report, 'warning')).toEqual(warnings);
  });

  it('says in the dry run what the run then does', () => {
    expect({ ...dry, uploadId: null, importId: null, dryRun: null }).toEqual({
      ...report,
      uploadId: null,
      importId: null,
      dryRun: null,
    });
    expect(dry).toMatchObject({ dryRun: true, importId: null });
    expect(report.importId).not.toBeNull();
  });

  it('writes exactly that', async () => {
    expect(await count('organizations')).toBe(224);
    expect(await count('people')).toBe(5947);
    expect(await count('memberships')).toBe(5947);
    expect(await count("people WHERE name GLOB '*[𠮷㛃䶮]*'")).toBe(632);
    expect(await count("people WHERE name LIKE '%𠮷%'")).toBe(211);
    expect(await count('organizations WHERE proposed_registration = 1')).toBe(50);
    expect(await count("organizations WHERE status = 'inactive'")).toBe(27);
    expect(await count('organizations WHERE filing_number IS NULL')).toBe(20);
    expect(await count('organizations WHERE responsible_person_id IS NULL')).toBe(0);
    expect(await count("organization_categories WHERE scheme = 'four-class'")).toBe(224);
    expect(await count("filings WHERE state = 'filed' AND entry_mode = 'back-entry'")).toBe(204);
    expect(await count('certificates')).toBe(204);
    expect(await count('filing_numbers')).toBe(204);
    expect(await count('certificates WHERE length(issued_on) = 7')).toBe(29);
    expect(await count('organizations WHERE member_count > 0 AND completeness > 0')).toBe(224);
    expect(await count("search_entries WHERE kind = 'person'")).toBe(5947);
    expect(await count('import_findings')).toBe(14653 + 628 + 185);
    expect(await count('import_rejected_rows')).toBe(185);
  });

  it('reads the first rows as a person would', async () => {
    const row = await archive.store.read((reader) =>
      reader.get(
        `SELECT o.name, c.name AS community, o.status, o.filing_number, o.filed_on, o.contact_name, o.contact_phone,
                o.declared_member_count, o.premises, p.name AS person, p.sex, p.birth_date, p.identity_number, p.phone
         FROM organizations o JOIN communities c ON c.id = o.community_id JOIN people p ON p.id = o.responsible_person_id
         WHERE o.name = '阳光里同心应急救援队'`,
      ),
    );
    expect(row).toEqual({
      name: '阳光里同心应急救援队',
      community: '阳光里社区',
      status: 'filed',
      filing_number: '新河街社备〔2016〕1号',
      filed_on: '2016-08-28',
      contact_name: '彭军浩',
      contact_phone: '15149009541',
      declared_member_count: 15,
      premises: '阳光里社区文化广场',
      person: '彭军浩',
      sex: 'male',
      birth_date: '1980-12-05',
      identity_number: '990403198012050598',
      phone: '18502737149',
    });
  });

  it('shows no identity number in any finding', async () => {
    const findings = await archive.store.read((reader) =>
      reader.all<{ before: string | null; after: string | null }>(
        'SELECT before, after FROM import_findings',
      ),
    );
    expect(findings.filter(({ before, after }) => /\d{15}/.test(`${before} ${after}`))).toEqual([]);
  });

  it('creates nothing new when the same file comes again, and says so', async () => {
    const again = await runImportOf(archive, await sampleWorkbook(), { fileName: 'again.xlsx' });
    expect(again.counts).toMatchObject({
      rowsRefused: 185,
      organizationsCreated: 0,
      organizationsUpdated: 0,
      peopleCreated: 0,
      membershipsCreated: 0,
      peopleMatched: 5939,
    });
    expect(codesOf(again, 'warning')['imported-before']).toBe(1);
    expect(await count('people')).toBe(5947);
    expect((await listImports(archive)).map(({ fileName }) => fileName)).toEqual([
      'again.xlsx',
      'street-ledger.xlsx',
    ]);
  });

  it('takes the refused rows once they are corrected, until only true duplicates are left', async () => {
    const { bytes } = await rejectsOf(archive, { uploadId: null, importId: report.importId });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
    const sheet = workbook.getWorksheet('花名册');
    sheet?.eachRow((row) => {
      // What a clerk does who has no identity card at hand: leaves the number out.
      if (row.getCell(12).text.startsWith('身份证号')) row.getCell(5).value = null;
    });
    const corrected = new Uint8Array(await workbook.xlsx.writeBuffer());
    const again = await runImportOf(archive, corrected, { fileName: '已改.xlsx' });
    expect(again.counts).toMatchObject({
      rowsRead: 185,
      rowsRefused: 2,
      peopleMatched: 46,
      membershipsCreated: 137,
    });
    expect(codesOf(again, 'refused')).toEqual({ 'duplicate-row': 2 });
    // 6124 rows, 40 of them said twice: each member is there exactly once.
    expect(await count('memberships')).toBe(6124 - 40);
    expect(await count('organizations WHERE member_count = declared_member_count')).toBeGreaterThan(180);
  });

  it('is taken back as a whole', async () => {
    const imports = await listImports(archive);
    await expect(undoImport(archive, report.importId ?? '')).rejects.toMatchObject({
      code: 'IMPORT_NOT_UNDOABLE',
      data: { reason: 'changed-since' },
    });
    for (const { id } of imports) await undoImport(archive, id);
    for (const table of [
      'organizations',
      'people',
      'memberships',
      'filings',
      'certificates',
      'filing_numbers',
      // The street's communities were there before any import.
      "search_entries WHERE kind <> 'community'",
    ]) {
      expect(await count(table), table).toBe(0);
    }
  });
});
