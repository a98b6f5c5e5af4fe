import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import type { MatterPaperData, PaperObjection } from '../../services/matter-paper-data.ts';
import type { RecordPaperData } from '../../services/record-papers.ts';
import { known, printable } from '../blocks.ts';
import type { PaperDocument, SealPicture } from '../model.ts';
import { bodyText, officialPaper, writingLines } from '../official-page.ts';
import { contactLine, dateOrBlank, dateOrNull, receiptLines } from './paper-words.ts';

/** The last objection that was answered, otherwise the last one. */
const objectionOf = (objections: readonly PaperObjection[]): PaperObjection | null =>
  objections.findLast(({ answer }) => answer !== null) ?? objections.at(-1) ?? null;

const missingOf = (objection: PaperObjection | null): string[] => [
  ...(objection === null ? ['异议的记录'] : []),
  ...(objection && objection.answer === null ? ['答复内容'] : []),
  ...(objection && objection.objector === null ? ['异议人'] : []),
];

export const objectionMissing = ({ matter }: MatterPaperData): string[] =>
  missingOf(objectionOf(matter.objections));

interface Answering {
  readonly kind: 'objection-answer' | 'disclosure-answer';
  readonly title: readonly [string, string, string];
  readonly subject: string;
  /** What was objected to, as the first sentence names it. */
  readonly objectedTo: string;
  readonly paper: Pick<FilingPaperData, 'office' | 'paperRules'>;
  readonly objection: PaperObjection | null;
}

/** What somebody objected to, and what was found. */
const answerOf = (
  { kind, title, subject, objectedTo, paper: { office, paperRules }, objection }: Answering,
  picture: SealPicture | null,
): PaperDocument => {
  const received = objection === null ? '' : `于${dateOrBlank(objection.receivedOn)}`;
  return officialPaper({
    kind,
    title: [...title],
    subject,
    redHead: paperRules.redHead,
    addressee: objection?.objector ?? '〔　　　　　　〕',
    body: [
      bodyText(
        '您',
        known('异议提出', received),
        '对',
        known('异议对象', objectedTo),
        '提出的异议收悉。您反映：',
      ),
      ...(objection === null || objection.content === ''
        ? [writingLines(3)]
        : [bodyText(known('异议内容', objection.content))]),
      bodyText('经核实，现答复如下：'),
      ...(objection?.answer ? [bodyText(known('答复内容', objection.answer))] : [writingLines(5)]),
      bodyText('感谢您对社区社会组织工作的关心和监督。'),
      contactLine(office),
    ],
    issuer: office.authorityName,
    date: dateOrNull(objection?.answeredOn),
    picture: objection?.answer ? picture : null,
    after: receiptLines(),
  });
};

/** 公示异议答复书: what somebody objected to, and what the street found (FEATURES E4). */
export const objectionAnswer = (data: MatterPaperData, picture: SealPicture | null): PaperDocument =>
  answerOf(
    {
      kind: 'objection-answer',
      title: ['关于', data.facts.name, '公示异议的答复'],
      subject: '公示异议答复',
      objectedTo: `${printable(data.facts.name)}公示内容`,
      paper: data,
      objection: objectionOf(data.matter.objections),
    },
    picture,
  );

const disclosureObjections = ({ record }: RecordPaperData<'disclosure'>): readonly PaperObjection[] =>
  record.content.objections.map(({ body, ...objection }) => ({ ...objection, content: body }));

export const disclosureAnswerMissing = (data: RecordPaperData<'disclosure'>): string[] =>
  missingOf(objectionOf(disclosureObjections(data)));

/** 信息公开异议答复书: the same to an objection to what an organization disclosed. */
export const disclosureAnswer = (
  data: RecordPaperData<'disclosure'>,
  picture: SealPicture | null,
): PaperDocument => {
  const { paper, record } = data;
  return answerOf(
    {
      kind: 'disclosure-answer',
      title: ['关于', paper.facts.name, '信息公开异议的答复'],
      subject: '信息公开异议答复',
      objectedTo: `${printable(paper.facts.name)}公开的“${printable(record.title)}”`,
      paper,
      objection: objectionOf(disclosureObjections(data)),
    },
    picture,
  );
};
