import { Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { DateField } from '../../components/DateField.tsx';
import type { StepDraftFieldsProps } from './NoticeFields.tsx';
import type { FormerOutcome } from './step-draft.ts';

const outcomes = [
  { value: 'collected', label: '已收回' },
  { value: 'lost', label: '已遗失，发过遗失声明' },
  { value: 'outstanding', label: '还没有收回' },
] as const satisfies readonly { readonly value: FormerOutcome; readonly label: string }[];

interface FormerCertificateFieldsProps extends StepDraftFieldsProps {
  readonly issuedOn: string;
}

/** What became of the certificate that was valid until now: collected, declared lost, or still outside. */
export const FormerCertificateFields = ({ draft, onChange, issuedOn }: FormerCertificateFieldsProps) => {
  const { formerOutcome } = draft;
  return (
    <Stack gap="xs">
      <Radio.Group
        label={`旧证书（${issuedOn} 发）的去向`}
        withAsterisk
        value={formerOutcome}
        onChange={(value) =>
          onChange({ formerOutcome: outcomes.find((each) => each.value === value)?.value ?? null })
        }
      >
        <Stack gap={6} mt={6}>
          {outcomes.map(({ value, label }) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {formerOutcome === null || formerOutcome === 'outstanding' ? null : (
        <SimpleGrid cols={2} spacing="md">
          {formerOutcome === 'collected' ? (
            <TextInput
              label="收缴人"
              withAsterisk
              maxLength={60}
              value={draft.formerBy}
              onChange={(event) => onChange({ formerBy: event.currentTarget.value })}
            />
          ) : (
            <TextInput
              label="声明登在哪里"
              placeholder="如 某某晚报、社区公告栏"
              withAsterisk
              maxLength={120}
              value={draft.formerPlace}
              onChange={(event) => onChange({ formerPlace: event.currentTarget.value })}
            />
          )}
          <DateField
            label={formerOutcome === 'collected' ? '收缴日期' : '声明日期'}
            withAsterisk
            value={draft.formerOn}
            onChange={(formerOn) => onChange({ formerOn })}
          />
        </SimpleGrid>
      )}
    </Stack>
  );
};
