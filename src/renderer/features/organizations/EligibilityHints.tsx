import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { OrganizationId, PersonId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { BasisHint } from '../../components/BasisHint.tsx';

interface EligibilityHintsProps {
  readonly personId: PersonId | null;
  readonly organizationId: OrganizationId;
}

/** What to look at before a person answers for an organization; nothing is refused because of it. */
export const EligibilityHints = ({ personId, organizationId }: EligibilityHintsProps) => {
  const { data: hints = [] } = useQuery(
    useApi().eligibility.check.queryOptions({
      // The query does not run without a person.
      input: { personId: personId ?? ('' as PersonId), organizationId },
      enabled: personId !== null,
    }),
  );
  if (personId === null || hints.length === 0) return null;
  return (
    <Stack gap={4} role="status">
      {hints.map(({ code, text, source }) => (
        <Group key={`${code}-${text}`} gap={6} wrap="nowrap" align="flex-start">
          <IconAlertTriangle size={18} color="var(--mantine-color-orange-7)" aria-label="提醒" />
          <Text size="sm">
            {text} <BasisHint basis={source} />
          </Text>
        </Group>
      ))}
    </Stack>
  );
};
