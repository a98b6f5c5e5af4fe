import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';

export const ClosedNotice = () => (
  <Alert icon={<IconLock size={18} />} color="gray" variant="light">
    这次测评已经结束，票数不能再改。确需更正，请到“结果”里点“重新打开”。
  </Alert>
);
