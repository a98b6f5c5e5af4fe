import { Table, Text, Title } from '@mantine/core';
import {
  evaluatorGroup,
  surveyItemResults,
  surveyResult,
  type SurveyContent,
} from '../../../../shared/domain/survey.ts';
import { evaluatorGroupLabels } from '../../../../shared/labels/survey.ts';
import { weightPercent } from './weight-percent.ts';

const percent = (value: number | null): string => (value === null ? '—' : `${value}%`);

const Heads = ({ heads }: { readonly heads: readonly string[] }) => (
  <Table.Thead>
    <Table.Tr>
      {heads.map((head, index) => (
        <Table.Th key={head} fw={400} c="dimmed" ta={index === 0 ? 'left' : 'right'}>
          {head}
        </Table.Th>
      ))}
    </Table.Tr>
  </Table.Thead>
);

const Numbers = ({ values }: { readonly values: readonly (string | number)[] }) =>
  values.map((value, index) => (
    // Cells are known by their column.
    <Table.Td key={index} ta="right">
      {value}
    </Table.Td>
  ));

/** Ballots, rate and score of each group, and in total. */
export const GroupResultTable = ({ content }: { readonly content: SurveyContent }) => {
  const { groups, rate, score, low } = surveyResult(content);
  return (
    <Table verticalSpacing={6}>
      <Heads heads={['测评组', '权重', '发放', '回收', '作废', '有效', '满意率', '得分']} />
      <Table.Tbody>
        {evaluatorGroup.options.map((group) => {
          const { issued, returned, void: spoilt } = content.groups[group];
          const result = groups[group];
          return (
            <Table.Tr key={group}>
              <Table.Td>{evaluatorGroupLabels[group]}</Table.Td>
              <Numbers
                values={[
                  weightPercent(content.weights, group),
                  issued,
                  returned,
                  spoilt,
                  result.valid,
                  percent(result.rate),
                  result.score ?? '—',
                ]}
              />
            </Table.Tr>
          );
        })}
        <Table.Tr>
          <Table.Td fw={700}>总体</Table.Td>
          <Table.Td colSpan={5} />
          <Table.Td ta="right" fw={700}>
            {percent(rate)}
          </Table.Td>
          <Table.Td ta="right" fw={700} {...(low ? { c: 'red.8' } : {})}>
            {score ?? '—'}
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
      <Table.Caption ta="left">
        满意率 =（满意 + 基本满意）÷ 计票数；得分按满意 {content.scale.satisfied}、基本满意{' '}
        {content.scale.mostlySatisfied}、不满意 {content.scale.dissatisfied} 分平均；“不了解”
        {content.scale.unknownCounts ? '计入，0 分' : '不参加计算'}。总体按权重合计，没有计票的组不算。
      </Table.Caption>
    </Table>
  );
};

/** The same by item. */
export const ItemResultTable = ({ content }: { readonly content: SurveyContent }) => (
  <section>
    <Title order={2} size="h6" mb={4}>
      分项满意率
    </Title>
    <Table verticalSpacing={4}>
      <Heads
        heads={[
          '项目',
          ...evaluatorGroup.options.map((group) => evaluatorGroupLabels[group]),
          '总体',
          '得分',
        ]}
      />
      <Table.Tbody>
        {surveyItemResults(content).map(({ groups, rate, score }, index) => (
          // Items are known by their place.
          <Table.Tr key={index}>
            <Table.Td>
              <Text size="sm">{content.items[index]}</Text>
            </Table.Td>
            <Numbers
              values={[
                ...evaluatorGroup.options.map((group) => percent(groups[group].rate)),
                percent(rate),
                score ?? '—',
              ]}
            />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </section>
);
