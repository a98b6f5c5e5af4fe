import { Button, Group, Menu, Select, TextInput } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import type { QualityFinding } from '../../../../shared/domain/bureau.ts';
import {
  emptyDraft,
  reasonsOfDraft,
  reasonsOfFindings,
  usualReasons,
  type DraftReason,
  type ReturnReason,
} from './return-reasons.ts';

interface AddReasonProps {
  /** Whom a reason may be about. */
  readonly organizations: readonly { readonly id: string; readonly name: string }[];
  readonly findings: readonly QualityFinding[];
  /** What is being written; it counts when the ledger is returned, added or not. */
  readonly draft: DraftReason;
  readonly onDraft: (draft: DraftReason) => void;
  readonly onAdd: (reasons: readonly ReturnReason[]) => void;
}

/** A reason in one's own words, from the usual ones, or one for each thing that the check found. */
export const AddReason = ({ organizations, findings, draft, onDraft, onAdd }: AddReasonProps) => {
  const faults = findings.filter(({ level }) => level === 'fault');
  const add = (text: string): void => {
    const reasons = reasonsOfDraft({ ...draft, text }, organizations);
    if (reasons.length === 0) return;
    onAdd(reasons);
    // The next reason is about the whole ledger again, unless somebody says so.
    onDraft(emptyDraft);
  };
  return (
    <>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <Select
          label="关于"
          w={250}
          placeholder="整份台账"
          clearable
          searchable
          limit={100}
          nothingFoundMessage="没有这个组织"
          data={organizations.map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.about}
          onChange={(about) => onDraft({ ...draft, about })}
        />
        <TextInput
          label="理由"
          flex={1}
          data-autofocus
          placeholder="写明哪里要改、改成什么样"
          maxLength={500}
          value={draft.text}
          onChange={(event) => onDraft({ ...draft, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add(draft.text);
          }}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          disabled={draft.text.trim() === ''}
          onClick={() => add(draft.text)}
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
