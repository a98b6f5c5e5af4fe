import { Group } from '@mantine/core';
import type { BureauKey } from '../../../shared/domain/ledger.ts';
import { StatusBadge } from '../../components/StatusBadge.tsx';

/** Whether a key may be used: compared, and not run out. */
export const BureauKeyMarks = ({
  bureauKey: { confirmedAt, standing },
}: {
  readonly bureauKey: BureauKey;
}) => (
  <Group gap={6} wrap="nowrap">
    {standing === 'expired' ? <StatusBadge tone="late">已到期</StatusBadge> : null}
    {standing === 'expiring' ? <StatusBadge tone="waiting">快到期</StatusBadge> : null}
    {confirmedAt === null ? (
      <StatusBadge tone="waiting">指纹待核对</StatusBadge>
    ) : (
      <StatusBadge tone="good">指纹已核对</StatusBadge>
    )}
  </Group>
);
