import type { CharterText } from './charter.ts';

/** Words about what a community organization may not do, with the reason and its source. */
interface RedLine {
  readonly words: readonly string[];
  readonly reason: string;
  readonly source: string;
}

const prohibited = '社区社会组织禁止行为（多地备案管理办法）';

const redLines: readonly RedLine[] = [
  {
    words: ['分红', '按股', '股东', '利润分配', '入股', '返利'],
    reason: '资产不得在成员中分配',
    source: prohibited,
  },
  {
    words: ['营利性', '盈利性', '经营活动', '对外投资', '放贷', '集资', '理财', '代销', '直销'],
    reason: '不得从事营利性经营活动',
    source: prohibited,
  },
  {
    words: ['有偿服务', '收费服务', '收取服务费', '收取费用'],
    reason: '有偿服务须先依法登记',
    source: '社区社会组织备案与登记的分工（多地备案管理办法）',
  },
  { words: ['分支机构', '分会', '代表处', '办事处设'], reason: '不得设立分支机构', source: prohibited },
  {
    words: ['全市范围', '全省', '全国', '跨区活动', '面向全市'],
    reason: '活动不应超出备案的活动地域',
    source: prohibited,
  },
  {
    words: ['业主委员会', '业委会', '物业管理区域'],
    reason: '业主委员会和物业自治组织不属于社区社会组织',
    source: '多地备案规则的不予备案情形',
  },
];

export interface RedLineHint {
  readonly word: string;
  readonly sentence: string;
  readonly reason: string;
  readonly source: string;
}

/** A sentence that forbids, or that says what an organization is not, says the opposite of its words. */
const forbids = (text: string): boolean =>
  /不得|不以|不从事|不设|禁止|严禁|杜绝|未经|不收取|非营利|非盈利/.test(text);

const hintsIn = (sentence: string): readonly RedLineHint[] =>
  redLines.flatMap(({ words, reason, source }) => {
    const word = words.find((each) => sentence.includes(each));
    return word === undefined ? [] : [{ word, sentence: sentence.trim(), reason, source }];
  });

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[。；;\n])/);

/** Sentences that cross a red line (DOMAIN 2.3). Hints only: nothing is refused because of them. */
export const redLinesInText = (text: string): readonly RedLineHint[] =>
  sentencesOf(text)
    .filter((sentence) => !forbids(sentence))
    .flatMap(hintsIn);

/** The same in a charter; items under a lead-in that forbids are forbidden, too. */
export const redLinesInCharter = ({ chapters }: CharterText): readonly RedLineHint[] =>
  chapters.flatMap(({ articles }) =>
    articles.flatMap(({ text, items }) => [
      ...redLinesInText(text),
      ...(forbids(text) ? [] : items.flatMap(redLinesInText)),
    ]),
  );
