import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { streetInput } from '../../../../shared/domain/bureau.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { StreetFields } from './StreetFields.tsx';
import { codeError, emptyStreet } from './street-form.ts';

interface NewStreetModalProps {
  readonly districtCode: string;
  readonly onClose: () => void;
}

/** Puts a street on the list; then its key is next. */
export const NewStreetModal = ({ districtCode, onClose }: NewStreetModalProps) => {
  const navigate = useNavigate();
  const [street, setStreet] = useState(() => emptyStreet(districtCode));
  const save = useMutation(
    useApi().bureau.saveStreet.mutationOptions({
      onSuccess: ({ code }) => void navigate(bureauPaths.street(code)),
    }),
  );
  const parsed = streetInput.safeParse(street);
  const ready = parsed.success && codeError(street.code, districtCode) === undefined;
  return (
    <Modal opened onClose={onClose} title="添加街镇" size={640}>
      <ImeSafeForm aria-label="添加街镇" onSubmit={() => ready && save.mutate(parsed.data)}>
        <Stack>
          <StreetFields street={street} districtCode={districtCode} onChange={setStreet} />
          <ErrorNotice error={save.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" disabled={!ready} loading={save.isPending}>
              添加
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
