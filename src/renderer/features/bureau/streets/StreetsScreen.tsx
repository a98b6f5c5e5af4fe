import { Anchor, Button } from '@mantine/core';
import { IconBuildingCommunity, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RegisteredStreet } from '../../../../shared/domain/bureau.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ListRows, ListScreen } from '../../../components/ListScreen.tsx';
import { ListTable } from '../../../components/ListTable.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { NewStreetModal } from './NewStreetModal.tsx';
import { PasteStreetsModal } from './PasteStreetsModal.tsx';
import { keyStandingOf } from './street-key-standing.ts';

const columns: DataTableColumn<RegisteredStreet>[] = [
  {
    accessor: 'name',
    title: '街镇',
    render: ({ code, name }) => (
      <Anchor component={Link} to={bureauPaths.street(code)} size="sm">
        {name}
      </Anchor>
    ),
  },
  { accessor: 'code', title: '代码', width: 110 },
  {
    accessor: 'keys',
    title: '公钥',
    width: 110,
    render: (street) => {
      const { tone, text } = keyStandingOf(street);
      return <StatusBadge tone={tone}>{text}</StatusBadge>;
    },
  },
  {
    accessor: 'lastReported',
    title: '最近报送',
    width: 140,
    render: ({ lastReported }) => (lastReported === null ? '还没有' : periodWords(lastReported)),
  },
  { accessor: 'contactName', title: '联系人', width: 100 },
  { accessor: 'contactPhone', title: '电话', width: 140 },
];

/** 街镇名册: who reports to the bureau, and whose packages can be judged. */
export const StreetsScreen = () => {
  const { bureau } = useApi();
  const navigate = useNavigate();
  const { data, error, isFetching, refetch } = useQuery(bureau.streets.queryOptions());
  const { data: profile } = useQuery(bureau.profile.queryOptions());
  const [adding, setAdding] = useState<'one' | 'many' | null>(null);
  const close = (): void => setAdding(null);
  const known = data ?? [];
  const unready = known.filter((street) => keyStandingOf(street).tone !== 'good').length;
  const districtCode = profile?.districtCode ?? '';
  return (
    <ListScreen>
      <PageHeader
        title="街镇名册"
        detail={`共 ${known.length} 个${unready === 0 ? '' : `，${unready} 个的公钥还没有核对`}`}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconTableImport size={18} stroke={1.6} />}
              onClick={() => setAdding('many')}
            >
              从 Excel 粘贴
            </Button>
            <Button leftSection={<IconPlus size={18} />} onClick={() => setAdding('one')}>
              添加街镇
            </Button>
          </>
        }
      />
      <ListRows
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState
            icon={IconBuildingCommunity}
            title="名册还是空的"
            hint="把要报送台账的街镇都登记上，才看得出谁还没有报。可以从 Excel 一次粘贴进来。"
          />
        }
      >
        {(rows) => (
          <ListTable
            rows={rows}
            columns={columns}
            rowId={({ code }) => code}
            fetching={isFetching}
            onOpen={({ code }) => void navigate(bureauPaths.street(code))}
          />
        )}
      </ListRows>
      {adding === 'one' ? <NewStreetModal districtCode={districtCode} onClose={close} /> : null}
      {adding === 'many' ? (
        <PasteStreetsModal known={known} districtCode={districtCode} onClose={close} />
      ) : null}
    </ListScreen>
  );
};
