import type { CatalogueItem } from '../services/dossier-papers.ts';

/** A file that was written, and what it is called. */
export interface WrittenPaper {
  readonly title: string;
  /** From the page that links to it; null where it could not be written. */
  readonly path: string | null;
  /** Why it is not there, in words. */
  readonly note: string | null;
}

export interface PageItem {
  readonly item: CatalogueItem;
  readonly papers: readonly WrittenPaper[];
  /** Papers that the public version leaves out. */
  readonly withheld: number;
}

export interface DossierPage {
  readonly name: string;
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly items: readonly PageItem[];
}

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);

/** A path below the page, as an address: names hold spaces, percent signs and hashes. */
const address = (path: string): string =>
  path.split('/').map(encodeURIComponent).join('/').replaceAll("'", '%27');

/** No script and no foreign address: the page opens from a disk, whatever the browser forbids there. */
const frame = (title: string, body: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
body{font:16px/1.7 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#222;max-width:1200px;margin:24px auto;padding:0 24px}
h1{font-size:24px}table{border-collapse:collapse;width:100%;font-size:14px}
th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top}th{background:#f2efe8;white-space:nowrap}
a{color:#0b6b62}dl{display:grid;grid-template-columns:max-content 1fr;gap:2px 16px}dt{color:#666}dd{margin:0}
.note{color:#a33}@media print{a{color:inherit;text-decoration:none}}
</style></head><body>
${body}
</body></html>
`;

const paperLines = ({ papers, withheld }: PageItem): string =>
  [
    ...papers.map(({ title, path, note }) =>
      path === null
        ? `<div class="note">${escaped(title)}：${escaped(note ?? '')}</div>`
        : `<div><a href="${address(path)}">${escaped(title)}</a></div>`,
    ),
    ...(withheld > 0 ? [`<div>公开版不含本件的 ${withheld} 份材料</div>`] : []),
  ].join('');

const itemRow = (entry: PageItem, index: number): string => {
  const { item } = entry;
  const cells = [
    item.archivalCode,
    item.documentNumber,
    item.responsible,
    item.title,
    item.date,
    item.secrecy,
    item.pages,
    item.remark,
  ].map((value) => `<td>${escaped(value === null ? '' : String(value))}</td>`);
  return `<tr><td>${index + 1}</td>${cells.join('')}<td>${paperLines(entry)}</td></tr>`;
};

/** The nine columns of DA/T 22-2015, 5.5.2, and the files of each item. */
const columns = ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注', '文件'];

/** The page of one dossier. */
export const dossierPage = ({ name, facts, items }: DossierPage): string =>
  frame(
    `${name} 档案`,
    `<p><a href="../index.html">全部组织</a></p><h1>${escaped(name)}</h1>
<dl>${facts.map(([label, value]) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>
<h2>归档文件目录</h2>
<table><thead><tr>${columns.map((column) => `<th>${column}</th>`).join('')}</tr></thead><tbody>
${items.map(itemRow).join('\n')}
</tbody></table>`,
  );

export interface FolderEntry {
  readonly name: string;
  readonly folder: string;
  readonly items: number;
  readonly files: number;
}

/** The first page: every dossier of the folder. */
export const folderPage = (
  head: { readonly title: string; readonly lines: readonly string[] },
  entries: readonly FolderEntry[],
): string =>
  frame(
    head.title,
    `<h1>${escaped(head.title)}</h1>${head.lines.map((line) => `<p>${escaped(line)}</p>`).join('')}
<table><thead><tr><th>序号</th><th>组织</th><th>件数</th><th>文件</th></tr></thead><tbody>
${entries
  .map(
    ({ name, folder, items, files }, index) =>
      `<tr><td>${index + 1}</td><td><a href="${address(`${folder}/index.html`)}">${escaped(name)}</a></td><td>${items}</td><td>${files}</td></tr>`,
  )
  .join('\n')}
</tbody></table>`,
  );
