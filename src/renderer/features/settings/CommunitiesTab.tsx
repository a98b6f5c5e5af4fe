import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconBuildingCommunity, IconClipboardText, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Community } from '../../../shared/domain/office.ts';
import { settlementLabels } from '../../../shared/labels/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { AreasCard } from './areas/AreasCard.tsx';
import { CommunityModal } from './CommunityModal.tsx';
import { PasteCommunitiesModal } from './PasteCommunitiesModal.tsx';

/** What is open: a community, a new one, or the block that many are pasted from. */
type Opened = Community | 'new' | 'paste' | null;

const CommunityTable = ({
  communities,
  onOpen,
}: {
  readonly communities: readonly Community[];
  readonly onOpen: (community: Community) => void;
}) => (
  <Table verticalSpacing={8}>
    <Table.Thead>
      <Table.Tr>
        {['名称', '区划代码', '城乡', '社区党组织'].map((head) => (
          <Table.Th key={head} fw={400} c="dimmed">
            {head}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {communities.map((community) => (
        <Table.Tr key={community.id}>
          <Table.Td>
            <Anchor component="button" type="button" size="sm" onClick={() => onOpen(community)}>
              {community.name}
            </Anchor>
            {community.validTo === null ? null : (
              <Text span size="xs" c="dimmed" ms={8}>
                {community.validTo} 撤并
              </Text>
            )}
          </Table.Td>
          <Table.Td>{community.code}</Table.Td>
          <Table.Td>
            {settlementLabels[community.settlement]}
            {community.settlementClass === null ? '' : ` ${community.settlementClass}`}
          </Table.Td>
          <Table.Td>{community.partyOrganization ?? '—'}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

export const CommunitiesTab = () => {
  const { data: office, error, refetch } = useQuery(useApi().office.get.queryOptions());
  const [opened, setOpened] = useState<Opened>(null);
  const communities = office?.communities ?? [];
  return (
    <Stack gap="md">
      <Card
        title={`社区 ${communities.length}`}
        aside={
          <Group gap="xs">
            <Button
              variant="default"
              size="sm"
              leftSection={<IconClipboardText size={17} stroke={1.6} />}
              onClick={() => setOpened('paste')}
            >
              从 Excel 粘贴
            </Button>
            <Button
              variant="light"
              size="sm"
              leftSection={<IconPlus size={17} />}
              onClick={() => setOpened('new')}
            >
              添加社区
            </Button>
          </Group>
        }
      >
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {office !== undefined && communities.length === 0 ? (
          <EmptyState
            icon={IconBuildingCommunity}
            title="还没有社区"
            hint="从 Excel 复制名称和 12 位区划代码两列，一次粘贴进来。"
          />
        ) : (
          <CommunityTable communities={communities} onOpen={setOpened} />
        )}
        {opened === 'paste' ? (
          <PasteCommunitiesModal known={communities} onClose={() => setOpened(null)} />
        ) : null}
        {opened === null || opened === 'paste' ? null : (
          <CommunityModal community={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
        )}
      </Card>
      {office === undefined || communities.length === 0 ? null : (
        <AreasCard office={office.profile} communities={communities} />
      )}
    </Stack>
  );
};
