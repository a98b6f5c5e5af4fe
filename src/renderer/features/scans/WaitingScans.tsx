import { Text } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import type { InboxItemId } from '../../../shared/domain/ids.ts';
import type { InboxRow } from '../../../shared/domain/scan-inbox.ts';
import { useApi } from '../../app/archive-api.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './Inbox.module.css';
import { InboxList } from './InboxList.tsx';
import { PlaceForm } from './PlaceForm.tsx';
import { ScanPreview } from './ScanPreview.tsx';
import { useScanActions } from './use-scan-actions.tsx';

/** While a list is open, what the scanner brings appears in it. */
export const listRefreshMs = 5_000;

/** The one beside which somebody stood, when it has gone: the next, or the last. */
const neighbour = (rows: readonly InboxRow[], id: InboxItemId): InboxItemId | null => {
  const at = rows.findIndex(({ item }) => item.id === id);
  return (rows[at + 1] ?? rows[at - 1])?.item.id ?? null;
};

const focusList = (): void => document.querySelector<HTMLElement>('[role=listbox][data-autofocus]')?.focus();

/** Scans that wait for a clerk: list on the left, the paper and the question on the right. */
export const WaitingScans = ({ top }: { readonly top: ReactNode }) => {
  const { data: rows, error } = useQuery({
    ...useApi().scans.list.queryOptions({ input: { state: 'waiting' } }),
    refetchInterval: listRefreshMs,
  });
  const [wanted, setWanted] = useState<InboxItemId | null>(null);
  const organizationRef = useRef<HTMLInputElement>(null);
  const actions = useScanActions();
  if (rows === undefined) return <ErrorNotice error={error} />;
  const row = rows.find(({ item }) => item.id === wanted) ?? rows[0];
  if (row === undefined) {
    return (
      <>
        {top}
        <EmptyState
          icon={IconScan}
          title="没有等着归档的扫描件"
          hint="把盖好章的表扫进扫描文件夹，或把文件拖到这里，一次可拖 200 个。本程序打印的表右上角有归档码，会自己归到对应的组织和步骤。"
        />
      </>
    );
  }
  const { id } = row.item;
  const goOn = (): void => {
    setWanted(neighbour(rows, id));
    focusList();
  };
  const setAside = (): void => actions.setAside(row.item, goOn);
  const target = row.item.suggestion?.target ?? null;
  const ask = (): void => organizationRef.current?.focus();
  return (
    <div className={classes['columns']}>
      <div className={classes['choice']}>
        {top}
        <InboxList
          rows={rows}
          chosen={id}
          onChoose={setWanted}
          onConfirm={() => (target === null ? ask() : actions.file(row.item, target, goOn))}
          onSetAside={setAside}
          onAsk={ask}
        />
        <Text size="xs" c="dimmed">
          J、K 或上下键移动　回车按建议归档　/ 找组织　Delete 搁置
        </Text>
      </div>
      <section className={classes['paper']} aria-label="扫描件">
        <PlaceForm
          key={`${id}-${row.item.reading === null ? 'unread' : 'read'}`}
          row={row}
          organizationRef={organizationRef}
          busy={actions.busy}
          error={actions.errorOf(row.item)}
          onFile={(place) => actions.file(row.item, place, goOn)}
          onSetAside={setAside}
        />
        <ScanPreview key={row.item.paper.id} attachment={row.item.paper} />
      </section>
    </div>
  );
};
