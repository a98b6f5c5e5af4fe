import { Anchor } from '@mantine/core';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link } from 'react-router';
import type { LedgerColumn } from '../../../shared/domain/ledger-columns.ts';
import type { LedgerOrganization } from '../../../shared/domain/ledger-snapshot.ts';
import { ledgerSheetColumn } from '../../../shared/labels/ledger-sheet.ts';
import { ListTable } from '../../components/ListTable.tsx';
import { sourceOf } from './ledger-sources.ts';

const pageSize = 50;
/** Pixels for a character of the printed width. */
const pixelsPerCharacter = 10;

const columnOf = (code: LedgerColumn): DataTableColumn<LedgerOrganization> => {
  const { header, width, value } = ledgerSheetColumn(code);
  return {
    accessor: code,
    title: header,
    width: Math.max(72, width * pixelsPerCharacter),
    render: (line, index) => {
      const text = String(value(line, index));
      const to = sourceOf(line.id, code);
      if (text === '' || to === null) return text;
      return (
        <Anchor
          component={Link}
          to={to}
          size="sm"
          underline="hover"
          c={code === 'name' ? 'teal.8' : 'inherit'}
        >
          {text}
        </Anchor>
      );
    },
  };
};

interface LedgerLinesProps {
  readonly lines: readonly LedgerOrganization[];
  readonly columns: readonly LedgerColumn[];
}

/** 工作台账 line by line; every cell opens the record that it comes from. */
export const LedgerLines = ({ lines, columns }: LedgerLinesProps) => {
  const [page, setPage] = useState(1);
  return (
    <ListTable
      rows={lines.slice((page - 1) * pageSize, page * pageSize)}
      columns={columns.map(columnOf)}
      rowId={({ id }) => id}
      fetching={false}
      paging={{ page, size: pageSize, total: lines.length, unit: '个', onChange: setPage }}
    />
  );
};
