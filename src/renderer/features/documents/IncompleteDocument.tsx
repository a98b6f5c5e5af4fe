import { Center, List, Paper, Stack, Text, Title } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';

interface IncompleteDocumentProps {
  readonly organizationId: OrganizationId | null;
  readonly missing: readonly string[];
}

/** A document that must not be printed yet: of whom, what it lacks, and where that is mended. */
export const IncompleteDocument = ({ organizationId, missing }: IncompleteDocumentProps) => {
  const { data: dossier } = useQuery(
    useApi().organizations.dossier.queryOptions({
      input: organizationId === null ? skipToken : { id: organizationId },
    }),
  );
  return (
    <Center flex={1}>
      <Paper withBorder p="xl" maw={460} role="status">
        <Stack gap="sm">
          <Title order={2} size="h4">
            {dossier?.organization.name ?? '这份文书'}还不能打印
          </Title>
          <Text size="sm">缺少下面的内容：</Text>
          <List size="sm" withPadding>
            {missing.map((name) => (
              <List.Item key={name}>{name}</List.Item>
            ))}
          </List>
          <Text size="sm" c="dimmed">
            成批打印时会跳过它，其余的照常打印。
          </Text>
          {organizationId === null ? null : (
            <LinkButton
              to={paths.dossier(organizationId)}
              variant="light"
              style={{ alignSelf: 'flex-start' }}
            >
              去档案页补齐
            </LinkButton>
          )}
        </Stack>
      </Paper>
    </Center>
  );
};
