import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { StepDraft } from './step-draft.ts';

export interface StepDraftFieldsProps {
  readonly draft: StepDraft;
  /** Takes what was changed. */
  readonly onChange: (change: Partial<StepDraft>) => void;
}

interface NoticeFieldsProps extends StepDraftFieldsProps {
  /** Days that the rules ask for. */
  readonly leastDays: number;
}

/** Where, how and how long a notice hangs. */
export const NoticeFields = ({ draft, onChange, leastDays }: NoticeFieldsProps) => (
  <SimpleGrid cols={3} spacing="md">
    <TextInput
      label="公示地点"
      withAsterisk
      maxLength={120}
      placeholder="如 社区公告栏"
      value={draft.noticePlace}
      onChange={(event) => onChange({ noticePlace: event.currentTarget.value })}
    />
    <TextInput
      label="公示方式"
      withAsterisk
      maxLength={60}
      value={draft.noticeMethod}
      onChange={(event) => onChange({ noticeMethod: event.currentTarget.value })}
    />
    <NumberInput
      label={`公示天数（规则 ${leastDays} 天）`}
      withAsterisk
      min={1}
      max={60}
      allowDecimal={false}
      value={draft.noticeDays}
      onChange={(value) => typeof value === 'number' && onChange({ noticeDays: value })}
    />
  </SimpleGrid>
);
