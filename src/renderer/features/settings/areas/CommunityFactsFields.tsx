import { Select, SimpleGrid, TextInput } from '@mantine/core';
import type { CommunityFacts } from '../../../../shared/domain/area-change.ts';
import { settlementKind } from '../../../../shared/domain/office.ts';
import { settlementLabels } from '../../../../shared/labels/organization.ts';

interface CommunityFactsFieldsProps {
  readonly value: CommunityFacts;
  readonly onChange: (value: CommunityFacts) => void;
}

const settlements = settlementKind.options.map((value) => ({ value, label: settlementLabels[value] }));
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Name, code and Party organization of a community from the day of the change on. */
export const CommunityFactsFields = ({ value, onChange }: CommunityFactsFieldsProps) => {
  const change = (part: Partial<CommunityFacts>): void => onChange({ ...value, ...part });
  const codeWrong = value.code !== '' && !/^\d{12}$/u.test(value.code);
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput
        label="新名称"
        withAsterisk
        maxLength={60}
        value={value.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label="区划代码"
        withAsterisk
        placeholder="12 位数字"
        maxLength={12}
        value={value.code}
        error={codeWrong ? '应为 12 位数字' : undefined}
        onChange={(event) => change({ code: event.currentTarget.value.normalize('NFKC').trim() })}
      />
      <Select
        label="城乡"
        allowDeselect={false}
        data={settlements}
        value={value.settlement}
        onChange={(settlement) => settlement !== null && change({ settlement })}
      />
      <TextInput
        label="社区党组织"
        placeholder="通常作为兜底党组织"
        maxLength={60}
        value={value.partyOrganization ?? ''}
        onChange={(event) => change({ partyOrganization: orNull(event.currentTarget.value) })}
      />
    </SimpleGrid>
  );
};
