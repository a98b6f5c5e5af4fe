import type { MatterPaperData, PaperObjection } from '../../services/matter-paper-data.ts';
import { printable } from '../blocks.ts';
import type { PaperDocument, SealPicture } from '../model.ts';
import { bodyText, officialPaper, writingLines } from '../official-page.ts';
import { contactLine, dateOrBlank, dateOrNull, receiptLines } from './paper-words.ts';

/** The last objection that was answered, otherwise the last one. */
const objectionOf = ({ matter }: MatterPaperData): PaperObjection | null =>
  matter.objections.findLast(({ answer }) => answer !== null) ?? matter.objections.at(-1) ?? null;

export const objectionMissing = (data: MatterPaperData): string[] => {
  const objection = objectionOf(data);
  return [
    ...(objection === null ? ['异议的记录'] : []),
    ...(objection && objection.answer === null ? ['答复内容'] : []),
    ...(objection && objection.objector === null ? ['异议人'] : []),
  ];
};

/** 公示异议答复书: what somebody objected to, and what the street found (FEATURES E4). */
export const objectionAnswer = (data: MatterPaperData, picture: SealPicture | null): PaperDocument => {
  const { facts, office, paperRules } = data;
  const objection = objectionOf(data);
  const received = objection === null ? '' : `于${dateOrBlank(objection.receivedOn)}`;
  return officialPaper({
    kind: 'objection-answer',
    title: ['关于', facts.name, '公示异议的答复'],
    subject: '公示异议答复',
    redHead: paperRules.redHead,
    addressee: objection?.objector ?? '〔　　　　　　〕',
    body: [
      bodyText(`您${received}对${printable(facts.name)}公示内容提出的异议收悉。您反映：`),
      ...(objection === null || objection.content === ''
        ? [writingLines(3)]
        : [bodyText(printable(objection.content))]),
      bodyText('经核实，现答复如下：'),
      ...(objection?.answer ? [bodyText(printable(objection.answer))] : [writingLines(5)]),
      bodyText('感谢您对社区社会组织工作的关心和监督。'),
      contactLine(office),
    ],
    issuer: office.authorityName,
    date: dateOrNull(objection?.answeredOn),
    picture: objection?.answer ? picture : null,
    after: receiptLines(),
  });
};
