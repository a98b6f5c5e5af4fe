import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainingCycleId } from '../../../../shared/domain/ids.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { saveFile } from '../../../app/save-file.ts';
import { useClerkName } from '../../../components/clerk-name.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { emptyTraineeFilter } from '../trainees/trainee-query.ts';

interface GapListProps {
  readonly asOf: string | null;
  readonly cycleId: TrainingCycleId | null;
}

const GapListModal = ({ asOf, cycleId, onClose }: GapListProps & { readonly onClose: () => void }) => {
  const [phones, setPhones] = useState(false);
  const [actor, setActor] = useClerkName();
  const [note, setNote] = useState('通知补训');
  const { rotation } = useApi();
  const make = useMutation({
    mutationFn: () =>
      rotation.exportGaps.call({
        filter: { ...emptyTraineeFilter, asOf, cycleId },
        phones: phones ? { actor, note } : null,
      }),
    onSuccess: (file) => {
      saveFile(file);
      onClose();
    },
  });
  const ready = !phones || (actor.trim() !== '' && note.trim() !== '');
  return (
    <Modal opened onClose={onClose} title="缺训名单" size={480}>
      <ImeSafeForm aria-label="缺训名单" onSubmit={() => ready && !make.isPending && make.mutate()}>
        <Stack>
          <Text size="sm">
            列出本期未训和从未参训的人，按社区排好，用 Excel 或 WPS 打开就能打印（A4 横向，每页有表头）。
          </Text>
          <Checkbox
            data-autofocus
            label="电话写全（只供协调人联系用，会留下查看记录）"
            checked={phones}
            onChange={(event) => setPhones(event.currentTarget.checked)}
          />
          {phones ? (
            <Group grow align="flex-start">
              <TextInput
                label="查看人"
                withAsterisk
                maxLength={30}
                value={actor}
                onChange={(event) => setActor(event.currentTarget.value)}
              />
              <TextInput
                label="事由"
                withAsterisk
                maxLength={200}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </Group>
          ) : null}
          <ErrorNotice error={make.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不导出
            </Button>
            <Button type="submit" disabled={!ready} loading={make.isPending}>
              导出缺训名单
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};

export const GapListButton = (props: GapListProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconListCheck size={18} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        缺训名单
      </Button>
      {open ? <GapListModal {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
