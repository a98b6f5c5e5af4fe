import { NumberInput, SimpleGrid, Stack, Text } from '@mantine/core';
import type { FoundingVote } from '../../../../shared/domain/organization.ts';
import { DateField } from '../../../components/DateField.tsx';
import { PartialDateField } from '../../../components/PartialDateField.tsx';
import { ContactPhoneField } from './ContactPhoneField.tsx';
import { emptyVote } from './facts-form.ts';
import { useFactFocus } from './fact-focus.ts';
import { FactsText, type FactsFieldsProps } from './FactsText.tsx';

const counts = [
  { field: 'expected', label: '应到' },
  { field: 'present', label: '实到' },
  { field: 'inFavour', label: '同意' },
  { field: 'against', label: '反对' },
  { field: 'abstained', label: '弃权' },
] as const satisfies readonly { readonly field: keyof FoundingVote; readonly label: string }[];

/** When it was founded and how its charter was adopted. */
export const FoundingFields = ({ facts, onChange }: FactsFieldsProps) => {
  const focus = useFactFocus();
  const vote = facts.foundingVote ?? emptyVote;
  const setVote = (change: Partial<FoundingVote>): void => {
    const next = { ...vote, ...change };
    const blank = Object.values(next).every((value) => value === null);
    onChange({ ...facts, foundingVote: blank ? null : next });
  };
  return (
    <Stack gap="sm">
      <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
        <PartialDateField
          label="成立日期"
          value={facts.foundedOn}
          onChange={(foundedOn) => onChange({ ...facts, foundedOn })}
        />
        <DateField
          {...focus('charter-adopted')}
          label="章程通过日期"
          value={facts.charterAdoptedOn}
          onChange={(charterAdoptedOn) => onChange({ ...facts, charterAdoptedOn })}
        />
        <NumberInput
          {...focus('member-count')}
          label="填报成员数"
          min={0}
          hideControls
          allowDecimal={false}
          value={facts.declaredMemberCount ?? ''}
          onChange={(value) =>
            onChange({ ...facts, declaredMemberCount: typeof value === 'number' ? value : null })
          }
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        成立会议表决（人）
      </Text>
      <SimpleGrid cols={5} spacing="md">
        {counts.map(({ field, label }) => (
          <NumberInput
            key={field}
            label={label}
            min={0}
            hideControls
            allowDecimal={false}
            value={vote[field] ?? ''}
            onChange={(value) => setVote({ [field]: typeof value === 'number' ? value : null })}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="md" verticalSpacing="sm">
        <DateField label="会议日期" value={vote.heldOn} onChange={(heldOn) => setVote({ heldOn })} />
        <FactsText facts={facts} onChange={onChange} field="contactName" label="联系人" maxLength={30} />
        <ContactPhoneField facts={facts} onChange={onChange} />
      </SimpleGrid>
      <FactsText facts={facts} onChange={onChange} field="remark" label="备注" maxLength={500} lines={2} />
    </Stack>
  );
};
