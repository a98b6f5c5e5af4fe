import { committeeName } from '../../../shared/domain/committee-name.ts';
import { reportPeriodLabel } from '../../../shared/domain/report-plan.ts';
import {
  evaluatorGroup,
  surveyResult,
  talliesOf,
  validBallots,
  type EvaluatorGroup,
  type SurveyTally,
} from '../../../shared/domain/survey.ts';
import { evaluatorGroupLabels, surveyAnswerLabels } from '../../../shared/labels/survey.ts';
import type { RecordPaperData } from '../../services/record-papers.ts';
import { blankDate, cell, paragraph, printable, row, text } from '../blocks.ts';
import type { Block, PaperDocument, Table, TableRow } from '../model.ts';
import { formPaper, formStyles, formWidthMm } from './form-parts.ts';
import { basisOf, dateOrNull } from './paper-words.ts';

type Survey = RecordPaperData<'survey'>;

const line = { widthPt: 0.75, colour: '000000' } as const;
const paddingMm = { top: 0.6, right: 1.2, bottom: 0.6, left: 1.2 } as const;
const answers: readonly (keyof SurveyTally)[] = ['satisfied', 'mostly', 'dissatisfied', 'unknown'];

/** 基本满意 breaks in its middle, not before its last letter. */
const answerHead = (answer: keyof typeof surveyAnswerLabels): string =>
  surveyAnswerLabels[answer].replace(/^(..)(..)$/, '$1\n$2');

const head = (words: string) => cell([paragraph('label', words)]);
const centred = (words: string) => cell([paragraph('value', words, { align: 'center' })]);

const ballotTable = ({ record }: Survey): Table => {
  const { items } = record.content;
  const rowMm = Math.max(9, Math.min(15, 128 / items.length));
  return {
    kind: 'table',
    columnsMm: [14, 68, 22, 22, 22, 22],
    line,
    paddingMm,
    rows: [
      row(11, [head('序号'), head('测评内容'), ...answers.map((answer) => head(surveyAnswerLabels[answer]))]),
      ...items.map((item, index) =>
        row(rowMm, [
          centred(String(index + 1)),
          cell([paragraph('value', printable(item))]),
          ...answers.map(() => centred('')),
        ]),
      ),
    ],
  };
};

const openBox = (words: string, heightMm: number): Table => ({
  kind: 'table',
  columnsMm: [formWidthMm],
  line,
  paddingMm: { top: 2, right: 2, bottom: 1, left: 2 },
  rows: [row(heightMm, [cell([paragraph('value', words)], { vertical: 'top' })])],
});

/** 《满意度测评表》, blank and without a name: nobody is asked who they are (policy Art. 1, FEATURES D4, D6). */
export const surveyBallot = (data: Survey): PaperDocument => {
  const { record, paper } = data;
  const name = printable(paper.facts.name);
  const { period } = record.content;
  return {
    kind: 'survey-ballot',
    title: `满意度测评表 ${name}`,
    page: formPaper,
    styles: formStyles,
    decoration: [],
    blocks: [
      paragraph('title', '社区社会组织满意度测评表'),
      paragraph('body', [
        text('被测评组织：', { face: 'black' }),
        text(name),
        ...(period === null
          ? []
          : [text('　　测评时段：', { face: 'black' }), text(reportPeriodLabel(period).replaceAll(' ', ''))]),
      ]),
      paragraph('body', [
        text('测评人：', { face: 'black' }),
        text('□ “两委”成员　　□ 居（村）民代表　　□ 辖区单位代表'),
      ]),
      paragraph('body', ''),
      ballotTable(data),
      paragraph('body', ''),
      openBox('意见和建议：', 44),
      paragraph(
        'footnote',
        '填写说明：无记名填写，请勿署名；每项只选一格打“√”；不选或多选的，该项视为未填；全部未填的，作废票处理。',
      ),
      paragraph(
        'footnote',
        `测评依据：${basisOf(paper.paperRules, '第一条')}。测评结果作为购买服务、匹配资源、退出管理的参考。`,
      ),
    ],
    properties: { subject: '社区社会组织满意度测评表', author: committeeName(paper.community), note: null },
  };
};

const groupWidthMm = 44;
const itemMm = formWidthMm - 3 * groupWidthMm;

/** A number that is counted, or an empty box while nothing is. */
const number = (value: number | null, suffix = ''): string => (value === null ? '' : `${value}${suffix}`);

const ballotRows = ({ record }: Survey): TableRow[] => {
  const { groups } = record.content;
  const anything = evaluatorGroup.options.some((group) => groups[group].issued > 0);
  const counted = (value: number): string => (anything ? String(value) : '');
  const cells = (pick: (group: EvaluatorGroup) => number) =>
    evaluatorGroup.options.map((group) =>
      cell([paragraph('value', counted(pick(group)), { align: 'center' })], { columns: 4 }),
    );
  return [
    row(9, [head('发　放'), ...cells((group) => groups[group].issued)]),
    row(9, [head('回　收'), ...cells((group) => groups[group].returned)]),
    row(9, [head('有　效'), ...cells((group) => validBallots(groups[group]))]),
    row(9, [head('作　废'), ...cells((group) => groups[group].void)]),
  ];
};

