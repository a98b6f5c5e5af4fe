import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renderHtml } from '../../../src/core/documents/html-renderer.ts';
import type { Block, PaperDocument } from '../../../src/core/documents/model.ts';
import { paperTemplates } from '../../../src/core/documents/paper-templates.ts';
import {
  renewCertificate,
  replaceCertificate,
  voidCertificate,
} from '../../../src/core/services/certificates-issue.ts';
import { requireCertificate } from '../../../src/core/services/certificates.ts';
import { officeKeys, rotateOfficeKeys } from '../../../src/core/services/ledger-keys.ts';
import { currentRules, saveRules } from '../../../src/core/services/rules.ts';
import { certificateSigner } from '../../../src/core/services/verification-codes.ts';
import { checkCode, checkPicture } from '../../../src/core/services/verification.ts';
import { openChromiumPdfPrinter } from '../../../src/loopback/chromium-pdf-printer.ts';
import { certificateId, type CertificateId, type OrganizationId } from '../../../src/shared/domain/ids.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
const printer = openChromiumPdfPrinter();
beforeEach(async () => {
  archive = await openTestArchive();
  archive.ports.clock.set('2026-12-31T01:00:00.000Z');
});
afterEach(() => archive.close());
afterAll(() => printer.close());

interface Issued {
  readonly id: CertificateId;
  readonly organizationId: OrganizationId;
}

const issued = async (name?: string): Promise<Issued> => {
  const { id } = await startTeam(archive, name);
  const { certificateId: certificate, organizationId } = await takeSteps(archive, id, upToCertificate);
  if (certificate === null) throw new Error('no certificate');
  return { id: certificate, organizationId };
};

const faceOf = async (organizationId: OrganizationId): Promise<PaperDocument> => {
  const [prepared] = await paperTemplates.certificate.prepare(archive, [organizationId]);
  return prepared!.build(null);
};

const codesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'qr-code') return [block.text];
    return block.kind === 'table'
      ? block.rows.flatMap(({ cells }) => cells.flatMap((each) => codesIn(each.blocks)))
      : [];
  });

/** The code as the face of the organization's certificate prints it today. */
const printedCode = async (organizationId: OrganizationId): Promise<string> => {
  const [code = ''] = codesIn((await faceOf(organizationId)).blocks);
  return code;
};

const former = { outcome: 'collected', by: '赵主任', on: '2026-12-02' } as const;
const again = { former, issuedOn: '2026-12-05', issuedBy: '赵主任' };

describe('the code of a certificate', () => {
  test('says number, name, dates and office, and is green as long as the certificate is in force', async () => {
    const { id, organizationId } = await issued();
    const code = await printedCode(organizationId);
    expect(code).toMatch(/^\d{300,470}$/);
    const { keyId } = (await officeKeys(archive)).signing;
    const certificate = await archive.store.read((reader) => requireCertificate(reader, id));
    const verdict = await checkCode(archive, code);
    expect(verdict).toEqual({
      kind: 'in-force',
      statement: {
        filingNumber: '新河街社备〔2026〕1号',
        organizationName: '阳光里夕阳红舞蹈队',
        issuedOn: certificate.issuedOn,
        validTo: null,
        kind: 'original',
        authorityName: '新河街道办事处',
      },
      key: { id: Buffer.from(keyId).reverse().toString('hex').toUpperCase(), retiredAt: null },
      recorded: { organizationId, organizationStatus: 'filed', status: 'valid', expired: false },
    });
    // As a scanner on an input method types it, and as a mail wraps it.
    const typed = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const wrapped = `  ${code.replaceAll(/.{60}/g, '$&\r\n')}\n`;
    expect(await checkCode(archive, typed)).toEqual(verdict);
    expect(await checkCode(archive, wrapped)).toEqual(verdict);
  });

  test('is never green with one digit changed, added or left out', async () => {
    const { organizationId } = await issued();
    const code = await printedCode(organizationId);
    const seen = new Map<string, number>();
    const count = async (text: string): Promise<void> => {
      const { kind } = await checkCode(archive, text);
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    };
    for (let at = 0; at < code.length; at += 1) {
      const other = String((Number(code[at]) + 1 + (at % 9)) % 10);
      await count(`${code.slice(0, at)}${other}${code.slice(at + 1)}`);
      if (at % 10 === 0) await count(`${code.slice(0, at)}${code.slice(at + 1)}`);
      if (at % 10 === 5) await count(`${code.slice(0, at)}0${code.slice(at)}`);
    }
    expect(
      [...seen.keys()].filter((kind) => !['altered', 'broken', 'other', 'unknown-key'].includes(kind)),
    ).toEqual([]);
    expect(seen.get('altered')).toBeGreaterThan(150);
  });

  test('of another office is red, whatever it says', async () => {
    const { id } = await issued();
    const certificate = await archive.store.read((reader) => requireCertificate(reader, id));
    const { signing } = await officeKeys(archive);
    const foreign = certificateSigner({ ...signing, keyId: new Uint8Array(8).fill(9) })(certificate);
    expect(await checkCode(archive, foreign)).toMatchObject({
      kind: 'unknown-key',
      keyId: '0909090909090909',
    });
    // The id of our key under somebody else's.
    const forged = certificateSigner({ ...signing, seed: new Uint8Array(32).fill(9) })(certificate);
    expect(await checkCode(archive, forged)).toMatchObject({ kind: 'altered' });
  });

  test('stays genuine when the key is changed, and says since when that key is not used', async () => {
    const { organizationId } = await issued();
    const before = await printedCode(organizationId);
    await rotateOfficeKeys(archive);
    const after = await printedCode(organizationId);
    expect(after).not.toBe(before);
    expect(await checkCode(archive, before)).toMatchObject({
      kind: 'in-force',
      key: { retiredAt: archive.ports.clock.instant() },
    });
    expect(await checkCode(archive, after)).toMatchObject({ kind: 'in-force', key: { retiredAt: null } });
  });

  test('turns amber once the certificate is replaced, void, past its last day, or not in the archive', async () => {
    const { id, validFrom, body } = await currentRules(archive, null);
    await saveRules(archive, { id, validFrom, body: { ...body, certificateValidityMonths: 12 } });
    const first = await issued();
    const original = await printedCode(first.organizationId);
    const replacement = await replaceCertificate(archive, { id: first.id, cause: 'damaged', ...again });
    expect(await checkCode(archive, original)).toMatchObject({
      kind: 'ended',
      recorded: { status: 'replaced', organizationStatus: 'filed' },
    });
    const renewed = await renewCertificate(archive, { id: replacement.id, ...again });
    const current = await printedCode(first.organizationId);
    expect(await checkCode(archive, current)).toMatchObject({
      kind: 'in-force',
      statement: { kind: 'renewal', validTo: renewed.validTo },
    });
    archive.ports.clock.set('2028-12-31T01:00:00.000Z');
    expect(await checkCode(archive, current)).toMatchObject({
      kind: 'ended',
      recorded: { status: 'valid', expired: true },
    });
    archive.ports.clock.set('2026-12-31T01:00:00.000Z');
    await voidCertificate(archive, { id: renewed.id, reason: '印错', former: null });
    expect(await checkCode(archive, current)).toMatchObject({ kind: 'ended', recorded: { status: 'void' } });
    // Nothing is in force any more: the paper vouches for nothing.
    expect(await printedCode(first.organizationId)).toContain('社区社会组织备案证书');

    const { signing } = await officeKeys(archive);
    const unknown = { ...renewed, id: certificateId.parse('of-a-lost-backup') };
    expect(await checkCode(archive, certificateSigner(signing)(unknown))).toMatchObject({
      kind: 'not-recorded',
    });
  });

  test('says names as they are, with rare characters and without what paper cannot carry', async () => {
    const { organizationId } = await issued('𠮷祥里“㛃心”<䶮>&互助队');
    expect(await checkCode(archive, await printedCode(organizationId))).toMatchObject({
      kind: 'in-force',
      statement: { organizationName: '𠮷祥里“㛃心”<䶮>&互助队' },
    });
    const { id } = await issued('和平里合唱队');
    const certificate = await archive.store.read((reader) => requireCertificate(reader, id));
    const { signing } = await officeKeys(archive);
    const broken = { ...certificate, organizationName: ' 和平里\n合唱\u202e队\ud800\t' };
    expect(await checkCode(archive, certificateSigner(signing)(broken))).toMatchObject({
      statement: { organizationName: '和平里 合唱队' },
    });
  });
});

