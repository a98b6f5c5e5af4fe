import { Paper, ScrollArea } from '@mantine/core';
import { IconNotebook } from '@tabler/icons-react';
import type { LedgerSnapshot } from '../../../shared/domain/ledger-snapshot.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LedgerLines } from './LedgerLines.tsx';
import {
  CandidatesTable,
  ChangesTable,
  DispositionsTable,
  PeriodComparison,
  StandardTables,
  TrainingsTable,
} from './LedgerTables.tsx';

export const ledgerParts = [
  { value: 'lines', label: '工作台账' },
  { value: 'candidates', label: '拟登记' },
  { value: 'changes', label: '变更' },
  { value: 'dispositions', label: '处理结果' },
  { value: 'training', label: '轮训' },
  { value: 'statistics', label: '统计' },
  { value: 'comparison', label: '各期对比' },
] as const;
export type LedgerPart = (typeof ledgerParts)[number]['value'];

/** What to say of a part in which nothing happened. */
const emptyWords: Readonly<Partial<Record<LedgerPart, { readonly title: string; readonly hint: string }>>> = {
  lines: { title: '本期台账还是空的', hint: '组织备案以后，自动出现在这里，不用另外填表。' },
  candidates: {
    title: '没有列入拟登记台账的组织',
    hint: '在“登记簿”的“拟登记”里列入并写明理由，这里随即出现。',
  },
  changes: { title: '本期没有备案、变更、注销', hint: '办结以后自动记到这里。' },
  dispositions: { title: '本期没有处理结果', hint: '在档案的“处理结果”里登记以后，自动记到这里。' },
  training: { title: '本期没有轮训记录', hint: '在“培训轮训”的场次里记好签到，自动记到这里。' },
};

const isEmpty = (ledger: LedgerSnapshot, part: LedgerPart): boolean => {
  switch (part) {
    case 'lines':
      return ledger.organizations.length === 0;
    case 'candidates':
      return !ledger.organizations.some(({ proposedRegistration }) => proposedRegistration);
    case 'changes':
      return !ledger.organizations.some(({ events }) => events.length > 0);
    case 'dispositions':
      return ledger.dispositions.length === 0;
    case 'training':
      return ledger.trainings.length === 0;
    case 'statistics':
    case 'comparison':
      return false;
  }
};

interface LedgerBodyProps {
  readonly ledger: LedgerSnapshot;
  readonly part: LedgerPart;
  readonly communityIds: Readonly<Record<string, string>>;
}

const Part = ({ ledger, part, communityIds }: LedgerBodyProps) => {
  switch (part) {
    case 'candidates':
      return <CandidatesTable ledger={ledger} />;
    case 'changes':
      return <ChangesTable ledger={ledger} />;
    case 'dispositions':
      return <DispositionsTable ledger={ledger} />;
    case 'statistics':
      return <StandardTables ledger={ledger} communityIds={communityIds} />;
    case 'comparison':
      return <PeriodComparison ledger={ledger} />;
    case 'training':
      return <TrainingsTable ledger={ledger} />;
    case 'lines':
      return null;
  }
};

/** One part of the ledger, or what makes it appear. */
export const LedgerBody = (props: LedgerBodyProps) => {
  const { ledger, part } = props;
  const words = emptyWords[part];
  if (words !== undefined && isEmpty(ledger, part)) {
    return (
      <Paper withBorder>
        <EmptyState icon={IconNotebook} {...words} />
      </Paper>
    );
  }
  if (part === 'lines') return <LedgerLines lines={ledger.organizations} columns={ledger.columns} />;
  return (
    <ScrollArea h="100%">
      <Part {...props} />
    </ScrollArea>
  );
};
