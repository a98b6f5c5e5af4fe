import { Group, Stack, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { documentGroup } from '../../../shared/domain/document.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { documentGroupLabels } from '../../../shared/labels/document.ts';
import { useApi } from '../../app/archive-api.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { papersOn, type PaperLine } from './paper-lines.ts';

const Line = ({ label, detail, to }: PaperLine) => (
  <Group justify="space-between" wrap="nowrap" py={6}>
    <Group gap="sm" wrap="nowrap" miw={0}>
      <IconFileText size={20} stroke={1.6} aria-hidden />
      <Text size="sm">{label}</Text>
      <Text size="sm" c="dimmed" truncate>
        {detail}
      </Text>
    </Group>
    <LinkButton
      to={to}
      variant="light"
      size="compact-md"
      flex="none"
      aria-label={`预览与打印：${label} ${detail}`}
    >
      预览与打印
    </LinkButton>
  </Group>
);

/** Every paper that can be made of this organization, its filings, records and certificates; nothing is typed twice. */
export const PapersTab = ({ organizationId }: { readonly organizationId: OrganizationId }) => {
  const { data: subjects = [], error } = useQuery(
    useApi().documents.ofOrganization.queryOptions({ input: { organizationId } }),
  );
  return (
    <Stack gap="md">
      <ErrorNotice error={error} />
      {documentGroup.options.map((group) => {
        const lines = papersOn(group, organizationId, subjects);
        return lines.length === 0 ? null : (
          <Stack key={group} gap={0}>
            <Title order={3} size="sm">
              {documentGroupLabels[group]}
            </Title>
            {lines.map((line) => (
              <Line key={line.to} {...line} />
            ))}
          </Stack>
        );
      })}
    </Stack>
  );
};
