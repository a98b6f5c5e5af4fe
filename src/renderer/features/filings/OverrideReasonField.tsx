import { TextInput } from '@mantine/core';
import type { StepDraftFieldsProps } from './NoticeFields.tsx';

interface OverrideReasonFieldProps extends StepDraftFieldsProps {
  /** Last day of the notice, if one hangs. */
  readonly endsOn: string | null;
  readonly leastDays: number;
}

/** Why a rule is set aside; it stays on record. */
export const OverrideReasonField = ({ draft, onChange, endsOn, leastDays }: OverrideReasonFieldProps) => (
  <TextInput
    label={
      draft.action === 'start-notice'
        ? `公示少于 ${leastDays} 天，请写明理由`
        : `公示要到 ${endsOn ?? ''} 才满，确需提前，请写明理由`
    }
    description="理由会记入档案。"
    withAsterisk
    maxLength={300}
    value={draft.overrideReason}
    onChange={(event) => onChange({ overrideReason: event.currentTarget.value })}
  />
);
