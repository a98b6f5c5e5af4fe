import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fallbackPartyKind, type OrganizationFacts } from '../../../../shared/domain/organization.ts';
import { fallbackPartyLabels } from '../../../../shared/labels/organization.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { useFactFocus } from './fact-focus.ts';
import { FactsText, type FactsFieldsProps } from './FactsText.tsx';

const kinds = fallbackPartyKind.options.map((value) => ({ value, label: fallbackPartyLabels[value] }));

type FallbackParty = NonNullable<OrganizationFacts['fallbackParty']>;

/** Exactly one fallback Party organization of one of two kinds (policy Art. 1). */
export const PartyFields = ({ facts, onChange }: FactsFieldsProps) => {
  const { data: office } = useQuery(useApi().office.get.queryOptions());
  const ofCommunity = office?.communities.find(({ id }) => id === facts.communityId)?.partyOrganization ?? '';
  const focus = useFactFocus();
  const party = facts.fallbackParty;
  const choose = (kind: FallbackParty['kind'] | null): void => {
    if (kind === null) onChange({ ...facts, fallbackParty: null });
    else {
      const usual = kind === 'community-party-organization' ? ofCommunity : '';
      onChange({ ...facts, fallbackParty: { kind, name: usual } });
    }
  };
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <Select
        {...focus('fallback-party')}
        label="兜底党组织"
        description="依据：第一条"
        placeholder="未定"
        clearable
        data={kinds}
        value={party?.kind ?? null}
        onChange={choose}
      />
      <TextInput
        label="党组织名称"
        description={party === null ? '先选左边的类型' : '只能有一个'}
        disabled={party === null}
        maxLength={60}
        error={party !== null && party.name.trim() === '' ? '请写明名称' : undefined}
        value={party?.name ?? ''}
        onChange={({ currentTarget: { value } }) =>
          party !== null && onChange({ ...facts, fallbackParty: { ...party, name: value } })
        }
      />
      <FactsText facts={facts} onChange={onChange} field="partyAdviser" label="党建指导员" maxLength={30} />
    </SimpleGrid>
  );
};
