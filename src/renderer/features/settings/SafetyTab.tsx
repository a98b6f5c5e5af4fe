import { Stack } from '@mantine/core';
import { Card } from '../../components/Card.tsx';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { RenewRecoveryCodeForm } from './RenewRecoveryCodeForm.tsx';

export const SafetyTab = () => (
  <Stack gap="md">
    <Card title="换密码">
      <ChangePasswordForm />
    </Card>
    <Card title="换恢复码">
      <RenewRecoveryCodeForm />
    </Card>
  </Stack>
);
