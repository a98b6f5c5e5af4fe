import { Button, Group, Modal, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaChangeInput, AreaChangeKind } from '../../../../shared/domain/area-change.ts';
import type { Community, OfficeProfile } from '../../../../shared/domain/office.ts';
import { areaChangeKindLabels } from '../../../../shared/labels/area-change.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { AreaFields } from './AreaFields.tsx';
import { AreaPreview } from './AreaPreview.tsx';
import { changeOf, emptyAreaDraft, type AreaDraft } from './area-draft.ts';

interface AreaChangeModalProps {
  readonly kind: AreaChangeKind;
  readonly office: OfficeProfile;
  readonly communities: readonly Community[];
  readonly onClose: () => void;
}

const DecidedFields = ({
  draft,
  onChange,
}: {
  readonly draft: AreaDraft;
  readonly onChange: (draft: AreaDraft) => void;
}) => (
  <SimpleGrid cols={2} spacing="md">
    <DateField
      label="生效日期"
      withAsterisk
      value={draft.effectiveOn}
      onChange={(effectiveOn) => onChange({ ...draft, effectiveOn })}
    />
    <TextInput
      label="批准文件"
      withAsterisk
      placeholder="如 新政发〔2026〕3号"
      maxLength={120}
      value={draft.basis}
      onChange={(event) => onChange({ ...draft, basis: event.currentTarget.value })}
    />
  </SimpleGrid>
);

/** A change of areas in two steps: what is decided, then what it would move. Nothing is written before the second. */
export const AreaChangeModal = ({ kind, office, communities, onClose }: AreaChangeModalProps) => {
  const { areas } = useApi();
  const [draft, setDraft] = useState(() => emptyAreaDraft(kind, office));
  const preview = useMutation({ mutationFn: (input: AreaChangeInput) => areas.preview.call(input) });
  const apply = useMutation(areas.apply.mutationOptions({ onSuccess: onClose }));
  const change = changeOf(draft);
  const next = (): void => {
    if (change === null) return;
    if (preview.data === undefined) preview.mutate(change);
    else apply.mutate(change);
  };
  return (
    <Modal opened onClose={onClose} title={areaChangeKindLabels[kind]} size={640}>
      <ImeSafeForm aria-label={areaChangeKindLabels[kind]} onSubmit={next}>
        <Stack>
          {preview.data === undefined ? (
            <>
              <AreaFields draft={draft} communities={communities} onChange={setDraft} />
              <DecidedFields draft={draft} onChange={setDraft} />
            </>
          ) : (
            <AreaPreview preview={preview.data} />
          )}
          <ErrorNotice error={preview.error ?? apply.error} />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => (preview.data === undefined ? onClose() : preview.reset())}
            >
              {preview.data === undefined ? '取消' : '返回修改'}
            </Button>
            <Button type="submit" disabled={change === null} loading={preview.isPending || apply.isPending}>
              {preview.data === undefined ? '看看会怎样' : '照此调整'}
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
