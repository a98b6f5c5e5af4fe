import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import { categoryScheme, fallbackPartyKind } from '../../../shared/domain/organization.ts';
import { categoryLabels, fallbackPartyLabels } from '../../../shared/labels/organization.ts';
import { CustomValueInput } from '../fields/CustomValueInput.tsx';
import type { BulkDraft } from './bulk-draft.ts';

interface BulkValueFieldProps {
  readonly draft: BulkDraft;
  readonly fields: readonly CustomField[];
  readonly onChange: (draft: BulkDraft) => void;
}

const Box = ({ draft, fields, onChange }: BulkValueFieldProps) => {
  const set = (text: string): void => onChange({ ...draft, text });
  const [field, of] = (draft.what ?? '').split(':');
  if (field === 'category') {
    const labels = categoryLabels[categoryScheme.parse(of)];
    return (
      <Select
        label="改成"
        data={Object.entries(labels).map(([value, label]) => ({ value, label }))}
        value={draft.text || null}
        onChange={(value) => set(value ?? '')}
      />
    );
  }
  const custom = fields.find(({ id }) => id === of);
  if (custom !== undefined) {
    return <CustomValueInput field={{ ...custom, name: '改成' }} value={draft.text} onChange={set} />;
  }
  return (
    <>
      {field === 'fallback-party' ? (
        <Select
          label="党组织类型"
          allowDeselect={false}
          data={fallbackPartyKind.options.map((value) => ({ value, label: fallbackPartyLabels[value] }))}
          value={draft.partyKind}
          onChange={(value) => onChange({ ...draft, partyKind: fallbackPartyKind.parse(value) })}
        />
      ) : null}
      <TextInput
        label={field === 'fallback-party' ? '改成的党组织名称' : '改成'}
        value={draft.text}
        onChange={(event) => set(event.currentTarget.value)}
      />
    </>
  );
};

/** The box for the value that many are given, or none. */
export const BulkValueField = (props: BulkValueFieldProps) => {
  const { draft, onChange } = props;
  return draft.what === null ? null : (
    <Stack gap="xs">
      {draft.clears ? null : <Box {...props} />}
      <Checkbox
        size="sm"
        label="清空原来的内容"
        checked={draft.clears}
        onChange={(event) => onChange({ ...draft, clears: event.currentTarget.checked })}
      />
    </Stack>
  );
};
