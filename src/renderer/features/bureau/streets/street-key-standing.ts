import type { RegisteredStreet, StreetKey } from '../../../../shared/domain/bureau.ts';
import type { StatusTone } from '../../../components/StatusBadge.tsx';

export const isInUse = ({ retiredAt }: StreetKey): boolean => retiredAt === null;

/** Whether packages of a street can be judged. */
export const keyStandingOf = ({
  keys,
}: Pick<RegisteredStreet, 'keys'>): { readonly tone: StatusTone; readonly text: string } => {
  const inUse = keys.filter(isInUse);
  if (inUse.length === 0) return { tone: 'ended', text: '没有公钥' };
  return inUse.some(({ confirmedAt }) => confirmedAt !== null)
    ? { tone: 'good', text: '已核对' }
    : { tone: 'waiting', text: '待核对' };
};
