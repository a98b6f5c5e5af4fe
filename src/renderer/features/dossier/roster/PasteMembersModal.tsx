import { Button, Group, Modal, ScrollArea, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { maskIdentityNumber, maskPhone } from '../../../../shared/domain/masking.ts';
import { memberRoleLabels, politicalStatusLabels, sexLabels } from '../../../../shared/labels/person.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { membersFromBlock, type PastedMember } from './roster-block.ts';

interface PasteMembersModalProps {
  readonly organizationId: OrganizationId;
  readonly onClose: () => void;
}

const PastedTable = ({ members }: { readonly members: readonly PastedMember[] }) => (
  <ScrollArea.Autosize mah={300} type="auto" offsetScrollbars>
    <Table stickyHeader verticalSpacing={5} fz="sm">
      <Table.Thead>
        <Table.Tr>
          {['姓名', '性别', '证件号码', '政治面貌', '职务', '电话', '核对'].map((head) => (
            <Table.Th key={head} fw={400} c="dimmed">
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {members.map(({ line, draft: { person, membership }, problems }) => (
          <Table.Tr key={line}>
            <Table.Td>{person.name}</Table.Td>
            <Table.Td>{person.sex === null ? '—' : sexLabels[person.sex]}</Table.Td>
            <Table.Td>{maskIdentityNumber(person.identityNumber) ?? '—'}</Table.Td>
            <Table.Td>
              {person.politicalStatus === null ? '—' : politicalStatusLabels[person.politicalStatus]}
            </Table.Td>
            <Table.Td>{membership.roleTitle ?? memberRoleLabels[membership.role]}</Table.Td>
            <Table.Td>{maskPhone(person.phone) ?? '—'}</Table.Td>
            <Table.Td>
              <Text size="sm" c={problems.length === 0 ? 'dimmed' : 'red.8'}>
                {problems.length === 0 ? '可添加' : problems.join('、')}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
);

/** Adds a block of members copied out of Excel; lines with a problem stay in the box to be mended. */
export const PasteMembersModal = ({ organizationId, onClose }: PasteMembersModalProps) => {
  const { roster } = useApi();
  const [block, setBlock] = useState('');
  const members = membersFromBlock(block);
  const sound = members.filter(({ problems }) => problems.length === 0);
  const add = useMutation({
    mutationFn: async () => {
      const lines = block.split(/\r?\n/);
      for (const { line, draft } of sound) {
        await roster.add.call({ person: draft.person, membership: { ...draft.membership, organizationId } });
        lines[line - 1] = '';
        // What has been saved leaves the box at once: after a failure only the rest is tried again.
        setBlock(lines.join('\n'));
      }
    },
    onSuccess: () => sound.length === members.length && onClose(),
  });
  return (
    <Modal opened onClose={onClose} title="从 Excel 粘贴成员" size={860}>
      <Stack>
        <Textarea
          label="名单"
          description="在 Excel 或 WPS 里选中名单（带表头更准），复制后粘贴到这里。身份证号请先设成文本格式。"
          data-autofocus
          minRows={4}
          maxRows={6}
          autosize
          value={block}
          onChange={(event) => setBlock(event.currentTarget.value)}
        />
        {members.length === 0 ? null : <PastedTable members={members} />}
        <ErrorNotice error={add.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed" aria-live="polite">
            {members.length === 0
              ? ''
              : `读出 ${members.length} 人${members.length === sound.length ? '' : `，${members.length - sound.length} 人要先改正`}`}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button disabled={sound.length === 0} loading={add.isPending} onClick={() => add.mutate()}>
              添加 {sound.length} 人
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
