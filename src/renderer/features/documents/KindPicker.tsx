import { Select } from '@mantine/core';
import {
  documentGroup,
  documentKind,
  kindsOfGroup,
  type DocumentKind,
} from '../../../shared/domain/document.ts';
import { documentGroupLabels, documentShortLabels } from '../../../shared/labels/document.ts';

interface KindPickerProps {
  readonly kind: DocumentKind;
  readonly onChange: (kind: DocumentKind) => void;
}

const options = documentGroup.options.map((group) => ({
  group: documentGroupLabels[group],
  items: kindsOfGroup[group].map((value) => ({ value, label: documentShortLabels[value] })),
}));

/** Which paper: laid out on shelves in the order of the work, found by typing a part of its name. */
export const KindPicker = ({ kind, onChange }: KindPickerProps) => (
  <Select
    aria-label="文书"
    data={options}
    value={kind}
    allowDeselect={false}
    searchable
    nothingFoundMessage="没有这样的文书"
    maxDropdownHeight={420}
    onChange={(value) => {
      const next = documentKind.safeParse(value).data;
      if (next !== undefined) onChange(next);
    }}
  />
);
