import { Button, FileButton, SegmentedControl } from '@mantine/core';
import { IconScan } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { inboxState, type InboxState } from '../../../shared/domain/scan-inbox.ts';
import { inboxStateLabels } from '../../../shared/labels/scan-inbox.ts';
import { useApi } from '../../app/archive-api.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useProgressRun } from '../../components/use-progress-run.ts';
import { useDroppedAndPasted } from '../../components/use-dropped-and-pasted.ts';
import { FolderLine } from './FolderLine.tsx';
import classes from './Inbox.module.css';
import { IntakeProgress } from './IntakeProgress.tsx';
import { SettledScans } from './SettledScans.tsx';
import { useTakeInScans } from './use-take-in-scans.ts';
import { WaitingScans } from './WaitingScans.tsx';

const useInboxState = (): readonly [InboxState, (state: InboxState) => void] => {
  const [query, setQuery] = useSearchParams();
  const state = inboxState.safeParse(query.get('state')).data ?? 'waiting';
  return [state, (next) => setQuery(next === 'waiting' ? {} : { state: next }, { replace: true })];
};

/** Scans come in here, file themselves by their codes, and wait where they cannot (UX 7). */
export const InboxScreen = () => {
  const { scans } = useApi();
  const [state, setState] = useInboxState();
  const { data: counts } = useQuery(scans.counts.queryOptions());
  const intake = useTakeInScans();
  const reading = useProgressRun<{ readonly filed: number; readonly waiting: number }>();
  const { start: takeIn } = intake;
  const { start: read } = reading;
  const takeAndRead = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      void takeIn(files).then((whole) =>
        whole ? read((signal) => scans.read.call(undefined, { signal })) : undefined,
      );
    },
    // oxlint-disable-next-line react/exhaustive-deps -- both are made anew with each render and do the same
    [scans],
  );
  const over = useDroppedAndPasted(takeAndRead);
  const dismiss = (): void => {
    intake.reset();
    reading.reset();
  };
  const top = (
    <IntakeProgress
      intake={intake.state}
      onCancelIntake={intake.cancel}
      reading={reading}
      onDismiss={dismiss}
    />
  );
  const label = (each: InboxState): string =>
    each === 'waiting' && counts !== undefined && counts.waiting > 0
      ? `${inboxStateLabels[each]} ${counts.waiting}`
      : inboxStateLabels[each];
  return (
    <div className={`${classes['screen']} ${over ? classes['over'] : ''}`}>
      <PageHeader
        title="扫描收件"
        detail={<FolderLine />}
        actions={
          <>
            <SegmentedControl
              aria-label="哪些扫描件"
              data={inboxState.options.map((value) => ({ value, label: label(value) }))}
              value={state}
              onChange={setState}
            />
            <FileButton multiple onChange={takeAndRead}>
              {(props) => (
                <Button {...props} leftSection={<IconScan size={18} stroke={1.6} />}>
                  选择扫描件
                </Button>
              )}
            </FileButton>
          </>
        }
      />
      {state === 'waiting' ? <WaitingScans top={top} /> : <SettledScans state={state} top={top} />}
    </div>
  );
};