test('codes from before signatures are told so, with what the archive has under their number', async () => {
  const { organizationId } = await issued();
  const older = (name: string): string =>
    `社区社会组织备案证书\n备案号：新河街社备〔2026〕1号\n名称：${name}\n发证日期：2026年4月26日`;
  expect(await checkCode(archive, older('阳光里夕阳红舞蹈队'))).toEqual({
    kind: 'unsigned',
    filingNumber: '新河街社备〔2026〕1号',
    organizationName: '阳光里夕阳红舞蹈队',
    recorded: { organizationId, organizationStatus: 'filed', status: 'valid', expired: false },
  });
  expect(await checkCode(archive, older('别的舞蹈队'))).toMatchObject({ kind: 'unsigned', recorded: null });
});

test('what is no code of a certificate is told so', async () => {
  const texts: readonly (readonly [text: string, kind: string])[] = [
    ['HA18AY4CT00MABC123Z0011E6APR6ZV', 'paper-code'],
    ['https://example.org/', 'other'],
    ['13800138000', 'other'],
    ['203607', 'broken'],
    ['2036076061812326411111', 'broken'],
    ['', 'other'],
    ['9'.repeat(4000), 'other'],
  ];
  for (const [text, kind] of texts) expect(await checkCode(archive, text)).toEqual({ kind });
});

describe.skipIf(!(await printer.available()))('a printed certificate', () => {
  test('is checked from its PDF, and from scans of 150 and 200 dpi, also with the longest names', async () => {
    const name = '新河街道阳光里社区邻里互助志愿服务与文化体育活动联合会第一分会社';
    expect(Array.from(name)).toHaveLength(32);
    const { organizationId } = await issued(name);
    const paper = await faceOf(organizationId);
    const pdf = await printer.print(renderHtml([paper]), paper.page.paper);
    const inForce = [{ kind: 'in-force', statement: { organizationName: name } }];
    expect(await checkPicture(archive, new File([pdf as Buffer<ArrayBuffer>], '证书.pdf'))).toMatchObject(
      inForce,
    );
    const folder = join(archive.folder, 'scans');
    mkdirSync(folder);
    writeFileSync(join(folder, 'paper.pdf'), pdf);
    for (const dpi of ['150', '200']) {
      const to = join(folder, dpi);
      execFileSync('pdftoppm', ['-r', dpi, '-png', '-gray', '-singlefile', join(folder, 'paper.pdf'), to]);
      const scan = new File([readFileSync(`${to}.png`)], `${dpi}.png`, { type: 'image/png' });
      expect(await checkPicture(archive, scan), dpi).toMatchObject(inForce);
    }
    expect(await checkPicture(archive, new File(['no picture'], 'x.png'))).toEqual([]);
  });
});
