import { NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useFactFocus } from './fact-focus.ts';
import { FactsText, type FactsFieldsProps } from './FactsText.tsx';

/** What the organization does, where, and on what money. */
export const ActivityFields = ({ facts, onChange }: FactsFieldsProps) => {
  const focus = useFactFocus();
  const form = { facts, onChange };
  return (
    <Stack gap="sm">
      <FactsText
        {...form}
        {...focus('business-scope')}
        field="businessScope"
        label="业务范围"
        maxLength={500}
        lines={2}
      />
      <FactsText {...form} field="purpose" label="宗旨" maxLength={500} lines={2} />
      <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
        <FactsText
          {...form}
          field="activityArea"
          label="活动地域"
          maxLength={120}
          placeholder="如 本社区辖区"
        />
        <FactsText {...form} {...focus('premises')} field="premises" label="活动场所" maxLength={120} />
        <FactsText
          {...form}
          field="premisesSource"
          label="场所来源"
          maxLength={60}
          placeholder="如 社区无偿提供"
        />
        <NumberInput
          label="场所面积（平方米）"
          min={0}
          hideControls
          value={facts.premisesAreaSquareMetres ?? ''}
          onChange={(value) =>
            onChange({ ...facts, premisesAreaSquareMetres: typeof value === 'number' ? value : null })
          }
        />
        <FactsText {...form} field="funds" label="活动资金及来源" maxLength={200} placeholder="如 成员自筹" />
      </SimpleGrid>
    </Stack>
  );
};
