import { encode } from 'uqr';
import { paperCodes, type PaperCodes } from '../../src/core/documents/paper-codes.ts';
import { systemRandom } from '../../src/core/system-ports.ts';
import type { PaperIdentity, PaperKind } from '../../src/shared/domain/paper-code.ts';
import { between, oneOf, type Chance } from './chance.ts';
import type { PlacedCode } from './draw-form.ts';

/** Codes of the archive that scans are measured with, and of another one. */
export const ownCodes: PaperCodes = paperCodes({ lookup: new Uint8Array(32).fill(7) });
const otherCodes: PaperCodes = paperCodes({ lookup: new Uint8Array(32).fill(8) });

const kinds: readonly PaperKind[] = ['filing-form', 'charter', 'certificate-receipt', 'survey-result'];

export const somePaper = (chance: Chance): PaperIdentity => ({
  kind: oneOf(chance, kinds),
  subjectId: systemRandom.id(),
  page: null,
});

/** Where papers carry it: in the upper margin, a printer's whim beside the place it was meant for. */
const placed = (chance: Chance, text: string, ecc: 'M' | 'Q', sideMm: number): PlacedCode => ({
  modules: encode(text, { ecc, border: ecc === 'Q' ? 4 : 2, maskPattern: 2 }).data,
  leftMm: 164 + between(chance, -4, 4),
  topMm: 11 + between(chance, -3, 3),
  sideMm,
});

export const paperCode = (chance: Chance, paper: PaperIdentity): PlacedCode =>
  placed(chance, ownCodes.write(paper), 'Q', 20);

/** What else is on papers that come through a scanner, and must not be filed by it. */
export const decoys: Readonly<Record<string, (chance: Chance) => readonly PlacedCode[]>> = {
  'no code': () => [],
  'certificate to verify': (chance) => [
    placed(
      chance,
      '社区社会组织备案证书\n备案号：新河街〔2026〕12号\n名称：阳光里夕阳红舞蹈队\n发证日期：二〇二六年三月十五日',
      'M',
      26,
    ),
  ],
  'chat group': (chance) => [placed(chance, 'https://weixin.qq.com/g/AwYAAKx3Qm0f8wTz0p', 'M', 30)],
  'guest network': (chance) => [placed(chance, 'WIFI:T:WPA;S:shequ-guest;P:12345678;;', 'M', 24)],
  'another archive': (chance) => [placed(chance, otherCodes.write(somePaper(chance)), 'Q', 20)],
  'our code with a wrong check': (chance) => [
    placed(chance, `${ownCodes.write(somePaper(chance)).slice(0, -8)}00000000`, 'Q', 20),
  ],
};
