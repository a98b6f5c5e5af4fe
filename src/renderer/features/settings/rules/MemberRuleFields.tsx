import { Checkbox, Group, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { memberField } from '../../../../shared/domain/people.ts';
import { memberFieldLabels } from '../../../../shared/labels/people.ts';
import type { RuleFieldsProps } from './rule-fields.ts';
import { WholeNumber } from './WholeNumber.tsx';

/** What is kept of members beyond the necessary, the office's own words for them, and when terms are called up. */
export const MemberRuleFields = ({ body, onChange }: RuleFieldsProps) => {
  const { members } = body;
  const set = (change: Partial<typeof members>): void =>
    onChange({ ...body, members: { ...members, ...change } });
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label="成员另外登记"
        description="确有需要才勾选；没有勾的，填了也不保存。"
        value={[...members.optionalFields]}
        onChange={(fields) =>
          set({ optionalFields: memberField.options.filter((field) => fields.includes(field)) })
        }
      >
        <Group mt="xs">
          {memberField.options.map((field) => (
            <Checkbox key={field} value={field} label={memberFieldLabels[field]} />
          ))}
        </Group>
      </Checkbox.Group>
      <SimpleGrid cols={2}>
        <TagsInput
          label="本街道自己的身份标签"
          description="输入后回车；常用的老党员、儿童主任等已经有了"
          maxTags={40}
          maxLength={24}
          value={[...members.ownTags]}
          onChange={(ownTags) => set({ ownTags })}
        />
        <WholeNumber
          label="任期届满前多少天提醒"
          description="职务任期"
          max={730}
          value={members.termReminderDays}
          onChange={(termReminderDays) => set({ termReminderDays })}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        停用一项登记，已经存下的不会自动删除。
      </Text>
    </Stack>
  );
};
