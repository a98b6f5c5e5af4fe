import type { ReceivedPackage } from '../../../../shared/domain/bureau.ts';
import type { StatusTone } from '../../../components/StatusBadge.tsx';

/** What became of a package that was taken in. */
export const packageStanding = ({
  receipt,
}: Pick<ReceivedPackage, 'receipt'>): { readonly tone: StatusTone; readonly text: string } => {
  if (receipt === null) return { tone: 'waiting', text: '待答复' };
  return receipt.outcome === 'accepted' ? { tone: 'good', text: '已接收' } : { tone: 'late', text: '已退回' };
};
