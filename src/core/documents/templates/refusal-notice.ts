import type { MatterPaperData } from '../../services/matter-paper-data.ts';
import type { PaperDocument, SealPicture } from '../model.ts';
import { bodyText, officialPaper } from '../official-page.ts';
import { applicantOf, applicationWords, itemBlocks } from './correction-notice.ts';
import { basisOf, contactLine, dateOrBlank, dateOrNull, receiptLines } from './paper-words.ts';

const refusalOf = ({ matter }: MatterPaperData) =>
  matter.steps.findLast(({ action }) => action === 'street-refuse') ?? null;

export const refusalMissing = (data: MatterPaperData): string[] => {
  const step = refusalOf(data);
  return [
    ...(step === null ? ['不予备案的记录'] : []),
    ...(step?.items.length === 0 ? ['理由'] : []),
    ...(step?.documentNumber ? [] : ['发文字号']),
  ];
};

/** 《不予备案通知书》: a refusal always says why (FEATURES A6). */
export const refusalNotice = (data: MatterPaperData, picture: SealPicture | null): PaperDocument => {
  const { matter, filing, paperRules, office } = data;
  const step = refusalOf(data);
  return officialPaper({
    kind: 'refusal-notice',
    variant: matter.kind,
    title: ['不予备案通知书'],
    subject: '不予备案通知书',
    number: step?.documentNumber ?? null,
    redHead: paperRules.redHead,
    addressee: applicantOf(data),
    body: [
      bodyText(
        `你们${filing?.appliedOn ? `于${dateOrBlank(filing.appliedOn)}` : ''}提交的社区社会组织${applicationWords[matter.kind]}收悉。` +
          `根据${basisOf(paperRules, '第二条第（二）项')}，经审核，决定不予备案。理由如下：`,
      ),
      ...itemBlocks(step?.items ?? []),
      bodyText('具备备案条件后，可以重新提出备案申请。对本决定有不同意见的，可以向本机关书面说明。'),
      contactLine(office),
    ],
    issuer: office.authorityName,
    date: dateOrNull(step?.actedOn),
    picture: step ? picture : null,
    after: receiptLines(),
  });
};
