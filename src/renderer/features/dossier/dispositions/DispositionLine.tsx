import { Anchor, Table, Text } from '@mantine/core';
import type { ContentOf, RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { commendationFormLabels, dispositionTypeLabels } from '../../../../shared/labels/dossier-record.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { todayHere } from '../../filings/today-here.ts';

const Rectification = ({ rectification }: Pick<ContentOf<'disposition'>, 'rectification'>) => {
  if (rectification === null) return <>—</>;
  const { closedOn, dueOn } = rectification;
  if (closedOn !== null) return <StatusBadge tone="good">{closedOn} 办结</StatusBadge>;
  return dueOn < todayHere() ? (
    <StatusBadge tone="late">{dueOn} 已逾期</StatusBadge>
  ) : (
    <StatusBadge tone="waiting">{dueOn} 前整改</StatusBadge>
  );
};

interface DispositionLineProps {
  readonly disposition: RecordOf<'disposition'>;
  readonly onOpen: () => void;
}

export const DispositionLine = ({ disposition, onOpen }: DispositionLineProps) => {
  const { content, title, occurredOn } = disposition;
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{occurredOn}</Table.Td>
      <Table.Td>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onOpen}>
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {content.commendation === null
            ? dispositionTypeLabels[content.type]
            : commendationFormLabels[content.commendation.form]}
        </Text>
      </Table.Td>
      <Table.Td>
        {content.authority}
        <Text size="xs" c="dimmed">
          {content.documentNumber ?? ''}
        </Text>
      </Table.Td>
      <Table.Td>{content.deliveredOn ?? content.commendation?.presentedOn ?? '—'}</Table.Td>
      <Table.Td>
        <Rectification rectification={content.rectification} />
      </Table.Td>
    </Table.Tr>
  );
};
