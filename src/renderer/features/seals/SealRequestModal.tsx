import { Alert, Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SealRequest } from '../../../shared/domain/seal.ts';
import { useClerkName } from '../../components/clerk-name.ts';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface SealRequestModalProps {
  /** Papers that may come to carry the picture. */
  readonly count: number;
  readonly onRequest: (request: SealRequest) => void;
  readonly onClose: () => void;
}

/** Asks who uses the seal picture, who approved it and what for; the answer goes into the register. */
export const SealRequestModal = ({ count, onRequest, onClose }: SealRequestModalProps) => {
  const [usedBy, setUsedBy] = useClerkName();
  const [approvedBy, setApprovedBy] = useState('');
  const [purpose, setPurpose] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const given = [usedBy, approvedBy, purpose].map((each) => each.trim());
  const ready = given.every((each) => each !== '') && confirmed;
  return (
    <Modal opened onClose={onClose} title="套印印章图片" size={500}>
      <ImeSafeForm
        aria-label="套印印章图片"
        onSubmit={() =>
          ready &&
          onRequest({ usedBy: given[0]!, approvedBy: given[1]!, purpose: given[2]!, confirmed: true })
        }
      >
        <Stack>
          <Alert color="orange" variant="light">
            印章图片不是电子印章，没有电子签名的法律效力，纸上会印明。正式文书应当加盖实物印章。
          </Alert>
          <TextInput
            label="用印人"
            withAsterisk
            data-autofocus={usedBy === '' ? true : undefined}
            maxLength={30}
            value={usedBy}
            onChange={(event) => setUsedBy(event.currentTarget.value)}
          />
          <TextInput
            label="批准人"
            withAsterisk
            data-autofocus={usedBy === '' ? undefined : true}
            maxLength={30}
            value={approvedBy}
            onChange={(event) => setApprovedBy(event.currentTarget.value)}
          />
          <TextInput
            label="事由"
            withAsterisk
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <Checkbox
            label={`已经批准，${count} 份逐份记入用印登记`}
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不打印
            </Button>
            <Button type="submit" disabled={!ready}>
              登记并打印
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
