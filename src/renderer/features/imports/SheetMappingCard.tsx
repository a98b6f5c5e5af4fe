import { Group, NumberInput, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import {
  importField,
  sheetKind,
  type SheetAnalysis,
  type SheetMapping,
} from '../../../shared/domain/workbook-import.ts';
import { importFieldLabels, sheetKindLabels } from '../../../shared/labels/workbook-import.ts';
import { Card } from '../../components/Card.tsx';
import { StatusBadge, type StatusTone } from '../../components/StatusBadge.tsx';
import { sheetLacks, withColumn } from './mapping-draft.ts';

const kindOptions = sheetKind.options.map((value) => ({ value, label: sheetKindLabels[value] }));
const fieldOptions = importField.options.map((value) => ({ value, label: importFieldLabels[value] }));

interface SheetMappingCardProps {
  readonly analysis: SheetAnalysis;
  readonly mapping: SheetMapping;
  readonly onChange: (mapping: SheetMapping) => void;
}

/** How sure the meaning of a column is: chosen here or before, known by its header, or open. */
const originOf = (
  guess: SheetAnalysis['columns'][number],
  field: SheetMapping['columns'][number]['field'],
): { readonly tone: StatusTone; readonly text: string } => {
  if (field === null) return { tone: 'ended', text: '不导入' };
  if (field !== guess.field) return { tone: 'going', text: '已改' };
  return guess.origin === 'remembered'
    ? { tone: 'good', text: '上次选的' }
    : { tone: 'good', text: '自动认出' };
};

const Columns = ({ analysis, mapping, onChange }: SheetMappingCardProps) => (
  <Table verticalSpacing={4} aria-label={`${analysis.name}的列`}>
    <Table.Thead>
      <Table.Tr>
        <Table.Th w={44}>列</Table.Th>
        <Table.Th w={170}>表头</Table.Th>
        <Table.Th>前几行的内容</Table.Th>
        <Table.Th w={210}>作为</Table.Th>
        <Table.Th w={100} aria-label="怎么认出的" />
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {analysis.columns.map((guess) => {
        const field = mapping.columns.find(({ index }) => index === guess.index)?.field ?? null;
        const origin = originOf(guess, field);
        return (
          <Table.Tr key={guess.index}>
            <Table.Td c="dimmed">{guess.letter}</Table.Td>
            <Table.Td>{guess.header === '' ? '（空）' : guess.header}</Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed" lineClamp={1}>
                {guess.samples.slice(0, 3).join('　')}
              </Text>
            </Table.Td>
            <Table.Td>
              <Select
                size="xs"
                aria-label={`${guess.letter} 列作为`}
                placeholder="不导入"
                clearable
                searchable
                nothingFoundMessage="没有这一项"
                data={fieldOptions}
                value={field}
                onChange={(value) => onChange(withColumn(mapping, guess.index, value))}
              />
            </Table.Td>
            <Table.Td>
              <StatusBadge tone={origin.tone}>{origin.text}</StatusBadge>
            </Table.Td>
          </Table.Tr>
        );
      })}
    </Table.Tbody>
  </Table>
);

/** What a sheet is, where its rows begin, and what each column means. */
export const SheetMappingCard = (props: SheetMappingCardProps) => {
  const { analysis, mapping, onChange } = props;
  const lacks = sheetLacks(mapping);
  const taken = mapping.kind !== 'ignored';
  return (
    <Card
      title={analysis.name}
      accent={lacks.length > 0}
      aside={
        <Text size="sm" c={lacks.length > 0 ? 'red.8' : 'dimmed'}>
          {lacks.length > 0 ? `还要指明：${lacks.join('、')}` : `${analysis.dataRowCount} 行`}
        </Text>
      }
    >
      <Stack gap="sm">
        <Group gap="md" align="flex-end">
          <Select
            label="这张表是"
            w={160}
            allowDeselect={false}
            data={kindOptions}
            value={mapping.kind}
            onChange={(kind) => kind !== null && onChange({ ...mapping, kind })}
          />
          {taken ? (
            <NumberInput
              label="内容从第几行开始"
              w={160}
              min={1}
              allowDecimal={false}
              value={mapping.firstDataRow}
              onChange={(row) => typeof row === 'number' && onChange({ ...mapping, firstDataRow: row })}
            />
          ) : null}
          {mapping.kind === 'roster' ? (
            <TextInput
              label="整张表是哪个组织的花名册"
              flex={1}
              placeholder="表里有“组织名称”一列的不用填"
              maxLength={60}
              value={mapping.organizationName ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...mapping, organizationName: value === '' ? null : value })
              }
            />
          ) : null}
        </Group>
        {taken ? <Columns {...props} /> : null}
      </Stack>
    </Card>
  );
};
