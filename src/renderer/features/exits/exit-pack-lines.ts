import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/index.ts';

/** The pack of a dissolution as the core answers it. */
export type ExitPackState = InferContractRouterOutputs<Contract>['exits']['pack'];
export type ExitPackPart = 'vote' | 'charter' | 'certificate' | 'application' | 'statement';

interface ExitPackLine {
  readonly part: ExitPackPart;
  readonly label: string;
  readonly detail: string;
  readonly done: boolean;
}

const handed = (paper: { readonly on: string; readonly holder: string } | null): string =>
  paper === null ? '还没有交' : `${paper.on} 交 ${paper.holder}`;

const certificateDetail = ({ pack: { certificate }, holdsCertificate }: ExitPackState): string => {
  if (certificate === null) return holdsCertificate ? '还没有收' : '档案里没有有效证书，不用收';
  return certificate.outcome === 'collected'
    ? `${certificate.on} 由 ${certificate.by} 收缴`
    : `已遗失，${certificate.on} 在${certificate.place}声明`;
};

const voteDetail = ({ pack, votes }: ExitPackState): string => {
  const vote = votes.find(({ id }) => id === pack.voteRecordId);
  if (vote === undefined) return votes.length === 0 ? '还没有表决记录' : '请选择一次表决';
  const counts = `应到 ${vote.expected}、实到 ${vote.present}、同意 ${vote.inFavour}`;
  return `${vote.occurredOn}，${counts}，${vote.passed ? '通过' : '未通过'}`;
};

/** The five things of policy Art. 3 and their standing, in the order in which they come. */
export const exitPackLines = (state: ExitPackState): readonly ExitPackLine[] => {
  const { pack, votes, holdsCertificate } = state;
  return [
    {
      part: 'vote',
      label: '全体成员会议表决',
      detail: voteDetail(state),
      done: votes.some(({ id, passed }) => id === pack.voteRecordId && passed),
    },
    { part: 'charter', label: '章程', detail: handed(pack.charter), done: pack.charter !== null },
    {
      part: 'certificate',
      label: '备案证书',
      detail: certificateDetail(state),
      done: pack.certificate !== null || !holdsCertificate,
    },
    {
      part: 'application',
      label: '注销申请书',
      detail: handed(pack.application),
      done: pack.application !== null,
    },
    {
      part: 'statement',
      label: '资产及未了事项说明',
      detail:
        pack.statement === null ? '还没有填' : `${pack.statement.signedBy} ${pack.statement.signedOn} 签字`,
      done: pack.statement !== null,
    },
  ];
};
