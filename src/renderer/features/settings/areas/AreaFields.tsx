import { MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { Community } from '../../../../shared/domain/office.ts';
import { renamed, type AreaDraft, type StreetNames } from './area-draft.ts';
import { CommunityFactsFields } from './CommunityFactsFields.tsx';
import { MovingOrganizations } from './MovingOrganizations.tsx';

interface AreaFieldsProps {
  readonly draft: AreaDraft;
  /** Communities that are still there. */
  readonly communities: readonly Community[];
  readonly onChange: (draft: AreaDraft) => void;
}

const optionsOf = (communities: readonly Community[]) =>
  communities.map(({ id, name }) => ({ value: id, label: name }));

const RenameFields = ({ draft, communities, onChange }: AreaFieldsProps) => (
  <Stack gap="sm">
    <Select
      label="哪个社区"
      withAsterisk
      searchable
      data={optionsOf(communities)}
      value={draft.communityId}
      onChange={(id) => {
        const community = communities.find((each) => each.id === id);
        if (community !== undefined) onChange(renamed(draft, community));
      }}
    />
    {draft.communityId === null ? null : (
      <CommunityFactsFields value={draft.into} onChange={(into) => onChange({ ...draft, into })} />
    )}
  </Stack>
);

const newCommunity = 'new';

const MergeFields = ({ draft, communities, onChange }: AreaFieldsProps) => (
  <Stack gap="sm">
    <MultiSelect
      label="被合并的社区"
      withAsterisk
      searchable
      data={optionsOf(communities)}
      value={[...draft.communityIds]}
      onChange={(ids) => onChange({ ...draft, communityIds: ids })}
    />
    <Select
      label="并入"
      allowDeselect={false}
      data={[{ value: newCommunity, label: '新设的社区' }, ...optionsOf(communities)]}
      value={draft.intoId ?? newCommunity}
      onChange={(id) => onChange({ ...draft, intoId: id === newCommunity ? null : id })}
    />
    {draft.intoId === null ? (
      <CommunityFactsFields value={draft.into} onChange={(into) => onChange({ ...draft, into })} />
    ) : null}
  </Stack>
);

const SplitFields = ({ draft, communities, onChange }: AreaFieldsProps) => (
  <Stack gap="sm">
    <Select
      label="从哪个社区析出"
      withAsterisk
      searchable
      data={optionsOf(communities)}
      value={draft.communityId}
      onChange={(id) => onChange({ ...draft, communityId: id, organizationIds: [] })}
    />
    <CommunityFactsFields value={draft.into} onChange={(into) => onChange({ ...draft, into })} />
    {draft.communityId === null ? null : (
      <MovingOrganizations
        communityId={draft.communityId}
        chosen={draft.organizationIds}
        onChange={(organizationIds) => onChange({ ...draft, organizationIds })}
      />
    )}
  </Stack>
);

const streetFields: readonly (readonly [keyof StreetNames, string])[] = [
  ['streetName', '街道名称'],
  ['authorityName', '办事处全称'],
  ['streetCode', '街道区划代码（9 位）'],
  ['partyCommittee', '街道党工委'],
  ['shortName', '备案号里的简称'],
  ['hubName', '枢纽型社会组织名称'],
];

const StreetFields = ({ draft, onChange }: AreaFieldsProps) => (
  <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
    {streetFields.map(([field, label]) => (
      <TextInput
        key={field}
        label={label}
        maxLength={60}
        value={draft.names[field] ?? ''}
        onChange={(event) =>
          onChange({
            ...draft,
            names: {
              ...draft.names,
              [field]:
                event.currentTarget.value === '' && field === 'partyCommittee'
                  ? null
                  : event.currentTarget.value,
            },
          })
        }
      />
    ))}
  </SimpleGrid>
);

/** What each kind of change asks for. */
export const AreaFields = (props: AreaFieldsProps) => {
  switch (props.draft.kind) {
    case 'rename':
      return <RenameFields {...props} />;
    case 'merge':
      return <MergeFields {...props} />;
    case 'split':
      return <SplitFields {...props} />;
    case 'street':
      return <StreetFields {...props} />;
  }
};
