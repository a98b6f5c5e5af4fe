import { Group, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { fitsCode, labelsPerSheet, type LabelChoice } from '../../../shared/domain/label-sheet.ts';
import { useApi } from '../../app/archive-api.tsx';

interface LabelChoiceFieldsProps {
  /** null: the usual sheet, from its first label on. */
  readonly labels: LabelChoice | null;
  readonly onChange: (labels: LabelChoice) => void;
}

/** Which sheet labels go onto, and where on it they begin. */
export const LabelChoiceFields = ({ labels, onChange }: LabelChoiceFieldsProps) => {
  const { data } = useQuery(useApi().printing.labelSheets.queryOptions());
  if (data === undefined) return null;
  const sheet = data.sheets.find(({ id }) => id === (labels?.sheet ?? data.usual));
  const startAt = labels?.startAt ?? 1;
  return (
    <Group wrap="nowrap" gap="xs" align="flex-end">
      <Select
        flex={1}
        label="标签纸"
        allowDeselect={false}
        data={data.sheets
          .filter(({ format }) => fitsCode(format))
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={sheet?.id ?? null}
        onChange={(id) => id !== null && onChange({ sheet: id, startAt: 1 })}
      />
      <NumberInput
        w={120}
        label="从第几个起"
        min={1}
        max={sheet === undefined ? 1 : labelsPerSheet(sheet.format)}
        allowDecimal={false}
        value={startAt}
        onChange={(value) =>
          typeof value === 'number' && sheet !== undefined && onChange({ sheet: sheet.id, startAt: value })
        }
      />
    </Group>
  );
};
