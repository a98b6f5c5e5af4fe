import { Anchor, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { HomeFilings, HomePeople, HomeSummary } from '../../../shared/contract/home.ts';
import { dueFilter } from '../../../shared/contract/organizations.ts';
import { dossierGapCode, type DossierGapCode } from '../../../shared/domain/dossier.ts';
import { consentKind } from '../../../shared/domain/people.ts';
import { dossierGapLabels } from '../../../shared/labels/dossier.ts';
import { dueFilterLabels } from '../../../shared/labels/organization.ts';
import { consentKindLabels } from '../../../shared/labels/people.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { consentPath, duePath, filingNumbers, gapPath } from './home-numbers.ts';

interface Line {
  readonly label: string;
  readonly count: number;
  readonly unit: string;
  readonly to: string;
}

const filingSteps: readonly (keyof HomeFilings)[] = [
  'drafts',
  'awaitingCommittee',
  'awaitingStreet',
  'awaitingNotice',
  'onNotice',
  'objected',
];

/** Gaps that come with time; the others are facts and papers that were never there. */
const periodicGaps: readonly DossierGapCode[] = [
  'committee-report',
  'survey',
  'disclosure',
  'overdue-matter',
];

const peopleLines = (people: HomePeople | undefined): readonly Line[] =>
  people === undefined
    ? []
    : consentKind.options.map((kind) => ({
        label: `缺${consentKindLabels[kind]}`,
        count: people.lacksConsents[kind],
        unit: '人',
        to: consentPath(kind),
      }));

const termLines = (people: HomePeople | undefined): readonly Line[] =>
  people === undefined
    ? []
    : [{ label: '任期届满、将满', count: people.endingTerms, unit: '人次', to: paths.endingTerms }];

const linesOf = (
  summary: HomeSummary,
  people: HomePeople | undefined,
): readonly (readonly [title: string, lines: readonly Line[]])[] => {
  const gap = (code: DossierGapCode): Line => ({
    label: dossierGapLabels[code],
    count: summary.gaps[code],
    unit: '个',
    to: gapPath(code),
  });
  return [
    [
      '备案走到哪一步',
      filingSteps.map((key) => ({ ...filingNumbers[key], count: summary.filings[key], unit: '件' })),
    ],
    [
      '到期与逾期',
      [
        ...periodicGaps.map(gap),
        ...termLines(people),
        ...dueFilter.options.map((due) => ({
          label: dueFilterLabels[due],
          count: summary.due[due],
          unit: '个',
          to: duePath(due),
        })),
      ],
    ],
    [
      '档案缺件',
      [
        ...dossierGapCode.options.filter((code) => !periodicGaps.includes(code)).map(gap),
        ...peopleLines(people),
      ],
    ],
  ];
};

/** Lines of one column; the rest is one quiet word. */
const shownLines = 8;

const Column = ({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) => {
  const open = lines.filter(({ count }) => count > 0);
  const shown = open.toSorted((one, other) => other.count - one.count).slice(0, shownLines);
  return (
    <Stack gap={6}>
      <Title order={3} size="sm" c="dimmed" fw={400}>
        {title}
      </Title>
      {lines
        .filter((line) => shown.includes(line))
        .map(({ label, count, unit, to }) => (
          <Group key={label} justify="space-between" wrap="nowrap">
            <Text size="sm" truncate>
              {label}
            </Text>
            <Anchor component={Link} to={to} size="sm" flex="none">
              {count} {unit} ›
            </Anchor>
          </Group>
        ))}
      {open.length === 0 ? (
        <Text size="sm" c="dimmed">
          没有
        </Text>
      ) : null}
    </Stack>
  );
};

/** Everything that waits, falls due or is missing, by kind; what is in order stays silent. */
export const WatchCard = ({ summary }: { readonly summary: HomeSummary }) => {
  const { data: people } = useQuery(useApi().home.people.queryOptions());
  return (
    <Card title="要留意的">
      <SimpleGrid cols={3} spacing="xl">
        {linesOf(summary, people).map(([title, lines]) => (
          <Column key={title} title={title} lines={lines} />
        ))}
      </SimpleGrid>
    </Card>
  );
};
