import { Button, Checkbox, Group, Text } from '@mantine/core';
import { IconPrinter, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrintJobId } from '../../../shared/domain/ids.ts';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { ListRows } from '../../components/ListScreen.tsx';
import { movedInList } from './move-in-list.ts';
import { PrintModal } from './PrintModal.tsx';
import { PrintedJobs } from './PrintedJobs.tsx';
import { QueueTable } from './QueueTable.tsx';
import { usePrintQueue } from './use-print-queue.ts';

const Empty = () => (
  <EmptyState
    icon={IconPrinter}
    title="打印队列是空的"
    hint="在“选文书打印”里选好文书，或者在任何一张预览上，点“加入打印队列”。攒够了一起打印，同样大小的纸合成一份。"
    action={<LinkButton to={paths.documents}>选文书打印</LinkButton>}
  />
);

/** What waits to be printed: ordered, counted, printed all at once or only what was ticked. */
export const QueueTab = () => {
  const { query, waiting, printed, remove, arrange, setCopies, again, forget, error } = usePrintQueue();
  const [ticked, setTicked] = useState<ReadonlySet<PrintJobId>>(new Set());
  const [printing, setPrinting] = useState(false);
  const chosen = waiting.filter(({ id }) => ticked.has(id));
  const toPrint = chosen.length === 0 ? waiting : chosen;
  const toggle = (id: PrintJobId): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  return (
    <>
      <Group gap="sm" mb="sm" role="toolbar" aria-label="打印队列">
        <Checkbox
          label="全选"
          disabled={waiting.length === 0}
          checked={waiting.length > 0 && chosen.length === waiting.length}
          indeterminate={chosen.length > 0 && chosen.length < waiting.length}
          onChange={(event) =>
            setTicked(new Set(event.currentTarget.checked ? waiting.map(({ id }) => id) : []))
          }
        />
        <Button
          leftSection={<IconPrinter size={18} stroke={1.6} />}
          disabled={waiting.length === 0}
          onClick={() => setPrinting(true)}
        >
          {chosen.length === 0 ? `全部打印（${waiting.length} 项）` : `打印选中的 ${chosen.length} 项`}
        </Button>
        <Button
          variant="subtle"
          color="red.8"
          leftSection={<IconTrash size={18} stroke={1.6} />}
          disabled={chosen.length === 0}
          onClick={() => remove.mutate({ ids: chosen.map(({ id }) => id) })}
        >
          从队列去掉
        </Button>
        <Text size="sm" c="dimmed">
          重开软件，队列还在。
        </Text>
      </Group>
      <ErrorNotice error={error} />
      <ListRows
        rows={query.data?.waiting}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<Empty />}
      >
        {(jobs) => (
          <Card>
            <QueueTable
              jobs={jobs}
              ticked={ticked}
              onToggle={toggle}
              onMove={(at, by) =>
                arrange.mutate({
                  ids: movedInList(
                    jobs.map(({ id }) => id),
                    at,
                    by,
                  ),
                })
              }
              onCopies={(id, copies) => setCopies.mutate({ id, copies })}
              onRemove={(id) => remove.mutate({ ids: [id] })}
            />
          </Card>
        )}
      </ListRows>
      <PrintedJobs
        jobs={printed}
        onAgain={(id) => again.mutate({ id })}
        onForget={() => forget.mutate(undefined)}
      />
      {printing ? (
        <PrintModal
          jobs={toPrint}
          onClose={() => {
            setPrinting(false);
            setTicked(new Set());
          }}
        />
      ) : null}
    </>
  );
};
