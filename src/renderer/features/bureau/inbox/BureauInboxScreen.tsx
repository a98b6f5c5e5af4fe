import { Button, FileButton, SegmentedControl } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useApi } from '../../../app/archive-api.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { useDroppedAndPasted } from '../../../components/use-dropped-and-pasted.ts';
import classes from './BureauInbox.module.css';
import { IntakeProgress } from './IntakeProgress.tsx';
import { ReceivedPackages } from './ReceivedPackages.tsx';
import { useIntake } from './use-intake.ts';
import { WaitingFiles } from './WaitingFiles.tsx';

/** Packages come in here, from any number of streets, in any order; each is checked and says what is wrong with it. */
export const BureauInboxScreen = () => {
  const [query, setQuery] = useSearchParams();
  const tab = query.get('tab') === 'received' ? 'received' : 'waiting';
  const { data } = useQuery(useApi().bureau.inbox.queryOptions());
  const intake = useIntake();
  const { take } = intake;
  const show = useCallback(
    (next: string) => setQuery(next === 'received' ? { tab: next } : {}, { replace: true }),
    [setQuery],
  );
  const takeFiles = useCallback(
    (files: readonly File[]) => {
      if (files.length === 0) return;
      show('waiting');
      void take(files);
    },
    // oxlint-disable-next-line react/exhaustive-deps -- made anew with each render and does the same
    [show],
  );
  const over = useDroppedAndPasted(takeFiles);
  const waiting = data?.length ?? 0;
  return (
    <div className={`${classes['screen']} ${over ? classes['over'] : ''}`}>
      <PageHeader
        title="收件箱"
        detail="把街镇交来的报送包（.ledger.age，或全部分卷）拖到这里，可以一次很多个，先后不论。"
        actions={
          <>
            <SegmentedControl
              aria-label="哪些报送包"
              data={[
                { value: 'waiting', label: waiting === 0 ? '待处理' : `待处理 ${waiting}` },
                { value: 'received', label: '已收下' },
              ]}
              value={tab}
              onChange={show}
            />
            <FileButton multiple onChange={takeFiles}>
              {(props) => (
                <Button {...props} leftSection={<IconFileImport size={18} stroke={1.6} />}>
                  选择文件
                </Button>
              )}
            </FileButton>
          </>
        }
      />
      <IntakeProgress intake={intake} />
      {tab === 'waiting' ? <WaitingFiles intake={intake} /> : <ReceivedPackages />}
    </div>
  );
};
