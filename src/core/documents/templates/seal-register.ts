import type { SealRegisterData } from '../../services/seal-register-paper.ts';
import type { SealUse } from '../../../shared/domain/seal.ts';
import { sealMethodLabels } from '../../../shared/labels/seal.ts';
import { paragraph, printable } from '../blocks.ts';
import { acrossList, listStyles, listTable, type ListColumn } from '../list-page.ts';
import type { PaperDocument } from '../model.ts';

const columns: readonly ListColumn<SealUse>[] = [
  { label: '编号', widthMm: 12, align: 'center', text: ({ sequence }) => String(sequence) },
  { label: '日期', widthMm: 23, align: 'center', text: ({ usedOn }) => usedOn },
  {
    label: '文件名称、文号',
    widthMm: 68,
    text: ({ title, documentNumber, struck }) =>
      `${title}${documentNumber === null ? '' : `（${documentNumber}）`}${struck === null ? '' : `【划销：${struck.reason}】`}`,
  },
  {
    label: '份数',
    widthMm: 14,
    align: 'center',
    // What was struck counts for nothing.
    text: ({ copies, struck }) => (struck === null ? String(copies) : `（${copies}）`),
  },
  { label: '印章', widthMm: 36, text: ({ sealName }) => sealName },
  { label: '方式', widthMm: 20, align: 'center', text: ({ method }) => sealMethodLabels[method] },
  { label: '用印人', widthMm: 19, align: 'center', text: ({ usedBy }) => usedBy },
  { label: '批准人', widthMm: 19, align: 'center', text: ({ approvedBy }) => approvedBy },
  { label: '事由', widthMm: 54, text: ({ purpose }) => purpose },
];

/** 《用印登记簿》 of one month, with room for who keeps the seal and who checks. */
export const sealRegister = ({ office, month, uses }: SealRegisterData): PaperDocument => {
  const [year = '', of = ''] = month.split('-');
  const valid = uses.filter(({ struck }) => struck === null);
  const copies = valid.reduce((sum, use) => sum + use.copies, 0);
  const struck = uses.length - valid.length;
  return {
    kind: 'seal-register',
    title: `用印登记簿 ${year}年${Number(of)}月`,
    page: acrossList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', '用印登记簿'),
      paragraph(
        'facts',
        `单位：${printable(office.authorityName)}　　${year}年${Number(of)}月　　用印${valid.length}次，共${copies}份${struck === 0 ? '' : `；划销${struck}条`}`,
      ),
      listTable(columns, uses, { blankRows: Math.max(0, 10 - uses.length), rowMm: 8.5 }),
      paragraph('note', '“套印图片”是打印时套上的印章图片，不是电子印章。'),
      paragraph(
        'facts',
        '印章保管人：　　　　　　　　　　检查人：　　　　　　　　　　检查日期：　　　　年　　月　　日',
      ),
    ],
    properties: { subject: '用印登记簿', author: office.authorityName, note: null },
  };
};
