import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import { PrintMenu } from '../../../components/PrintMenu.tsx';
import { RecoverySheetCard } from '../../ledger/RecoverySheetCard.tsx';

/** The bureau's recovery sheet: without it, what the streets sent is lost with the computer. */
export const BureauRecoveryCard = () => {
  const { bureau } = useApi();
  const { data: state } = useQuery(bureau.recoveryState.queryOptions());
  const drill = useMutation(bureau.drill.mutationOptions());
  const { data: proof } = drill;
  return (
    <RecoverySheetCard
      text="电脑坏了、密码忘了，凭恢复纸仍能打开各街镇报来的台账。恢复纸是机密，请密封放进保险柜，不要拍照、扫描。"
      state={state}
      print={
        <PrintMenu
          label="打印恢复纸"
          make={(format) => bureau.paper.call({ kind: 'recovery-sheet', period: '2026H1', format })}
        />
      }
      label="演练：照恢复纸输入“收件私钥”"
      description="证明纸上的密钥是对的；大小写和空格不要紧。每年做一次。"
      drill={{
        start: (typed, onProved) => drill.mutate({ typed }, { onSuccess: onProved }),
        pending: drill.isPending,
        error: drill.error,
        proved:
          proof === undefined
            ? null
            : proof.opened === null
              ? '演练成功：纸上的密钥就是现在用的这一把。'
              : `演练成功：凭纸打开了 ${proof.opened}。`,
      }}
    />
  );
};
