import { PasswordInput } from '@mantine/core';
import { minimumPasswordLength, type NewPassword } from './use-new-password.ts';

interface NewPasswordFieldsProps {
  readonly password: NewPassword;
  readonly autoFocus?: boolean;
}

export const NewPasswordFields = ({ password, autoFocus = false }: NewPasswordFieldsProps) => (
  <>
    <PasswordInput
      label="新密码"
      description={`至少 ${minimumPasswordLength} 个字。可以用一句只有自己知道的话。`}
      autoComplete="new-password"
      autoFocus={autoFocus}
      value={password.first}
      error={password.firstError}
      onChange={(event) => password.setFirst(event.currentTarget.value)}
    />
    <PasswordInput
      label="再输一遍"
      autoComplete="new-password"
      value={password.second}
      error={password.secondError}
      onChange={(event) => password.setSecond(event.currentTarget.value)}
    />
  </>
);
