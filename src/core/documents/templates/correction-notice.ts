import type { MatterPaperData, PaperItem, PaperStep } from '../../services/matter-paper-data.ts';
import { known, printable } from '../blocks.ts';
import type { Block, PaperDocument, SealPicture } from '../model.ts';
import { bodyText, fact, officialPaper, writingLines } from '../official-page.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';
import { contactLine, dateOrBlank, dateOrNull, receiptLines, basisOf } from './paper-words.ts';

/** The last step that sent the application back. */
const returnOf = ({ matter }: MatterPaperData): PaperStep | null =>
  matter.steps.findLast(({ action }) => action === 'committee-return' || action === 'street-return') ?? null;

const stop = (words: string): string => (/[。；！？]$/.test(words) ? words : `${words}。`);

/** Items one by one, each with the material that it is about; lines to write on where none is recorded. */
export const itemBlocks = (items: readonly PaperItem[]): Block[] =>
  items.length === 0
    ? [writingLines(4)]
    : items.map(({ material, text: words }, index) =>
        bodyText(
          known(
            '事项',
            `${index + 1}. ${material === null ? '' : `《${printable(material).replaceAll(/[《》]/g, '')}》：`}${stop(printable(words))}`,
          ),
        ),
      );

/** Who issues the notice: the committee or the street, whichever sent the application back. */
const issuerOf = (data: MatterPaperData, step: PaperStep | null): string =>
  step?.action === 'committee-return' ? committeeName(data.community) : data.office.authorityName;

/** The people to whom papers of a filing go: founders before there is an organization. */
export const applicantOf = ({ matter, facts }: MatterPaperData): string =>
  matter.kind === 'initial' ? `${facts.name}发起人` : facts.name;

export const applicationWords = {
  initial: '备案申请',
  change: '变更备案申请',
  dissolution: '终止活动申请',
} as const;

export const correctionMissing = (data: MatterPaperData): string[] => {
  const step = returnOf(data);
  return [
    ...(step === null ? ['退回补正的记录'] : []),
    ...(step?.items.length === 0 ? ['需要补正的内容'] : []),
    ...(step?.documentNumber ? [] : ['发文字号']),
    ...(data.office.contactName && data.office.contactPhone ? [] : ['联系人和电话']),
  ];
};

/** 《补正通知书》: everything that is missing, at once (policy Art. 2: 减环节、减材料). */
export const correctionNotice = (data: MatterPaperData, picture: SealPicture | null): PaperDocument => {
  const { matter, filing, paperRules, office } = data;
  const step = returnOf(data);
  const issuer = issuerOf(data, step);
  return officialPaper({
    kind: 'correction-notice',
    variant: `${matter.kind} ${step?.action ?? ''}`,
    title: ['社区社会组织', '备案补正通知书'],
    subject: '社区社会组织备案补正通知书',
    number: step?.documentNumber ?? null,
    redHead: paperRules.redHead && issuer === office.authorityName,
    addressee: applicantOf(data),
    body: [
      bodyText(
        `你们${filing?.appliedOn ? `于${dateOrBlank(filing.appliedOn)}` : ''}提交的社区社会组织${applicationWords[matter.kind]}收悉。经审查，申请材料需要补正。` +
          `根据${basisOf(paperRules, '第二条')}关于减事项、减环节、减材料的要求，现将需要补正的内容一次性告知如下：`,
      ),
      ...itemBlocks(step?.items ?? []),
      bodyText(
        '请于',
        fact('补正期限', dateOrNull(step?.correctBy), 8),
        `前将补正材料送交${printable(issuer)}。已经提交并且符合要求的材料，不再重复提交。`,
      ),
      contactLine(office),
    ],
    issuer,
    date: dateOrNull(step?.actedOn),
    picture: issuer === office.authorityName && step ? picture : null,
    after: receiptLines(),
  });
};
