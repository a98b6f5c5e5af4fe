import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { isOpenState } from '../../../shared/domain/filing-state-machine.ts';
import type { Filing, NoticeObjection } from '../../../shared/domain/filing.ts';
import { objectionResultLabels } from '../../../shared/labels/filing.ts';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { ObjectionAnswerForm } from './ObjectionAnswerForm.tsx';

interface ObjectionProps {
  readonly filing: Filing;
  readonly objection: NoticeObjection;
  readonly number: number;
}

const Objection = ({ filing, objection, number }: ObjectionProps) => {
  const { objector, receivedOn, content, answer, answeredBy, answeredOn, result } = objection;
  const [editing, setEditing] = useState(false);
  const open = isOpenState(filing.state);
  return (
    <Stack gap={6} component="li">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" fw={600}>
          {`第 ${number} 条　${objector ?? '未留姓名'}　${receivedOn}`}
        </Text>
        <StatusBadge tone={result === null ? 'late' : 'good'}>
          {result === null ? '待答复' : objectionResultLabels[result]}
        </StatusBadge>
      </Group>
      <Text size="sm">{content}</Text>
      {answer === null || editing ? null : (
        <Text size="sm" c="dimmed">
          {`答复：${answer}（${answeredBy ?? ''}，${answeredOn ?? ''}）`}
        </Text>
      )}
      {open && (result === null || editing) ? (
        <ObjectionAnswerForm filing={filing} objection={objection} onDone={() => setEditing(false)} />
      ) : null}
      {open && result !== null && !editing ? (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => setEditing(true)}
          style={{ alignSelf: 'start' }}
        >
          改答复
        </Button>
      ) : null}
    </Stack>
  );
};

/** Objections to the notice, each with its answer; the last answer lets the clock run again. */
export const ObjectionsCard = ({ filing }: { readonly filing: Filing }) => {
  const { objections } = filing;
  const open = objections.filter(({ result }) => result === null).length;
  if (objections.length === 0) return null;
  return (
    <Card
      title={`异议 ${objections.length} 条`}
      accent={open > 0}
      aside={<BasisHint basis={filing.kind === 'dissolution' ? '第三条' : '第二条（二）'} />}
    >
      <Stack gap="md" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {objections.map((objection, index) => (
          <Objection key={objection.id} filing={filing} objection={objection} number={index + 1} />
        ))}
      </Stack>
      {objections.length === open ? null : (
        <LinkButton
          to={paths.print('objection-answer', [filing.id])}
          size="compact-sm"
          variant="light"
          mt="sm"
        >
          打印异议答复书
        </LinkButton>
      )}
      {open > 0 && filing.state === 'objected' ? (
        <Text size="sm" c="dimmed" mt="sm">
          全部答复后公示自动接着计时；有成立的异议，由街道决定不予备案还是继续公示。
        </Text>
      ) : null}
    </Card>
  );
};
