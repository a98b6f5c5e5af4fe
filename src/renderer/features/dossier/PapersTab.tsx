import { Group, Stack, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { documentKind } from '../../../shared/domain/document.ts';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { documentKindLabels } from '../../../shared/labels/document.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';

/** The papers that can be made of this organization's facts; nothing is typed twice. */
export const PapersTab = ({ organizationId }: { readonly organizationId: OrganizationId }) => (
  <Stack gap={4}>
    {documentKind.options.map((kind) => (
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
);
