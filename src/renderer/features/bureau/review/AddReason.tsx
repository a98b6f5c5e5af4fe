import { Button, Group, Menu, Select, TextInput } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { QualityFinding } from '../../../../shared/domain/bureau.ts';
import { reasonsOfFindings, usualReasons, type ReturnReason } from './return-reasons.ts';

interface AddReasonProps {
  /** Whom a reason may be about. */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly QualityFinding[];
  readonly onAdd: (reasons: readonly ReturnReason[]) => void;
}

/** A reason in one's own words, from the usual ones, or one for each thing that the check found. */
export const AddReason = ({ organizations, findings, onAdd }: AddReasonProps) => {
  const [text, setText] = useState('');
  const [about, setAbout] = useState<string | null>(null);
  const faults = findings.filter(({ level }) => level === 'fault');
  const add = (words: string): void => {
    if (words.trim() === '') return;
    const organization = organizations.find(({ id }) => id === about)?.name ?? null;
    onAdd([{ organizationId: organization === null ? null : about, organization, text: words.trim() }]);
    setText('');
  };
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          label="关于"
          w={190}
          placeholder="整份台账"
          clearable
          searchable
          limit={100}
          nothingFoundMessage="没有这个组织"
          data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          value={about}
          onChange={setAbout}
        />
        <TextInput
          label="理由"
          flex={1}
          data-autofocus
          placeholder="写明哪里要改、改成什么样"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add(text);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={text.trim() === ''}
          onClick={() => add(text)}
        >
          加入
        </Button>
      </Group>
      <Group gap="xs">
        <Menu position="bottom-start">
          <Menu.Target>
            <Button size="xs" variant="light" rightSection={<IconChevronDown size={14} />}>
              常用理由
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {usualReasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => add(reason)}>
                {reason}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {faults.length === 0 ? null : (
          <Button size="xs" variant="light" onClick={() => onAdd(reasonsOfFindings(faults))}>
            把检查出的 {faults.length} 处问题逐条列入
          </Button>
        )}
      </Group>
    </>
  );
};
