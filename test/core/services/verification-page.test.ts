import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageScript, pageScriptPath } from '../../../scripts/verification-page-script.ts';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import { certificateSigner, readCertificateFaces } from '../../../src/core/services/verification-codes.ts';
import { makeVerificationPage } from '../../../src/core/services/verification-page.ts';
import { voidCertificate } from '../../../src/core/services/certificates-issue.ts';
import { officeKeys, rotateOfficeKeys } from '../../../src/core/services/ledger-keys.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import type { CertificateId, OrganizationId } from '../../../src/shared/domain/ids.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

test('the program of the page in resources is the one that its source makes', async () => {
  const known = readFileSync(pageScriptPath, 'utf8');
  expect(known === (await pageScript()), 'run npm run verification-page').toBe(true);
});

const printer = openChromiumPdfPrinter();
const canPrint = await printer.available();
afterAll(() => printer.close());

describe.skipIf(!canPrint)('the page opened from a file', () => {
  let archive: TestArchive;
  let browser: Browser;
  let page: Page;
  let html = '';
  let codes: { readonly valid: string; readonly ended: string; readonly foreign: string };
  let picture = '';
  const requests: string[] = [];
  const complaints: string[] = [];

  const issued = async (name: string): Promise<{ id: CertificateId; organizationId: OrganizationId }> => {
    const { id } = await startTeam(archive, name);
    const { certificateId, organizationId } = await takeSteps(archive, id, upToCertificate);
    return { id: certificateId!, organizationId };
  };
  const faceOf = async (id: OrganizationId) => (await readCertificateFaces(archive, [id]))[0]!;

  beforeAll(async () => {
    archive = await openTestArchive();
    archive.ports.clock.set('2026-12-31T01:00:00.000Z');
    const first = await issued('阳光里</script>合唱队');
    const second = await issued('和平里书画社');
    const valid = await faceOf(first.organizationId);
    const ended = await faceOf(second.organizationId);
    await voidCertificate(archive, { id: second.id, reason: '印错', former: null });
    // Certificates of a key that is in use no more are told from the page as well.
    await rotateOfficeKeys(archive);
    const { signing } = await officeKeys(archive);
    codes = {
      valid: valid.verification!,
      ended: ended.verification!,
      foreign: certificateSigner({ ...signing, keyId: new Uint8Array(8).fill(9) })(valid.certificate!),
    };
    const file = await makeVerificationPage(archive);
    expect(file.name).toBe('备案证书核验页_新河街道办事处_2026-12-31.html');
    html = await file.text();
    writeFileSync(join(archive.folder, 'page.html'), html);

    const [prepared] = await paperTemplates.certificate.prepare(archive, [first.organizationId]);
    const paper = prepared!.build(null);
    const printed = join(archive.folder, 'paper');
    writeFileSync(`${printed}.pdf`, await printer.print(renderHtml([paper]), paper.page.paper));
    execFileSync('pdftoppm', ['-r', '150', '-jpeg', '-singlefile', `${printed}.pdf`, printed]);
    picture = `${printed}.jpg`;

    const executablePath = process.env['HUB_ARCHIVE_BROWSER'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 390, height: 844 }, offline: true });
    page.on('request', (request) => void requests.push(request.url()));
    page.on('console', (message) => void complaints.push(message.text()));
    page.on('pageerror', (error) => void complaints.push(String(error)));
    await page.goto(pathToFileURL(join(archive.folder, 'page.html')).href);
  });
  afterAll(async () => {
    await browser?.close();
    await archive?.close();
  });

  /** A scanner that types like a keyboard: digits, then Enter. */
  const typed = async (code: string): Promise<string> => {
    await page.locator('#code').fill(code);
    await page.locator('#code').press('Enter');
    return `${await page.locator('#result').getAttribute('class')}: ${await page.locator('#result').innerText()}`;
  };

  test('is green for a printed code, typed or photographed, and says what the certificate says', async () => {
    const words = await typed(codes.valid);
    expect(words).toContain('result genuine');
    for (const fact of [
      '真证书，不在停用名单上',
      '阳光里</script>合唱队',
      '新河街社备〔2026〕1号',
      '新河街道办事处',
      '长期',
    ])
      expect(words).toContain(fact);
    await typed('1');
    await page.locator('#picture').setInputFiles(picture);
    await page.locator('#result.genuine').waitFor();
    expect(await page.locator('#result').innerText()).toContain('新河街社备〔2026〕1号');
  });

  test('is red for a changed digit and for another key, amber for what ended or was never signed', async () => {
    const at = codes.valid.length - 30;
    const changed = `${codes.valid.slice(0, at)}${(Number(codes.valid[at]) + 1) % 10}${codes.valid.slice(at + 1)}`;
    expect(await typed(changed)).toMatch(/^result false: [^]*内容与签名不符/);
    expect(await typed(codes.foreign)).toMatch(/^result false: [^]*不是本机关签发的/);
    expect(await typed(codes.valid.slice(0, -3))).toMatch(/^result false: /);
    expect(await typed(codes.ended)).toMatch(/^result doubtful: [^]*已经停用[^]*和平里书画社[^]*已作废/);
    expect(await typed('社区社会组织备案证书\n备案号：1\n名称：甲\n发证日期：乙')).toMatch(
      /^result doubtful: [^]*没有签名/,
    );
    expect(await typed('你好')).toMatch(/^result none: /);
  });

  test('fetches nothing, complains of nothing, fits a phone, and names both keys', async () => {
    expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
    expect(complaints).toEqual([]);
    const [wide, seen] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(wide).toBeLessThanOrEqual(seen);
    await page.locator('summary').click();
    expect(await page.locator('.fingerprint').allInnerTexts()).toHaveLength(2);
  });

  test('trusts no list that was changed after it was made', async () => {
    const path = join(archive.folder, 'changed.html');
    writeFileSync(path, html.replace(String.raw`\tvoid\t`, String.raw`\tlost\t`));
    await page.goto(pathToFileURL(path).href);
    expect(await typed(codes.valid)).toMatch(/^result false: [^]*核验页被改动过/);
  });
});
