import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { volumeWords, type DossierSeal, type Exit } from '../../../shared/domain/exit.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { UnsealModal } from './UnsealModal.tsx';

interface SealBannerProps {
  readonly exit: Exit;
  readonly seal: DossierSeal;
}

/** Says that a dossier is sealed; checks it against what was sealed; opens it for a correction. */
export const SealBanner = ({ exit, seal }: SealBannerProps) => {
  const { exits } = useApi();
  const [opening, setOpening] = useState(false);
  const check = useMutation(exits.checkSeal.mutationOptions());
  return (
    <Alert
      mb="md"
      color="gray"
      icon={<IconLock size={20} aria-hidden />}
      title={`已封存，${volumeWords(exit.volume)}，只能查看`}
    >
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          {seal.sealedOn} 由 {seal.sealedBy} 封存，校验值 {seal.manifestSha256.slice(0, 12)}…
          {check.data === undefined
            ? ''
            : check.data.intact
              ? '　核对无误，与封存时一致。'
              : `　有 ${check.data.differing.length} 处与封存时不一致，请联系维护人员。`}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            loading={check.isPending}
            onClick={() => check.mutate({ id: exit.organizationId })}
          >
            核对
          </Button>
          <Button size="xs" variant="default" onClick={() => setOpening(true)}>
            启封更正
          </Button>
        </Group>
      </Group>
      <ErrorNotice error={check.error} />
      {opening ? (
        <UnsealModal organizationId={exit.organizationId} onClose={() => setOpening(false)} />
      ) : null}
    </Alert>
  );
};
