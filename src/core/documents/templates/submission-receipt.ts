import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';
import type { SubmissionReceipt } from '../../../shared/domain/submission-receipt.ts';
import { periodWords } from '../../../shared/labels/ledger.ts';
import { paragraph } from '../blocks.ts';
import { listStyles, listTable, runningNumber, uprightList, type ListColumn } from '../list-page.ts';
import type { PaperDocument } from '../model.ts';

export interface ReceiptPaper {
  readonly streetName: string;
  readonly organizationCount: number;
  readonly receipt: SubmissionReceipt;
}

type Reason = SubmissionReceipt['reasons'][number];

const columns: readonly ListColumn<Reason>[] = [
  runningNumber(12),
  { label: '组织', widthMm: 56, text: ({ organization }) => organization ?? '整份台账' },
  { label: '理由', widthMm: 106, text: ({ text }) => text },
];

const outcomeText = ({ streetName, organizationCount, receipt }: ReceiptPaper): string => {
  const { package: of, outcome, receivedOn } = receipt;
  const what = `${periodWords(of.period)}工作台账${of.correction === null ? '' : `补报更正（第 ${of.correction} 次）`}`;
  const head = `${streetName}报送的${what}，已于${chineseDate(receivedOn)}收到，含 ${organizationCount} 个组织。`;
  return outcome === 'accepted'
    ? `${head}经核对，予以接收。`
    : `${head}经核对，有下列事项需要改正，现予退回，请改正后重新报送或补报更正。`;
};

/** 回执 on paper: what the signed file says, to be stamped and kept beside it. */
export const receiptPaper = (paper: ReceiptPaper): PaperDocument => {
  const { receipt } = paper;
  const title = '台账报送回执';
  return {
    kind: 'submission-receipt',
    title,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    properties: { subject: title, author: receipt.bureau.name, note: null },
    blocks: [
      paragraph('title', title),
      paragraph('body', outcomeText(paper)),
      ...(receipt.reasons.length === 0 ? [] : [listTable(columns, receipt.reasons)]),
      paragraph('facts', `报送包：${receipt.package.fileName}`),
      paragraph('facts', `SHA-256：${receipt.package.sha256}`),
      paragraph(
        'facts',
        `${receipt.bureau.name}（盖章）　　经办人：${receipt.decidedBy}　　${chineseDate(dayOfInstant(receipt.decidedAt))}`,
      ),
    ],
  };
};
