import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import { exitKindOf, holdingSeal, volumeWords } from '../../../../shared/domain/exit.ts';
import { exitKindLabels } from '../../../../shared/labels/exit.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { BasisHint } from '../../../components/BasisHint.tsx';
import { PaperButtons } from '../../documents/PaperButtons.tsx';
import { printable } from '../../documents/printable.ts';
import { MarkActivityModal } from '../../exits/MarkActivityModal.tsx';
import { SealHistory } from '../../exits/SealHistory.tsx';
import { SealModal } from '../../exits/SealModal.tsx';

/** Where the organization stands towards its end: inactive, ended, sealed. */
export const ExitSection = ({ dossier }: { readonly dossier: Dossier }) => {
  const { id, status } = dossier.organization;
  const [open, setOpen] = useState<'seal' | 'activity' | null>(null);
  const { data } = useQuery(useApi().exits.get.queryOptions({ input: { id } }));
  const kind = exitKindOf(status);
  const close = (): void => setOpen(null);
  if (kind === null) {
    return status === 'filed' || status === 'inactive' ? (
      <Group>
        <Button variant="default" onClick={() => setOpen('activity')}>
          {status === 'filed' ? '标记为停止活动' : '恢复为正常活动'}
        </Button>
        {open === 'activity' ? (
          <MarkActivityModal organization={dossier.organization} onClose={close} />
        ) : null}
      </Group>
    ) : null;
  }
  if (data === undefined) return null;
  return (
    <section aria-label="退出与封存">
      <Group gap={8} mb={4}>
        <Title order={3} size="h6">
          退出与封存
        </Title>
        <BasisHint basis="第三条" />
      </Group>
      <Stack gap="sm">
        <Text size="sm">
          {exitKindLabels[kind]}
          {data.exit === null ? '' : `，${data.exit.exitedOn}，档案编为${volumeWords(data.exit.volume)}`}
        </Text>
        {holdingSeal(data) === null ? (
          <Group>
            <Button onClick={() => setOpen('seal')}>封存档案</Button>
            <Text size="sm" c="dimmed">
              材料收齐后封存；封存后只能查看。
            </Text>
          </Group>
        ) : null}
        <PaperButtons
          papers={[
            printable('dossier-cover', id),
            printable('archive-catalogue', id),
            printable('reference-sheet', id),
          ]}
        />
        <SealHistory seals={data.seals} />
      </Stack>
      {open === 'seal' ? <SealModal dossier={dossier} state={data} onClose={close} /> : null}
    </section>
  );
};
