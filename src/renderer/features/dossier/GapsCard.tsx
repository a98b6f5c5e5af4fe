import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Dossier, DossierGap } from '../../../shared/domain/dossier.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { useDossierSealed } from '../exits/dossier-sealed.ts';
import { mendOf } from './gap-mends.ts';

const Gap = ({ gap, dossier }: { readonly gap: DossierGap; readonly dossier: Dossier }) => {
  const mend = mendOf(gap.code, dossier);
  const sealed = useDossierSealed();
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Group gap={8} miw={0}>
        <Text size="sm">{gap.title}</Text>
        <BasisHint basis={gap.basis} />
      </Group>
      {sealed ? null : (
        <LinkButton to={mend.to} size="compact-sm" variant="light" flex="none">
          {mend.label}
        </LinkButton>
      )}
    </Group>
  );
};

/** What is missing; each line opens what mends it. */
export const GapsCard = ({ dossier }: { readonly dossier: Dossier }) => {
  const { gaps, completeness } = dossier;
  if (gaps.length === 0) {
    return (
      <Card>
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-hidden />
          <Text size="sm">应有的材料都在</Text>
        </Group>
      </Card>
    );
  }
  return (
    <Card accent>
      <Group gap="xs" wrap="nowrap" mb="sm">
        <IconAlertTriangle size={18} color="var(--mantine-color-orange-7)" aria-hidden />
        <Text fw={700}>还差 {gaps.length} 项</Text>
        <Text size="sm" c="dimmed">
          完整度 {completeness}%
        </Text>
      </Group>
      <Stack gap={8}>
        {gaps.map((gap) => (
          <Gap key={gap.code} gap={gap} dossier={dossier} />
        ))}
      </Stack>
    </Card>
  );
};
