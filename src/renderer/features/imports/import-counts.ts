import type { ImportCounts } from '../../../shared/domain/workbook-import.ts';

/** What an import brings, in one line; what it does not bring is left out. */
export const countsWords = (counts: ImportCounts): string =>
  [
    [counts.organizationsCreated, '个新组织'],
    [counts.organizationsUpdated, '个组织补了内容'],
    [counts.peopleCreated, '人'],
    [counts.peopleMatched, '人原来就有'],
    [counts.traineesCreated, '项培训对象'],
    [counts.rowsRefused, '行没有导入'],
  ]
    .filter(([count]) => count !== 0)
    .map(([count, words]) => `${count} ${words}`)
    .join('，') || '没有新内容';
