import { Alert, List, ScrollArea, Stack, Text } from '@mantine/core';
import type { AreaChangePreview } from '../../../../shared/domain/area-change.ts';

/** What a change would do, before it is done. */
export const AreaPreview = ({ preview }: { readonly preview: AreaChangePreview }) => {
  const { title, moves, ended, openFilings } = preview;
  return (
    <Stack gap="sm">
      <Text fw={700}>{title}</Text>
      <Text size="sm">
        {moves.length === 0
          ? '没有组织随之变动。'
          : `涉及 ${moves.length} 个组织，履历里都会记上这一笔${openFilings === 0 ? '' : `；其中 ${openFilings} 件正在办理的备案一并改到新社区`}。`}
        {ended === 0 ? '' : `已注销、撤销的 ${ended} 个留在原社区。`}
      </Text>
      {moves.length === 0 ? null : (
        <ScrollArea.Autosize mah={220}>
          <List size="sm" spacing={2}>
            {moves.map(({ organizationId, name, from, to }) => (
              <List.Item key={organizationId}>
                {name}
                <Text span inherit c="dimmed" ms="md">
                  {from} → {to}
                </Text>
              </List.Item>
            ))}
          </List>
        </ScrollArea.Autosize>
      )}
      <Alert color="gray" variant="light">
        以前发的证书、办结的备案表和冻结的台账仍用原来的名称。兜底党组织、活动区域里写的名称不会跟着改，需要时到各组织档案里更改。
      </Alert>
    </Stack>
  );
};
