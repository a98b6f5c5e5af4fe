import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { FormerCertificate } from '../../../shared/domain/filing.ts';
import { DateField } from '../../components/DateField.tsx';

/** What became of an old certificate; `outstanding`: nobody has it back yet. */
export type FormerOutcome = FormerCertificate['outcome'] | 'outstanding';

export interface FormerPaperDraft {
  readonly outcome: FormerOutcome | null;
  readonly by: string;
  readonly place: string;
  readonly on: string | null;
}

const labels: Readonly<Record<FormerOutcome, string>> = {
  collected: '已收回',
  lost: '已遗失，发过遗失声明',
  outstanding: '还没有收回',
};

/** What is known of the paper; null while something is missing, or where it is outstanding. */
export const formerPaperOf = ({ outcome, by, place, on }: FormerPaperDraft): FormerCertificate | null => {
  if (on === null) return null;
  if (outcome === 'collected' && by.trim() !== '') return { outcome, by: by.trim(), on };
  return outcome === 'lost' && place.trim() !== '' ? { outcome, place: place.trim(), on } : null;
};

interface FormerPaperProps {
  readonly label: string;
  /** Outcomes to choose from; a single one is not asked for. */
  readonly outcomes: readonly FormerOutcome[];
  readonly value: FormerPaperDraft;
  readonly onChange: (value: FormerPaperDraft) => void;
}

/** An old certificate: collected by whom and when, declared lost where and when, or still outside. */
export const FormerPaper = ({ label, outcomes, value, onChange }: FormerPaperProps) => (
  <Stack gap="xs">
    {outcomes.length === 1 ? null : (
      <Radio.Group
        label={label}
        withAsterisk
        value={value.outcome}
        onChange={(chosen) =>
          onChange({ ...value, outcome: outcomes.find((outcome) => outcome === chosen) ?? null })
        }
      >
        <Stack gap={6} mt={6}>
          {outcomes.map((outcome) => (
            <Radio key={outcome} value={outcome} label={labels[outcome]} />
          ))}
        </Stack>
      </Radio.Group>
    )}
    {value.outcome === null || value.outcome === 'outstanding' ? null : (
      <SimpleGrid cols={2} spacing="md">
        {value.outcome === 'collected' ? (
          <TextInput
            label="收缴人"
            withAsterisk
            maxLength={60}
            value={value.by}
            onChange={(event) => onChange({ ...value, by: event.currentTarget.value })}
          />
        ) : (
          <TextInput
            label="声明登在哪里"
            placeholder="如 某某晚报、社区公告栏"
            withAsterisk
            maxLength={120}
            value={value.place}
            onChange={(event) => onChange({ ...value, place: event.currentTarget.value })}
          />
        )}
        <DateField
          label={value.outcome === 'collected' ? '收缴日期' : '声明日期'}
          withAsterisk
          value={value.on}
          onChange={(on) => onChange({ ...value, on })}
        />
      </SimpleGrid>
    )}
  </Stack>
);
