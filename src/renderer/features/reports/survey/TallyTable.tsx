import { Table, Text } from '@mantine/core';
import {
  noTally,
  validBallots,
  type EvaluatorGroup,
  type SurveyContent,
  type SurveyTally,
} from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels, surveyAnswerLabels } from '../../../../shared/labels/survey.ts';
import { CountCell } from './CountCell.tsx';
import { answerColumns, withBlock } from './entry-grid.ts';

interface TallyTableProps {
  readonly content: SurveyContent;
  readonly group: EvaluatorGroup;
  readonly disabled: boolean;
  readonly onChange: (tallies: SurveyTally[]) => void;
}

const SumCell = ({ sum, valid }: { readonly sum: number; readonly valid: number }) => {
  const off = sum - valid;
  return (
    <Table.Td ta="right" c={off === 0 ? 'dimmed' : 'red.8'}>
      {sum}
      <Text span inherit size="xs">
        {off === 0 ? ' ✓' : off < 0 ? ` 少 ${-off}` : ` 多 ${off}`}
      </Text>
    </Table.Td>
  );
};

/** Items × answers of one group; the sum of each line is held against the valid ballots as it is typed. */
export const TallyTable = ({ content, group, disabled, onChange }: TallyTableProps) => {
  const counts = content.groups[group];
  const valid = validBallots(counts);
  const whole = content.items.map((_, item) => counts.tallies[item] ?? noTally);
  const paste = (item: number, answer: number, text: string): boolean => {
    const pasted = withBlock(whole, content.items.length, { item, answer }, text);
    if (pasted !== null) onChange(pasted);
    return pasted !== null;
  };
  return (
    <Table verticalSpacing={3} horizontalSpacing="xs" layout="fixed" withRowBorders={false}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th fw={400} c="dimmed">
            项目
          </Table.Th>
          {answerColumns.map((answer) => (
            <Table.Th key={answer} fw={400} c="dimmed" w={100} ta="right">
              {surveyAnswerLabels[answer]}
            </Table.Th>
          ))}
          <Table.Th fw={400} c="dimmed" w={110} ta="right">
            合计
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {content.items.map((item, index) => {
          const tally = whole[index] ?? noTally;
          const sum = answerColumns.reduce((total, answer) => total + tally[answer], 0);
          return (
            // Items are known by their place, and do not move while ballots are counted.
            <Table.Tr key={index}>
              <Table.Td>{item}</Table.Td>
              {answerColumns.map((answer, column) => (
                <Table.Td key={answer} ta="right">
                  <CountCell
                    label={`${evaluatorGroupLabels[group]} ${item} ${surveyAnswerLabels[answer]}`}
                    column={answer}
                    value={tally[answer]}
                    disabled={disabled}
                    wrong={sum > valid}
                    onChange={(value) => onChange(whole.with(index, { ...tally, [answer]: value }))}
                    onPasteText={(text) => paste(index, column, text)}
                  />
                </Table.Td>
              ))}
              <SumCell sum={sum} valid={valid} />
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
};
