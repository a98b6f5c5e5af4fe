import { Group, SimpleGrid, Text } from '@mantine/core';
import type { DossierPartState } from '../../../shared/domain/dossier.ts';
import { dossierPartLabels } from '../../../shared/labels/dossier.ts';
import { Card } from '../../components/Card.tsx';
import { CompletenessRing } from '../../components/CompletenessRing.tsx';

/** The five parts of policy Art. 2; the rule pack and the day say what each must hold. */
export const PartCards = ({ parts }: { readonly parts: readonly DossierPartState[] }) => (
  <SimpleGrid cols={5} spacing="sm">
    {parts.map(({ part, percent, summary }) => (
      <Card key={part}>
        <Text fw={700} size="sm" truncate title={dossierPartLabels[part]} mb={6}>
          {dossierPartLabels[part]}
        </Text>
        <Group gap="sm" wrap="nowrap">
          <CompletenessRing percent={percent} label={dossierPartLabels[part]} size={44} />
          <div style={{ minWidth: 0 }}>
            <Text size="xs" c={percent < 100 ? 'orange.8' : 'dimmed'} lineClamp={2} title={summary}>
              {summary}
            </Text>
          </div>
        </Group>
      </Card>
    ))}
  </SimpleGrid>
);
