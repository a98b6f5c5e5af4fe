import { Link } from 'react-router';
import type { TrainingCycleId } from '../../../../shared/domain/ids.ts';
import {
  coverageRate,
  type CoverageCount,
  type CoverageMatrix as Matrix,
} from '../../../../shared/domain/rotation.ts';
import { traineeGroupLabels, traineeGroupShortLabels } from '../../../../shared/labels/training.ts';
import { paths } from '../../../app/paths.ts';
import classes from './CoverageMatrix.module.css';

interface CellProps {
  readonly count: CoverageCount;
  /** What the number counts, for those who cannot see where it stands. */
  readonly of: string;
  readonly query: Readonly<Record<string, string>>;
  readonly strong?: boolean;
}

const Cell = ({ count, of, query, strong = false }: CellProps) => {
  const rate = coverageRate(count);
  if (rate === null)
    return (
      <td className={classes['empty']} aria-label={`${of}：没有人员`}>
        —
      </td>
    );
  const words = `${of}：${count.people} 人，已训 ${count.trained} 人，从未参训 ${count.never} 人`;
  return (
    <td>
      <Link
        className={`${classes['cell']} ${count.trained === 0 ? classes['none'] : ''} ${strong ? classes['total'] : ''}`}
        style={{ '--share': rate / 100 } as React.CSSProperties}
        title={words}
        aria-label={words}
        to={paths.training('trainees', query)}
      >
        {count.trained}/{count.people}
      </Link>
    </td>
  );
};

interface CoverageMatrixProps {
  readonly matrix: Matrix;
  readonly question: { readonly asOf: string | null; readonly cycleId: TrainingCycleId | null };
}

/** Group × community: trained of people; shaded the fuller, orange where nobody was trained yet. */
export const CoverageMatrix = ({ matrix, question }: CoverageMatrixProps) => {
  const base = {
    ...(question.asOf === null ? {} : { asOf: question.asOf }),
    ...(question.cycleId === null ? {} : { cycle: question.cycleId }),
  };
  return (
    <table className={classes['table']} aria-label="轮训覆盖情况">
      <thead>
        <tr>
          <th scope="col">社区</th>
          {matrix.groups.map((group) => (
            <th key={group} scope="col" title={traineeGroupLabels[group]}>
              {traineeGroupShortLabels[group]}
            </th>
          ))}
          <th scope="col">合计</th>
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map(({ communityId, communityName, cells, total }) => {
          const place = { ...base, community: communityId ?? 'street' };
          return (
            <tr key={communityId ?? 'street'}>
              <th scope="row">{communityName}</th>
              {matrix.groups.map((group, index) => {
                const count = cells[index];
                return count === undefined ? null : (
                  <Cell
                    key={group}
                    count={count}
                    of={`${communityName}${traineeGroupLabels[group]}`}
                    query={{ ...place, group }}
                  />
                );
              })}
              <Cell count={total} of={`${communityName}合计`} query={place} strong />
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {matrix.groups.map((group, index) => {
            const count = matrix.totals[index];
            return count === undefined ? null : (
              <Cell
                key={group}
                count={count}
                of={traineeGroupLabels[group]}
                query={{ ...base, group }}
                strong
              />
            );
          })}
          <Cell count={matrix.overall} of="全部" query={base} strong />
        </tr>
        <tr>
          <th scope="row">覆盖率</th>
          {[...matrix.totals, matrix.overall].map((count, index) => {
            const rate = coverageRate(count);
            return <td key={matrix.groups[index] ?? 'all'}>{rate === null ? '—' : `${rate}%`}</td>;
          })}
        </tr>
      </tfoot>
    </table>
  );
};
