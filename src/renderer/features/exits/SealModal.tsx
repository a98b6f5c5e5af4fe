import { Alert, Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { volumeWords, type ExitState } from '../../../shared/domain/exit.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';

interface SealModalProps {
  readonly dossier: Dossier;
  readonly state: ExitState;
  readonly onClose: () => void;
}

/** Seals the dossier as one volume. */
export const SealModal = ({ dossier, state, onClose }: SealModalProps) => {
  const [sealedBy, setSealedBy] = useState('');
  const [sealedOn, setSealedOn] = useState<string | null>(todayHere());
  const [exitedOn, setExitedOn] = useState<string | null>(null);
  const seal = useMutation(useApi().exits.seal.mutationOptions({ onSuccess: onClose }));
  const ready = sealedBy.trim() !== '' && sealedOn !== null && (state.exit !== null || exitedOn !== null);
  return (
    <Modal opened onClose={onClose} title={`封存档案：${dossier.organization.name}`} size={560}>
      <ImeSafeForm
        aria-label="封存档案"
        onSubmit={() =>
          ready &&
          !seal.isPending &&
          seal.mutate({
            organizationId: dossier.organization.id,
            sealedBy: sealedBy.trim(),
            sealedOn,
            exitedOn,
          })
        }
      >
        <Stack gap="sm">
          <Text size="sm">
            {state.exit === null
              ? '这个组织进档案前就已经退出，请填退出日期；卷号按退出顺序编。'
              : `整份档案编为${volumeWords(state.exit.volume)}。封存后只能查看，确需更正须写明理由启封。`}
          </Text>
          {dossier.gaps.length === 0 ? null : (
            <Alert color="orange" title={`还差 ${dossier.gaps.length} 项`}>
              {dossier.gaps.map(({ title }) => title).join('；')}。能补的先补齐再封存。
            </Alert>
          )}
          <SimpleGrid cols={2}>
            <TextInput
              label="封存人"
              withAsterisk
              data-autofocus
              maxLength={30}
              value={sealedBy}
              onChange={(event) => setSealedBy(event.currentTarget.value)}
            />
            <DateField label="封存日期" withAsterisk value={sealedOn} onChange={setSealedOn} />
            {state.exit === null ? (
              <DateField label="退出日期" withAsterisk value={exitedOn} onChange={setExitedOn} />
            ) : null}
          </SimpleGrid>
          <ErrorNotice error={seal.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!ready} loading={seal.isPending}>
              封存
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
