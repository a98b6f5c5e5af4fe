import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { WholeSession } from '../../../../shared/contract/training.ts';
import { trainingSessionId } from '../../../../shared/domain/ids.ts';
import { dayOfMoment, sessionMinutes, timeOfMoment } from '../../../../shared/domain/training.ts';
import {
  clashKindLabels,
  hoursWord,
  sessionStateLabels,
  trainingMeansLabels,
} from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { paths } from '../../../app/paths.ts';
import { ScreenLoading } from '../../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ListScreen } from '../../../components/ListScreen.tsx';
import { PageHeader } from '../../../components/PageHeader.tsx';
import { StatusBadge } from '../../../components/StatusBadge.tsx';
import { SessionModal } from '../plan/SessionModal.tsx';
import { stateTones } from '../plan/SessionsTab.tsx';
import { AttendancePart } from './AttendancePart.tsx';
import { FeedbackModal } from './FeedbackModal.tsx';
import { IssueModal } from './IssueModal.tsx';

type Open = 'edit' | 'feedback' | 'issue' | null;

const Actions = ({
  whole,
  onOpen,
}: {
  readonly whole: WholeSession;
  readonly onOpen: (what: Open) => void;
}) => {
  const { training } = useApi();
  const navigate = useNavigate();
  const { id, state, courseId } = whole.session;
  const setState = useMutation(training.setState.mutationOptions());
  const remove = useMutation(
    training.removeSession.mutationOptions({ onSuccess: () => void navigate(paths.training('sessions')) }),
  );
  return (
    <>
      <ErrorNotice error={remove.error ?? setState.error} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} />}
            rightSection={<IconChevronDown size={16} />}
          >
            打印
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to={paths.print('training-sign-in', [id])}>
            签到表（带归档码）
          </Menu.Item>
          <Menu.Item component={Link} to={paths.print('training-pass', [id])}>
            学员码（扫码签到用）
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} />}>
            更多
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => onOpen('feedback')}>反馈和成效</Menu.Item>
          {state === 'cancelled' ? (
            <Menu.Item onClick={() => setState.mutate({ id, state: 'planned' })}>恢复举办</Menu.Item>
          ) : (
            <Menu.Item onClick={() => setState.mutate({ id, state: 'cancelled' })}>取消这一场</Menu.Item>
          )}
          {courseId === null ? null : (
            <Menu.Item component={Link} to={paths.training('sessions', { course: courseId })}>
              同一课程的场次
            </Menu.Item>
          )}
          <Menu.Item color="red.8" onClick={() => remove.mutate({ id })}>
            删去
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} stroke={1.6} />}
        onClick={() => onOpen('edit')}
      >
        修改
      </Button>
      <Button onClick={() => onOpen('issue')} disabled={state !== 'held'}>
        发结业证书
      </Button>
    </>
  );
};

const Clashes = ({ clashes }: Pick<WholeSession, 'clashes'>) =>
  clashes.length === 0 ? null : (
    <Group gap="xs" mb="sm" role="alert">
      {clashes.map(({ kind, otherId, otherTitle, otherStartsAt, what }) => (
        <Text key={`${kind}${otherId}`} size="sm" c="orange.8">
          {clashKindLabels[kind]}：{what}
          {otherTitle === null ? '' : `，与“${otherTitle}”（${otherStartsAt?.replace('T', ' ')}）同时`}
        </Text>
      ))}
    </Group>
  );

/** One session: who is on its list, who came, its papers. */
export const SessionScreen = () => {
  const id = trainingSessionId.parse(useParams()['id']);
  const [open, setOpen] = useState<Open>(null);
  const { data: whole, error, refetch } = useQuery(useApi().training.session.queryOptions({ input: { id } }));
  if (whole === undefined)
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const { session, clashes } = whole;
  const close = (): void => setOpen(null);
  return (
    <ListScreen>
      <PageHeader
        title={session.title}
        crumbs={[{ title: '场次', to: paths.training('sessions') }]}
        marks={
          <StatusBadge tone={stateTones[session.state]}>{sessionStateLabels[session.state]}</StatusBadge>
        }
        detail={`${dayOfMoment(session.startsAt)} ${timeOfMoment(session.startsAt)}–${timeOfMoment(session.endsAt)}　${session.place}　${session.teacher ?? '教师未定'}　${hoursWord(sessionMinutes(session))} 学时　${trainingMeansLabels[session.means]}`}
        actions={<Actions whole={whole} onOpen={setOpen} />}
      />
      <Clashes clashes={clashes} />
      <AttendancePart whole={whole} />
      {open === 'edit' ? (
        <SessionModal session={session} courseId={session.courseId} onClose={close} />
      ) : null}
      {open === 'feedback' ? <FeedbackModal session={session} onClose={close} /> : null}
      {open === 'issue' ? <IssueModal session={session} onClose={close} /> : null}
    </ListScreen>
  );
};
