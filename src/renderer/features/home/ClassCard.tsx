import type { HomeSummary } from '../../../shared/contract/home.ts';
import { fourClassLabels } from '../../../shared/labels/organization.ts';
import { paths } from '../../app/paths.ts';
import { BarList } from '../../components/BarList.tsx';
import { Card } from '../../components/Card.tsx';

interface ClassCardProps {
  readonly classes: HomeSummary['byClass'];
}

export const ClassCard = ({ classes }: ClassCardProps) => (
  <Card title="按类别">
    <BarList
      label="按类别"
      rows={classes.map(({ fourClass, organizations }) => ({
        key: fourClass ?? 'none',
        label: fourClass === null ? '未分类' : fourClassLabels[fourClass],
        value: organizations,
        to: fourClass === null ? paths.organizations : paths.organizationsWhere({ class: fourClass }),
      }))}
    />
  </Card>
);
