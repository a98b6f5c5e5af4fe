import { Checkbox, Stack, Text, Textarea } from '@mantine/core';
import { returnsApplication } from '../../../shared/domain/filing-state-machine.ts';
import type { Filing, FilingStep, NoticeItem } from '../../../shared/domain/filing.ts';
import { DateField } from '../../components/DateField.tsx';
import type { StepDraftFieldsProps } from './NoticeFields.tsx';
import { NoticeItems } from './NoticeItems.tsx';

/** The applicant was told once before what to mend; telling more now breaks the promise of one notice. */
const EarlierNotice = ({ step }: { readonly step: FilingStep }) => (
  <Stack gap={4} role="alert" p="sm" bg="orange.0" style={{ borderRadius: 8 }}>
    <Text size="sm" fw={700}>
      {step.actedOn} 已经发过补正通知{step.documentNumber === null ? '' : `（${step.documentNumber}）`}
    </Text>
    <Text size="sm">补正应当一次告知。下面是上次列出的，请确认这次不是上次漏掉的：</Text>
    <NoticeItems step={step} />
  </Stack>
);

interface CorrectionFieldsProps extends StepDraftFieldsProps {
  readonly filing: Filing;
  /** What the checklist misses. */
  readonly gaps: readonly NoticeItem[];
}

/** Everything that is to be mended, listed at once (policy Art. 2, 五减). */
export const CorrectionFields = ({ filing, gaps, draft, onChange }: CorrectionFieldsProps) => {
  const earlier = filing.steps.findLast(({ action }) => returnsApplication(action));
  const toggle = (gap: NoticeItem): void => {
    const rest = draft.gaps.filter(({ text }) => text !== gap.text);
    onChange({ gaps: rest.length === draft.gaps.length ? [...rest, gap] : rest });
  };
  return (
    <Stack gap="sm">
      {earlier === undefined ? null : <EarlierNotice step={earlier} />}
      {gaps.length === 0 ? null : (
        <Stack gap={6} role="group" aria-label="材料清单里还缺的">
          <Text size="sm" fw={500}>
            材料清单里还缺的，写进补正通知
          </Text>
          {gaps.map((gap) => (
            <Checkbox
              key={gap.text}
              size="sm"
              label={gap.text}
              checked={draft.gaps.some(({ text }) => text === gap.text)}
              onChange={() => toggle(gap)}
            />
          ))}
        </Stack>
      )}
      <Textarea
        label="其他要补正的"
        description="一行一项，全部写齐；补正通知书照此打印。"
        autosize
        minRows={2}
        maxRows={8}
        value={draft.otherGaps}
        onChange={(event) => onChange({ otherGaps: event.currentTarget.value })}
      />
      <DateField
        label="请在哪天前补齐"
        w={220}
        value={draft.correctBy}
        onChange={(correctBy) => onChange({ correctBy })}
      />
    </Stack>
  );
};
