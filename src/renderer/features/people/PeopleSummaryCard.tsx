import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { PeopleFilter } from '../../../shared/contract/people.ts';
import {
  consentKindLabels,
  partyStageLabels,
  personTagWord,
  postBodyLabels,
} from '../../../shared/labels/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { peopleQueryOf, emptyPeopleFilter } from './people-state.ts';

interface CountLine {
  readonly label: string;
  readonly basis: string;
  readonly counts: readonly { readonly word: string; readonly people: number; readonly to: string }[];
}

const where = (change: Partial<PeopleFilter>): string =>
  paths.peopleWhere(peopleQueryOf({ ...emptyPeopleFilter, ...change }));

const Counts = ({ label, basis, counts }: CountLine) => (
  <Group gap="sm" align="baseline" wrap="nowrap">
    <Group gap={6} w={150} wrap="nowrap" flex="none">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <BasisHint basis={basis} />
    </Group>
    <Group gap="2px 16px">
      {counts.map(({ word, people, to }) => (
        <Text key={word} size="sm" c={people === 0 ? 'dimmed' : 'inherit'}>
          {word}{' '}
          {people === 0 ? (
            0
          ) : (
            <Anchor component={Link} to={to} size="sm" fw={700}>
              {people}
            </Anchor>
          )}
        </Text>
      ))}
    </Group>
  </Group>
);

/** Street-wide counts, persons once; each number opens the list it counts. */
export const PeopleSummaryCard = () => {
  const { data: summary } = useQuery(useApi().people.summary.queryOptions());
  if (summary === undefined) return null;
  const lines: readonly CountLine[] = [
    {
      label: '身份标签',
      basis: '第四条（二）、第八条',
      counts: [
        { word: '党员', people: summary.partyMembers, to: where({ tags: ['party-member'] }) },
        ...summary.tags.map(({ tag, people }) => ({
          word: personTagWord(tag),
          people,
          to: where({ tags: [tag] }),
        })),
      ],
    },
    {
      label: '发展党员',
      basis: '第一条',
      counts: summary.stages.map(({ stage, people }) => ({
        word: partyStageLabels[stage],
        people,
        to: where({ stages: [stage] }),
      })),
    },
    {
      label: '兼任',
      basis: '第一条、第四条',
      counts: summary.bodies.map(({ body, people }) => ({
        word: postBodyLabels[body],
        people,
        to: where({ bodies: [body] }),
      })),
    },
    {
      label: '还缺同意书',
      basis: '个人信息保护法第二十九条、第三十一条',
      counts: summary.lacksConsents.map(({ kind, people }) => ({
        word: consentKindLabels[kind],
        people,
        to: where({ lacksConsent: kind }),
      })),
    },
  ];
  return (
    <Card>
      <Stack gap={6}>
        <Text size="sm">
          在册 {summary.people} 人（每人只算一次），党员 {summary.partyMembers} 人；负责人{' '}
          {summary.responsiblePersons} 人，其中党员 {summary.responsiblePartyMembers} 人。
          <Anchor component={Link} to={paths.endingTerms} size="sm" ms="sm">
            任期到期 {summary.endingTerms} 人次
          </Anchor>
        </Text>
        {lines.map((line) => (
          <Counts key={line.label} {...line} />
        ))}
      </Stack>
    </Card>
  );
};
