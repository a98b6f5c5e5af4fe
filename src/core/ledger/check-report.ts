import type { LedgerFinding } from '../../shared/domain/ledger.ts';
import { ledgerFindingLabels } from '../../shared/labels/ledger.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The pre-export check for people, as it travels in the package: one self-contained page. */
export const checkReportHtml = (title: string, findings: readonly LedgerFinding[]): string => {
  const rows = findings
    .map(({ level, code, organizationName, detail }) => {
      const cells = [
        level === 'blocking' ? '阻断' : '提醒',
        organizationName ?? '',
        ledgerFindingLabels[code],
        detail ?? '',
      ];
      return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`;
    })
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font-family:"SimSun","Noto Serif CJK SC",serif;margin:2em}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:4px 8px;text-align:left}</style>
</head><body><h1>${escaped(title)}</h1><p>共 ${findings.length} 项。</p>
<table><thead><tr><th>级别</th><th>组织</th><th>事项</th><th>说明</th></tr></thead><tbody>
${rows}
</tbody></table></body></html>
`;
};
