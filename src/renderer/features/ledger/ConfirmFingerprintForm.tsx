import { useMutation } from '@tanstack/react-query';
import type { BureauKeyId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { FingerprintForm } from './FingerprintForm.tsx';

/** A person says by name that the fingerprint is the bureau's. */
export const ConfirmFingerprintForm = ({ id }: { readonly id: BureauKeyId }) => {
  const confirm = useMutation(useApi().ledger.confirmBureauKey.mutationOptions());
  return (
    <FingerprintForm
      text="请拨打接收单位的公开电话，请对方念出十组指纹：前八组对着屏幕核对，最后两组听着填在下面，全部相同才算无误。不要用公钥卡上写的电话。"
      label="对方念的最后两组"
      description="屏幕上没有显示，只能听对方念。"
      placeholder="如 3F0A 91C2"
      error={confirm.error}
      pending={confirm.isPending}
      onConfirm={(heard) => confirm.mutate({ id, ...heard })}
    />
  );
};
