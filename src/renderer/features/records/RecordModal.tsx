import { Box, Button, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DossierRecord } from '../../../shared/domain/dossier-record.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { useDossierSealed } from '../exits/dossier-sealed.ts';
import { RecordFiles } from '../files/RecordFiles.tsx';
import { PaperButtons } from '../documents/PaperButtons.tsx';
import { papersOfRecord } from './record-papers.ts';
import { RemoveRecord } from './RemoveRecord.tsx';

interface RecordModalProps {
  readonly title: string;
  /** The record that is changed; null for a new one. */
  readonly record: Pick<DossierRecord, 'id' | 'title' | 'organizationId' | 'content'> | null;
  /** What still keeps it from being saved, in the words of the form. */
  readonly lacks: readonly string[];
  readonly saving: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly size?: number;
  readonly children: ReactNode;
}

/** Frame of every form for a dated record: what is missing, save, or take it away. */
export const RecordModal = ({
  title,
  record,
  lacks,
  saving,
  error,
  onSubmit,
  onClose,
  size = 720,
  children,
}: RecordModalProps) => {
  const sealed = useDossierSealed();
  return (
    <Modal.Stack>
      <Modal opened stackId="record" onClose={onClose} title={title} size={size}>
        {record === null ? null : (
          <Box mb="sm">
            <PaperButtons papers={papersOfRecord(record)} />
          </Box>
        )}
        <ImeSafeForm
          aria-label={title}
          onSubmit={() => !sealed && lacks.length === 0 && !saving && onSubmit()}
        >
          <Stack gap="sm">
            {children}
            <ErrorNotice error={error} />
            <Group justify="space-between" wrap="nowrap">
              {record === null || sealed ? <span /> : <RemoveRecord record={record} onRemoved={onClose} />}
              <Group gap="sm" wrap="nowrap">
                <Text size="sm" c="dimmed" aria-live="polite">
                  {sealed ? '档案已封存，只能查看' : lacks.length === 0 ? '' : `还缺：${lacks.join('、')}`}
                </Text>
                <Button variant="default" onClick={onClose}>
                  取消
                </Button>
                <Button type="submit" disabled={sealed || lacks.length > 0} loading={saving}>
                  保存
                </Button>
              </Group>
            </Group>
          </Stack>
        </ImeSafeForm>
        {record === null ? null : (
          <>
            <Divider my="md" />
            <RecordFiles record={record} />
          </>
        )}
      </Modal>
    </Modal.Stack>
  );
};
