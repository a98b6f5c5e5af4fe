import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { PaperButton } from './PaperButton.tsx';
import { RecoverySheetCard } from './RecoverySheetCard.tsx';

/** The office's own recovery sheet. */
export const RecoveryCard = () => {
  const { ledger } = useApi();
  const { data: state } = useQuery(ledger.recoveryState.queryOptions());
  const drill = useMutation(ledger.drill.mutationOptions());
  const { data: opened } = drill;
  return (
    <RecoverySheetCard
      text="忘了密码或电脑坏了，凭恢复纸仍能打开报送过的台账。恢复纸是机密，请封好放进保险柜，不要拍照、扫描。"
      state={state}
      print={<PaperButton kind="recovery-sheet" period="2026H1" label="打印恢复纸" />}
      label="演练：照恢复纸输入“留存密钥”"
      description="只用纸上的这一行打开最近的报送包；大小写和空格不要紧。每年做一次。"
      drill={{
        start: (typed, onProved) => drill.mutate({ typed }, { onSuccess: onProved }),
        pending: drill.isPending,
        error: drill.error,
        proved:
          opened === undefined
            ? null
            : `演练成功：凭纸打开了 ${opened.fileName}，${opened.organizations} 个组织，${opened.files} 个文件，全部相符。`,
      }}
    />
  );
};
