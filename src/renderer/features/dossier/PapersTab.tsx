import { Group, Stack, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { documentGroupLabels, documentKindLabels } from '../../../shared/labels/document.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { organizationPapers } from './organization-papers.ts';

/** The papers that can be made of this organization's facts; nothing is typed twice. */
export const PapersTab = ({ organizationId }: { readonly organizationId: OrganizationId }) => (
  <Stack gap="md">
    {organizationPapers.map(({ group, kinds }) => (
      <Stack key={group} gap={4}>
        <Title order={3} size="sm">
          {documentGroupLabels[group]}
        </Title>
        {kinds.map((kind) => (
          <Group key={kind} justify="space-between" py={6}>
            <Group gap="sm">
              <IconFileText size={20} stroke={1.6} aria-hidden />
              <Text size="sm">{documentKindLabels[kind]}</Text>
            </Group>
            <LinkButton to={paths.print(kind, [organizationId])} variant="light" size="compact-md">
              预览与打印
            </LinkButton>
          </Group>
        ))}
      </Stack>
    ))}
  </Stack>
);