const resultTable = (data: Survey): Table => {
  const { content } = data.record;
  const result = surveyResult(content);
  const tallies = evaluatorGroup.options.map((group) => talliesOf(content, group));
  const open = evaluatorGroup.options.every((group) => validBallots(content.groups[group]) === 0);
  const small = (words: string) =>
    cell([paragraph('value', [text(words, { sizePt: 9.5 })], { align: 'center', linePt: 13 })], {
      paddingMm: { top: 0.6, right: 0.2, bottom: 0.6, left: 0.2 },
    });
  const wide = (pick: (group: EvaluatorGroup) => string) =>
    evaluatorGroup.options.map((group) =>
      cell([paragraph('value', pick(group), { align: 'center' })], { columns: 4 }),
    );
  const rowMm = Math.max(7, Math.min(9, 64 / content.items.length));
  return {
    kind: 'table',
    columnsMm: [itemMm, ...Array.from({ length: 12 }, () => groupWidthMm / 4)],
    line,
    paddingMm,
    rows: [
      row(10, [
        head('测评人'),
        ...evaluatorGroup.options.map((group) =>
          cell([paragraph('label', evaluatorGroupLabels[group])], { columns: 4 }),
        ),
      ]),
      ...ballotRows(data),
      row(12, [
        head('测评内容'),
        ...evaluatorGroup.options.flatMap(() =>
          answers.map((answer) =>
            cell([paragraph('label', [text(answerHead(answer), { sizePt: 8.5 })], { linePt: 11 })], {
              paddingMm: { top: 0.4, right: 0.2, bottom: 0.4, left: 0.2 },
            }),
          ),
        ),
      ]),
      ...content.items.map((item, index) =>
        row(rowMm, [
          cell([paragraph('value', [text(printable(item), { sizePt: 10 })], { linePt: 13 })]),
          ...tallies.flatMap((group) =>
            answers.map((answer) => small(open ? '' : String(group[index]?.[answer] ?? 0))),
          ),
        ]),
      ),
      row(10, [head('满意率'), ...wide((group) => number(result.groups[group].rate, '%'))]),
      row(10, [head('得　分'), ...wide((group) => number(result.groups[group].score))]),
      row(10, [head('权　重'), ...wide((group) => String(content.weights[group]))]),
      row(11, [
        head('综合结果'),
        cell(
          [
            paragraph(
              'value',
              result.score === null
                ? '满意率　　　　　　得分'
                : `满意率${number(result.rate, '%')}　　得分${number(result.score)}` +
                    (result.low ? `　　（低于${content.scale.alertBelow}分，应当整改）` : ''),
              { align: 'center' },
            ),
          ],
          { columns: 12 },
        ),
      ]),
    ],
  };
};

/** Who counted, who watched, who seals: one row, never torn. */
const signaturesTable = (data: Survey): Table => {
  const half = formWidthMm / 2;
  return {
    kind: 'table',
    columnsMm: [half, half],
    line: null,
    paddingMm: { top: 0, right: 0, bottom: 0, left: 0 },
    rows: [
      row(44, [
        cell(
          ['计票人（签字）：', '', '监票人（签字）：', '', '被测评组织代表（签字）：'].map((words) =>
            paragraph('body', words),
          ),
          { vertical: 'top', paddingMm: { top: 4, right: 0, bottom: 0, left: 0 } },
        ),
        cell(
          [
            {
              kind: 'seal-place',
              style: 'seal',
              issuer: printable(committeeName(data.paper.community)),
              date: dateOrNull(data.record.content.closedOn),
              widthMm: 80,
              picture: null,
            },
          ],
          { vertical: 'top' },
        ),
      ]),
    ],
  };
};

const scaleWords = ({ record: { content } }: Survey): string => {
  const { satisfied, mostlySatisfied, dissatisfied, unknownCounts } = content.scale;
  return (
    `计分：满意${satisfied}分，基本满意${mostlySatisfied}分，不满意${dissatisfied}分；` +
    `“不了解”${unknownCounts ? '计入总数、不得分' : '不计入'}。满意率为满意和基本满意所占的比例，综合结果按权重计算。`
  );
};

export const surveyResultMissing = ({ record: { content } }: Survey): string[] =>
  content.closedOn === null ? ['测评尚未计票结束'] : [];

const tooFewWords = ({ record: { content } }: Survey): Block[] => {
  const result = surveyResult(content);
  const few = evaluatorGroup.options.filter((group) => result.groups[group].tooFew);
  return few.length === 0 || content.closedOn === null
    ? []
    : [
        paragraph(
          'footnote',
          `提示：${few.map((group) => evaluatorGroupLabels[group]).join('、')}的有效票少于${content.minimumBallots}张，结果仅供参考。`,
        ),
      ];
};

/** 《满意度测评结果汇总表》: three groups side by side, with places to sign and to seal (FEATURES D7). */
export const surveySheet = (data: Survey): PaperDocument => {
  const { record, paper } = data;
  const name = printable(paper.facts.name);
  const { period, closedOn, imbalanceReason } = record.content;
  return {
    kind: 'survey-result',
    title: `满意度测评结果汇总表 ${name}`,
    page: formPaper,
    styles: formStyles,
    decoration: [],
    blocks: [
      paragraph('title', '满意度测评结果汇总表'),
      paragraph('body', [
        text('被测评组织：', { face: 'black' }),
        text(name),
        ...(paper.filingNumber === null
          ? []
          : [text('　　备案号：', { face: 'black' }), text(paper.filingNumber)]),
      ]),
      paragraph('body', [
        text('测评时段：', { face: 'black' }),
        text(period === null ? '　　　　　　' : reportPeriodLabel(period).replaceAll(' ', '')),
        text('　　计票日期：', { face: 'black' }),
        text(dateOrNull(closedOn) ?? blankDate),
      ]),
      resultTable(data),
      paragraph('footnote', scaleWords(data)),
      ...(imbalanceReason === null
        ? []
        : [paragraph('footnote', `票数差异说明：${printable(imbalanceReason)}`)]),
      ...tooFewWords(data),
      signaturesTable(data),
    ],
    properties: {
      subject: '社区社会组织满意度测评结果汇总表',
      author: committeeName(paper.community),
      note: null,
    },
  };
};
