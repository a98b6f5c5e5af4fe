import { Button, FileInput, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sealDiameter, usualSealDiameterMm } from '../../../shared/domain/seal.ts';
import { useApi } from '../../app/archive-api.tsx';
import { useClerkName } from '../../components/clerk-name.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';

interface SetSealModalProps {
  readonly authorityName: string;
  readonly onClose: () => void;
}

/** Takes a picture of the seal into use, with its size on paper and who answers for it. */
export const SetSealModal = ({ authorityName, onClose }: SetSealModalProps) => {
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState(authorityName);
  const [diameterMm, setDiameterMm] = useState<number | string>(usualSealDiameterMm);
  const [by, setBy] = useClerkName();
  const [reason, setReason] = useState('');
  const set = useMutation(useApi().seals.setPicture.mutationOptions({ onSuccess: onClose }));
  const diameter = sealDiameter.safeParse(diameterMm).data;
  const given = [name, by, reason].every((each) => each.trim() !== '');
  const submit = (): void => {
    if (file === null || diameter === undefined || !given || set.isPending) return;
    set.mutate({ file, name: name.trim(), diameterMm: diameter, by: by.trim(), reason: reason.trim() });
  };
  return (
    <Modal opened onClose={onClose} title="选择印章图片" size={520}>
      <ImeSafeForm aria-label="选择印章图片" onSubmit={submit}>
        <Stack>
          <Text size="sm">
            用底色透明的 PNG 图片，红色正圆。四周的空白会自动裁去，照直径印在纸上；42 毫米的印章至少要 497
            点宽。
          </Text>
          <FileInput
            label="图片"
            withAsterisk
            accept="image/png"
            placeholder="选择 PNG 图片"
            value={file}
            onChange={setFile}
          />
          <Group grow align="flex-start">
            <TextInput
              label="印章名称"
              withAsterisk
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <NumberInput
              label="直径（毫米）"
              withAsterisk
              min={30}
              max={45}
              step={0.5}
              decimalScale={1}
              value={diameterMm}
              onChange={setDiameterMm}
            />
          </Group>
          <Group grow align="flex-start">
            <TextInput
              label="经办人"
              withAsterisk
              maxLength={30}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            />
            <TextInput
              label="理由"
              withAsterisk
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Group>
          <ErrorNotice error={set.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不选
            </Button>
            <Button
              type="submit"
              disabled={file === null || diameter === undefined || !given}
              loading={set.isPending}
            >
              检查并存入
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
