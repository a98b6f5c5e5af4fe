import { SimpleGrid, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { DistrictRollup } from '../../../../shared/domain/district-ledger.ts';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import cardClasses from '../../../components/NumberCard.module.css';
import { organizationsQueryOf } from '../organizations/organization-query.ts';
import { changeWords } from '../review/figure-change.ts';

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly note: string;
  readonly to: string;
}

const Figure = ({ label, value, note, to }: FigureProps) => (
  <Link to={to} className={cardClasses['card'] ?? ''}>
    <Text size="sm" c="dimmed">
      {label}
    </Text>
    <span className={`${cardClasses['value']} ${cardClasses['good']}`}>{value}</span>
    <Text size="sm" c="dimmed">
      {note}
    </Text>
  </Link>
);

/** Compared over streets that reported in both periods only, and it says so. */
const changeNote = (
  { comparable: { previous } }: DistrictRollup,
  figure: 'organizations' | 'members' | 'partyMembers' | 'filed' | 'ended',
): string =>
  previous === null
    ? '没有上期可比'
    : `比上期 ${changeWords(previous.after[figure], previous.before[figure])}`;

/** The totals of the district, each with its change on the period before. */
export const RollupNumbers = ({ rollup }: { readonly rollup: DistrictRollup }) => {
  const { period, total } = rollup;
  const listOf = (cell: 'standing' | 'filed' | 'ended' | 'candidates'): string =>
    bureauPaths.organizations(organizationsQueryOf({ period, cell }));
  return (
    <SimpleGrid cols={6} spacing="sm">
      <Figure
        label="在册组织"
        value={total.organizations}
        note={changeNote(rollup, 'organizations')}
        to={listOf('standing')}
      />
      <Figure
        label="成员"
        value={total.members}
        note={changeNote(rollup, 'members')}
        to={listOf('standing')}
      />
      <Figure
        label="党员"
        value={total.partyMembers}
        note={changeNote(rollup, 'partyMembers')}
        to={listOf('standing')}
      />
      <Figure label="新备案" value={total.filed} note={changeNote(rollup, 'filed')} to={listOf('filed')} />
      <Figure label="注销退出" value={total.ended} note={changeNote(rollup, 'ended')} to={listOf('ended')} />
      <Figure
        label="拟登记"
        value={total.candidates}
        note={`处理结果 ${total.dispositions} 件`}
        to={listOf('candidates')}
      />
    </SimpleGrid>
  );
};
