import { Anchor, Button, Group, Table, Text } from '@mantine/core';
import { openObjections, type RecordOf } from '../../../../shared/domain/dossier-record.ts';
import { disclosureSubjectLabels } from '../../../../shared/labels/dossier-record.ts';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';

interface DisclosureRowProps {
  readonly disclosure: RecordOf<'disclosure'>;
  readonly onOpen: () => void;
  readonly onPublish: () => void;
  readonly onObjections: () => void;
}

const Standing = ({ content, occurredOn }: RecordOf<'disclosure'>) => {
  const today = todayHere();
  if (content.published === null) return <StatusBadge tone="waiting">草稿，未发布</StatusBadge>;
  if (occurredOn > today) return <StatusBadge tone="going">待张贴</StatusBadge>;
  if (content.endsOn === null || content.endsOn >= today)
    return <StatusBadge tone="good">公开中</StatusBadge>;
  return <StatusBadge tone="ended">已到期</StatusBadge>;
};

/** One disclosure: what, where, until when, and what can be done with it. */
export const DisclosureRow = ({ disclosure, onOpen, onPublish, onObjections }: DisclosureRowProps) => {
  const { content, title, occurredOn } = disclosure;
  const sealed = useDossierSealed();
  const waiting = openObjections(content);
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {occurredOn}
        <Text size="xs" c="dimmed">
          {content.endsOn === null ? '' : `至 ${content.endsOn}`}
        </Text>
      </Table.Td>
      <Table.Td>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={onOpen}>
          {title}
        </Anchor>
        <Text size="xs" c="dimmed">
          {disclosureSubjectLabels[content.subject]}
        </Text>
      </Table.Td>
      <Table.Td>{[content.means, content.place].filter(Boolean).join('，')}</Table.Td>
      <Table.Td>
        <Group gap={6}>
          <Standing {...disclosure} />
          {waiting > 0 ? <StatusBadge tone="late">{waiting} 条异议待答复</StatusBadge> : null}
        </Group>
      </Table.Td>
      <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
        {content.published === null ? (
          <Button size="compact-sm" variant="light" disabled={sealed} onClick={onPublish}>
            检查并发布
          </Button>
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={onObjections}>
            异议 {content.objections.length}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
};
