import { ActionIcon, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { requiredPaper, type RequiredPaper } from '../../../shared/domain/dossier-file.ts';
import { useApi } from '../../app/archive-api.tsx';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { usePartChoices } from '../files/use-part-choices.ts';
import { SaveBar } from './SaveBar.tsx';

const mostPapers = 60;

interface PaperRowProps {
  readonly paper: RequiredPaper;
  readonly parts: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (paper: RequiredPaper) => void;
  readonly onRemove: () => void;
}

const PaperRow = ({ paper, parts, onChange, onRemove }: PaperRowProps) => (
  <Table.Tr>
    <Table.Td w={240}>
      <Select
        aria-label="放在哪一部分"
        allowDeselect={false}
        data={[...parts]}
        value={paper.part}
        onChange={(part) => onChange({ ...paper, part: requiredPaper.shape.part.parse(part) })}
      />
    </Table.Td>
    <Table.Td>
      <TextInput
        aria-label="材料名称"
        placeholder="如 年度计划"
        maxLength={40}
        value={paper.title}
        onChange={(event) => onChange({ ...paper, title: event.currentTarget.value })}
      />
    </Table.Td>
    <Table.Td w={60}>
      <ActionIcon variant="subtle" color="red.8" aria-label={`去掉${paper.title}`} onClick={onRemove}>
        <IconTrash size={18} />
      </ActionIcon>
    </Table.Td>
  </Table.Tr>
);

const PapersForm = ({ saved }: { readonly saved: readonly RequiredPaper[] }) => {
  const parts = usePartChoices().map(({ value, label }) => ({ value: value as string, label }));
  const [papers, setPapers] = useState<readonly RequiredPaper[]>(saved);
  const save = useMutation(useApi().files.saveRequiredPapers.mutationOptions({ onSuccess: setPapers }));
  const changed = JSON.stringify(papers) !== JSON.stringify(saved);
  const complete = papers.every(({ title }) => title.trim() !== '');
  return (
    <ImeSafeForm
      aria-label="应有材料"
      onSubmit={() => changed && complete && save.mutate({ papers: [...papers] })}
    >
      <Stack gap="sm">
        {papers.length === 0 ? null : (
          <Table>
            <Table.Tbody>
              {papers.map((paper, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- a paper has no id; its place is its own
                <PaperRow
                  key={index}
                  paper={paper}
                  parts={parts}
                  onChange={(next) => setPapers(papers.with(index, next))}
                  onRemove={() => setPapers(papers.filter((_, at) => at !== index))}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Group>
          <Button
            variant="light"
            disabled={papers.length >= mostPapers}
            onClick={() => setPapers([...papers, { part: 'charter-and-form', title: '' }])}
          >
            添加一份材料
          </Button>
        </Group>
        <ErrorNotice error={save.error} />
        <SaveBar
          changed={changed}
          valid={complete}
          saving={save.isPending}
          saved={save.isSuccess}
          onReset={() => setPapers(saved)}
        />
      </Stack>
    </ImeSafeForm>
  );
};

/** Papers that the office wants in every dossier (FEATURES B1). */
export const RequiredPapersCard = () => {
  const { data: saved, error } = useQuery(useApi().files.requiredPapers.queryOptions());
  return (
    <Card title="应有材料">
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          政策要求以外，本单位要求每个组织都要有的材料。计入档案完整度；材料标题里有这几个字就算有了。已注销、撤销和转登记的组织不计。
        </Text>
        <ErrorNotice error={error} />
        {saved === undefined ? null : <PapersForm saved={saved} />}
      </Stack>
    </Card>
  );
};
