import { TextInput } from '@mantine/core';
import type { StepDraftFieldsProps } from './NoticeFields.tsx';
import type { rulesSetAside } from './step-draft.ts';

interface OverrideReasonFieldProps extends StepDraftFieldsProps {
  /** At least one. */
  readonly setAside: ReturnType<typeof rulesSetAside>;
  /** Last day of the notice, if one hangs. */
  readonly endsOn: string | null;
  readonly leastDays: number;
}

/** Why a rule is set aside; it stays on record. */
export const OverrideReasonField = ({
  draft,
  onChange,
  setAside,
  endsOn,
  leastDays,
}: OverrideReasonFieldProps) => {
  const words = {
    'short-notice': `公示少于 ${leastDays} 天`,
    'early-end': `公示要到 ${endsOn ?? ''} 才满，确需提前`,
    'certificate-outstanding': '旧证书还没有收回',
  } as const;
  return (
    <TextInput
      label={`${setAside.map((rule) => words[rule]).join('；')}，请写明理由`}
      description="理由会记入档案。"
      withAsterisk
      maxLength={300}
      value={draft.overrideReason}
      onChange={(event) => onChange({ overrideReason: event.currentTarget.value })}
    />
  );
};
