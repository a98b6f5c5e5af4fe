import { copiesLabel } from '../../../shared/domain/chinese-number.ts';
import { cell, known, paragraph, printable, row, spread, style, text } from '../blocks.ts';
import { fitText, mmToPt, ptToMm } from '../fit-text.ts';
import type {
  Block,
  PageSetup,
  PaperDocument,
  RuleLine,
  SealPicture,
  StyleSheet,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from '../model.ts';
import { sealNote } from '../official-page.ts';
import { certificateFrame } from '../ornament.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { CertificateFaceData } from '../../services/verification-codes.ts';
import { certificateFacts, type CertificateFacts } from './certificate-facts.ts';

const ink = '1F1A17';
const red = 'A3141B';
const brown = '6A4F1E';
const hairline: RuleLine = { widthPt: 0.75, colour: 'C9AE72' };

const page: PageSetup = {
  paper: { widthMm: 297, heightMm: 210, orientation: 'landscape' },
  marginsMm: { top: 28, right: 37, bottom: 20, left: 37 },
  grid: null,
  numbered: 'none',
};
const decoration = certificateFrame(page.paper.widthMm, page.paper.heightMm);

const styles: StyleSheet = {
  body: style(
    '证书正文',
    { face: 'fang-song', sizePt: 16, colour: ink },
    { linePt: 25, firstLineEm: 2, align: 'justify' },
  ),
  title: style('证书标题', { face: 'title-song', sizePt: 40, colour: red }, { align: 'center', linePt: 50 }),
  number: style('证书编号', { face: 'kai', sizePt: 16, colour: ink }, { align: 'center', linePt: 26 }),
  label: style('证书项目名', { face: 'black', sizePt: 14.5, colour: brown }, { linePt: 21 }),
  value: style('证书项目', { face: 'fang-song', sizePt: 18, colour: ink }, { linePt: 24 }),
  seal: style('证书落款', { face: 'fang-song', sizePt: 16, colour: ink }, { align: 'center', linePt: 24 }),
  small: style('证书附注', { face: 'kai', sizePt: 10, colour: '5C5140' }, { linePt: 16 }),
  spacer: style('证书间隔', { face: 'fang-song', sizePt: 2, colour: ink }, { linePt: 2 }),
};

// Columns of the facts: label, value, gap, label, value. Together the width between the margins.
const columnsMm = [28, 79, 9, 28, 79];
const wideValueMm = 195;
const halfValueMm = 79;
/** Height to fill: down to 4 mm above the lower margin, so that no font makes a second page. */
const usableMm = 210 - 28 - 24;
const titleMm = ptToMm(50);
const numberMm = ptToMm(26);
const closingMm = 47;
const sizesPt = [18, 17, 16, 15, 14, 13, 12, 11, 10.5, 10, 9.5, 9, 8.5];

interface Fact {
  readonly label: string;
  readonly value: string;
}

const labelCell = (label: string): TableCell =>
  cell([paragraph('label', spread(label, 4, { sizePt: 14.5 }))], { vertical: 'middle' });

const valueCell = (fact: Fact, widthMm: number, heightMm: number, columns: number): TableCell => {
  const fit = fitText(fact.value, {
    widthMm: widthMm - 2,
    maxHeightMm: heightMm - 1,
    sizesPt,
    leading: 1.32,
  });
  return cell(
    [paragraph('value', [known(fact.label, fact.value, { sizePt: fit.sizePt })], { linePt: fit.linePt })],
    {
      columns,
      vertical: 'middle',
      lines: { bottom: hairline },
      paddingMm: { top: 0, right: 1, bottom: 0.4, left: 1 },
    },
  );
};

const wideRow = (fact: Fact, heightMm: number): TableRow =>
  row(heightMm, [labelCell(fact.label), valueCell(fact, wideValueMm, heightMm, 4)], { heightRule: 'exact' });

const pairRow = (left: Fact, right: Fact, heightMm: number): TableRow =>
  row(
    heightMm,
    [
      labelCell(left.label),
      valueCell(left, halfValueMm, heightMm, 1),
      cell([paragraph('spacer', '')]),
      labelCell(right.label),
      valueCell(right, halfValueMm, heightMm, 1),
    ],
    { heightRule: 'exact' },
  );

const fitsHalf = (fact: Fact): boolean =>
  fitText(fact.value, { widthMm: halfValueMm - 2, maxHeightMm: 10, sizesPt: [18, 16, 14, 12], leading: 1.32 })
    .heightMm <= 10;

/** Two facts share a row while both stand in it at a readable size; a long address takes a row of its own. */
const factLines = (facts: CertificateFacts): Fact[][] => {
  const fact = (label: string, value: string | null): Fact => ({ label, value: printable(value ?? '') });
  const pair = (left: Fact, right: Fact): Fact[][] =>
    fitsHalf(left) && fitsHalf(right) ? [[left, right]] : [[left], [right]];
  return [
    ...pair(fact('负责人', facts.responsiblePerson), fact('类别', facts.category)),
    ...pair(fact('活动场所', facts.premises), fact('活动地域', facts.activityArea)),
    ...(facts.validity === null ? [] : [[fact('有效期', facts.validity)]]),
  ];
};

/** The name stands in larger type, and has room for two lines where it is long. */
const nameRow = (name: string, heightMm: number): TableRow => {
  const value = printable(name);
  const fit = fitText(value, {
    widthMm: wideValueMm - 2,
    maxHeightMm: heightMm - 1,
    sizesPt: [22, 20, ...sizesPt],
    leading: 1.25,
  });
  const format = { face: 'title-song', sizePt: fit.sizePt } as const;
  return row(
    heightMm,
    [
      labelCell('组织名称'),
      cell([paragraph('value', [known('组织名称', value, format)], { linePt: fit.linePt })], {
        columns: 4,
        lines: { bottom: hairline },
        paddingMm: { top: 0, right: 1, bottom: 0.4, left: 1 },
      }),
    ],
    { heightRule: 'exact' },
  );
};

const factsTable = (facts: CertificateFacts): { table: Table; heightMm: number } => {
  const lines = factLines(facts);
  const scope: Fact = { label: '业务范围', value: printable(facts.businessScope ?? '') };
  const roomMm = usableMm - titleMm - numberMm - closingMm - 6;
  const nameMm = (rowMm: number) => rowMm + 2.4;
  const scopeAt = (rowMm: number) =>
    fitText(scope.value, {
      widthMm: wideValueMm - 2,
      maxHeightMm: roomMm - nameMm(rowMm) - rowMm * lines.length - 1,
      sizesPt,
      leading: 1.32,
    });
  // Airy rows as long as the scope can be set in 14 pt beside them, then tighter ones, then smaller type.
  const rowMm = [13.4, 12.4, 11.4, 10.2, 9.2].find((height) => scopeAt(height).sizePt >= 14) ?? 9;
  const scopeMm = Math.max(rowMm, scopeAt(rowMm).heightMm + 3);
  const rows = lines.map(([left, right]) => (right ? pairRow(left!, right, rowMm) : wideRow(left!, rowMm)));
  return {
    table: {
      kind: 'table',
      columnsMm,
      rows: [nameRow(facts.name, nameMm(rowMm)), ...rows, wideRow(scope, scopeMm)],
      line: null,
      paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
    },
    heightMm: nameMm(rowMm) + rowMm * lines.length + scopeMm,
  };
};

/** Of a certificate that was not issued yet there is nothing to vouch for: its code says what anybody may read. */
const unsignedCode = (facts: CertificateFacts): string =>
  printable(
    `社区社会组织备案证书\n备案号：${facts.filingNumber}\n名称：${facts.name}\n发证日期：${facts.issuedOn}`,
  );

const reissueWords: Readonly<Record<NonNullable<CertificateFacts['reissue']>, string>> = {
  reissue: '换发',
  replacement: '补发',
  renewal: '延续',
};

interface Closing {
  readonly facts: CertificateFacts;
  readonly copies: number;
  /** What the office signed of this certificate; null where it is not issued yet. */
  readonly verification: string | null;
  readonly picture: SealPicture | null;
}

const notes = ({ facts, copies, verification }: Closing): string[] => [
  verification === null
    ? '扫码可见备案号、组织名称和发证日期。'
    : '本证书真伪：请发证机关核验，或者在其核验页上扫描此码。',
  `《章程》《备案表》${copiesLabel(copies)}，由街道、居（村）委会和本组织留存。`,
  '备案事项变更的，应当重新备案；终止活动的，应当交回本证书。',
  ...(facts.reissue === null ? [] : [`本证书为${reissueWords[facts.reissue]}，原证书作废。`]),
];

/** Agreement, code and notes on the left; issuer, date and seal on the right. */
const closingTable = (closing: Closing): Table => {
  const { facts, verification, picture } = closing;
  const sealMm = 80;
  return {
    kind: 'table',
    columnsMm: [29, 114, sealMm],
    line: null,
    paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
    rows: [
      row(19.5, [
        cell(
          [paragraph('body', '经审核，同意备案。本组织应坚持党的领导，遵守法律法规，依照章程开展活动。')],
          { columns: 2, vertical: 'top', paddingMm: { top: 0, right: 4, bottom: 0, left: 0 } },
        ),
        cell(
          [
            {
              kind: 'seal-place',
              style: 'seal',
              issuer: printable(facts.authority),
              date: facts.issuedOn,
              widthMm: sealMm,
              picture,
            },
          ],
          { rows: 2, vertical: 'top' },
        ),
      ]),
      row(26.5, [
        cell(
          [
            {
              kind: 'qr-code',
              style: 'small',
              text: verification ?? unsignedCode(facts),
              sizeMm: 26,
              label: '证书核验码',
              comesBack: false,
            },
          ],
          {
            vertical: 'bottom',
            paddingMm: { top: 0, right: 3, bottom: 0, left: 0 },
          },
        ),
        cell(
          notes(closing).map((note) => paragraph('small', note)),
          { vertical: 'bottom', paddingMm: { top: 0, right: 0, bottom: 1, left: 1 } },
        ),
      ]),
    ],
  };
};

const numberLine = (facts: CertificateFacts): TextRun[] => [
  text('备案号：'),
  known('备案号', facts.filingNumber),
  ...(facts.reissue === null
    ? []
    : [text(`　〔${reissueWords[facts.reissue]}〕`, { face: 'black', colour: red })]),
];

const gap = (heightMm: number): Block => paragraph('spacer', '', { linePt: Math.max(1, mmToPt(heightMm)) });

/** Facts without which no certificate may be printed, by name. */
export const certificateMissing = (data: FilingPaperData): string[] => {
  const facts = certificateFacts(data);
  return [
    ...(facts.filingNumber === null ? ['备案号'] : []),
    ...(facts.issuedOn === null ? ['发证日期'] : []),
  ];
};

/** Facts that the certificate would leave as empty lines, by name. */
export const certificateBlank = (data: FilingPaperData): string[] => {
  const { responsiblePerson, category, premises, activityArea, businessScope } = certificateFacts(data);
  const facts: readonly (readonly [string, string | null])[] = [
    ['负责人', responsiblePerson],
    ['类别', category],
    ['活动场所', premises],
    ['活动地域', activityArea],
    ['业务范围', businessScope],
  ];
  return facts.filter(([, fact]) => !fact).map(([name]) => name);
};

/**
 * 《社区社会组织备案证书》: one landscape page whatever the length of its facts. Call it only where
 * `certificateMissing` names nothing.
 */
export const certificate = (data: CertificateFaceData, given: SealPicture | null): PaperDocument => {
  const facts = certificateFacts(data);
  // An old certificate may name an office that has another seal today.
  const picture = facts.authority === data.office.authorityName ? given : null;
  const { table, heightMm } = factsTable(facts);
  const slackMm = usableMm - titleMm - numberMm - heightMm - closingMm;
  const aboveMm = Math.min(8, Math.max(2, slackMm * 0.4));
  return {
    kind: 'certificate',
    variant: facts.reissue ?? 'original',
    title: `社区社会组织备案证书 ${facts.name}`,
    documentNumber: facts.filingNumber,
    page,
    styles,
    decoration,
    blocks: [
      paragraph('title', spread('社区社会组织备案证书', 12.6, { sizePt: 40 })),
      paragraph('number', numberLine(facts)),
      gap(aboveMm),
      table,
      gap(Math.max(1, slackMm - aboveMm)),
      closingTable({ facts, copies: data.copies, verification: data.verification, picture }),
    ],
    properties: {
      subject: '社区社会组织备案证书',
      author: facts.authority,
      note: picture && sealNote,
    },
  };
};
