import type { LedgerColumn } from '../domain/ledger-columns.ts';
import type { LedgerOrganization } from '../domain/ledger-snapshot.ts';
import { ledgerColumnLabels } from './ledger.ts';
import { fourClassLabels, organizationStatusLabels, settlementLabels } from './organization.ts';

/** A column of a printed list; numbers stay numbers, all else is text. */
export interface SheetColumn<Row> {
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly value: (row: Row, index: number) => string | number;
}

const rateWords = (rate: number | null): string => (rate === null ? '—' : `${rate}%`);

/** `95%（两委 100%，居民 90%，单位 95%）` */
const satisfactionWords = ({ satisfaction }: LedgerOrganization): string => {
  if (satisfaction === null) return '';
  const { overall, committees, residents, units } = satisfaction;
  return `${rateWords(overall)}（两委 ${rateWords(committees)}，居民 ${rateWords(residents)}，单位 ${rateWords(units)}）`;
};

const columns: Readonly<Record<LedgerColumn, Omit<SheetColumn<LedgerOrganization>, 'header'>>> = {
  community: { width: 12, value: (row) => row.community },
  settlement: { width: 5, value: (row) => settlementLabels[row.settlement] },
  name: { width: 24, value: (row) => row.name },
  category: { width: 11, value: (row) => (row.category === null ? '' : fourClassLabels[row.category]) },
  status: { width: 9, value: (row) => organizationStatusLabels[row.status] },
  filingNumber: { width: 22, value: (row) => row.filingNumber ?? '' },
  filedOn: { width: 11, value: (row) => row.filedOn ?? '' },
  responsiblePerson: { width: 9, value: (row) => row.responsiblePerson ?? '' },
  phone: { width: 13, value: (row) => row.maskedPhone ?? '' },
  members: { width: 7, value: (row) => row.members },
  partyMembers: { width: 7, value: (row) => row.partyMembers },
  fallbackParty: { width: 16, value: (row) => row.fallbackParty ?? '' },
  reports: { width: 6, value: (row) => row.reports },
  satisfaction: { width: 17, value: satisfactionWords },
  disclosures: { width: 6, value: (row) => row.disclosures },
  activities: { width: 6, value: (row) => row.activities },
  dispositions: { width: 6, value: (row) => row.dispositions },
  changes: { width: 14, value: (row) => row.events.map(({ on, kind }) => `${on} ${kind}`).join('；') },
  trained: { width: 6, value: (row) => row.trained ?? '' },
  proposedRegistration: { width: 6, value: (row) => (row.proposedRegistration ? '是' : '否') },
  completeness: { width: 7, value: (row) => `${row.completeness}%` },
  remark: { width: 14, value: (row) => row.remark ?? '' },
};

/** A column of 工作台账 as screens, workbooks and CSV print it. */
export const ledgerSheetColumn = (code: LedgerColumn): SheetColumn<LedgerOrganization> => ({
  header: ledgerColumnLabels[code],
  ...columns[code],
});

export const runningNumber: SheetColumn<unknown> = {
  header: '序号',
  width: 5,
  value: (_, index) => index + 1,
};
