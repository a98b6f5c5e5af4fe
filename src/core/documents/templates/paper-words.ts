import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import type { PartialDate } from '../../../shared/domain/dates.ts';
import type { OfficeProfile } from '../../../shared/domain/office.ts';
import type { FilingPaperData, PaperRules } from '../../services/filing-paper-data.ts';
import { blankDate, paragraph, printable } from '../blocks.ts';
import type { Block } from '../model.ts';

/** How a paper names the clause that it rests on, e.g. 《…》第二条第（二）项. */
export const basisOf = ({ policyTitle }: PaperRules, clause: string): string =>
  `${policyTitle === null ? '本市社区社会组织管理有关文件' : `《${policyTitle}》`}${clause}`;

/** How a committee is addressed by those above it. */
export const yourCommittee = ({ settlement }: FilingPaperData['community']): string =>
  settlement === 'urban' ? '你居委会' : '你村委会';

/** How an authority speaks of itself: 我办, 我镇. */
export const ourselves = ({ authorityName }: Pick<OfficeProfile, 'authorityName'>): string =>
  authorityName.endsWith('办事处') ? '我办' : '本机关';

export const dateOrNull = (date: PartialDate | null | undefined): string | null =>
  date === null || date === undefined ? null : chineseDate(date);

/** A date, or room for it. */
export const dateOrBlank = (date: PartialDate | null | undefined): string => dateOrNull(date) ?? blankDate;

/** Whom to ask: as the office wrote it down, or room for it. */
export const contactLine = ({ contactName, contactPhone }: OfficeProfile): Block =>
  paragraph(
    'body',
    `联系人：${printable(contactName ?? '') || '　　　　　　'}　　联系电话：${printable(contactPhone ?? '')}`,
  );

/** Who was handed the paper, and when (送达). */
export const receiptLines = (): Block[] => [
  paragraph('small', '签收人（签字）：　　　　　　　　签收日期：　　　年　　月　　日'),
];
