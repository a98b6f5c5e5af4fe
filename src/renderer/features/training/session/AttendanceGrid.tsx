import { Button, Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { WholeSession } from '../../../../shared/contract/training.ts';
import type { AttendanceEntry } from '../../../../shared/domain/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { marked, statusKeys, withEntry, type AttendanceDraft } from './attendance-draft.ts';
import classes from './AttendanceGrid.module.css';
import { AttendanceGridRow } from './AttendanceGridRow.tsx';

type Row = WholeSession['attendance'][number];

const entryOf = ({ personId, status, lateMinutes, madeUpOn }: Row): AttendanceEntry => ({
  personId,
  status,
  lateMinutes,
  madeUpOn,
});

const useDraft = ({ session, attendance }: WholeSession) => {
  const [draft, setDraft] = useState<AttendanceDraft>(new Map());
  const save = useMutation(
    useApi().training.saveAttendance.mutationOptions({ onSuccess: () => setDraft(new Map()) }),
  );
  const current = (row: Row): AttendanceEntry => draft.get(row.personId) ?? entryOf(row);
  const put = (row: Row, entry: AttendanceEntry): void => setDraft(withEntry(draft, entryOf(row), entry));
  const allPresent = (): void =>
    setDraft(
      attendance.reduce<AttendanceDraft>(
        (made, row) =>
          (made.get(row.personId) ?? entryOf(row)).status === 'enrolled'
            ? withEntry(made, entryOf(row), marked(entryOf(row), 'present', todayHere()))
            : made,
        draft,
      ),
    );
  const submit = (): void => {
    if (draft.size > 0 && !save.isPending)
      save.mutate({ id: session.id, way: 'grid', entries: [...draft.values()] });
  };
  return { draft, save, current, put, allPresent, submit };
};

/**
 * The list to go down without a mouse: arrows move, 1 to 4 mark and go on, Ctrl+Enter saves. What is not saved yet has a
 * mark of its own.
 */
export const AttendanceGrid = ({
  whole,
  onEnrol,
}: {
  readonly whole: WholeSession;
  readonly onEnrol: () => void;
}) => {
  const { session, attendance } = whole;
  const { draft, save, current, put, allPresent, submit } = useDraft(whole);
  const body = useRef<HTMLTableSectionElement>(null);
  const go = (row: number): void => {
    body.current?.querySelectorAll<HTMLElement>('tr[data-row]')[row]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: Row, index: number): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
      return;
    }
    // Fields inside the row keep their own keys.
    if (event.target !== event.currentTarget) return;
    const status = statusKeys[event.key];
    if (status !== undefined) {
      event.preventDefault();
      put(row, marked(current(row), status, todayHere()));
      go(index + 1);
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      go(index + 1);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      go(index - 1);
    }
  };
  if (attendance.length === 0)
    return (
      <EmptyState
        icon={IconUsers}
        title="名单上还没有人"
        hint="把该来的人加进名单，再打印签到表；临时来的，粘贴或扫码时自动加上。"
        action={<Button onClick={onEnrol}>加人进名单</Button>}
      />
    );
  return (
    <>
      <div className={classes['view']}>
        <table className={classes['table']} aria-label="签到">
          <thead>
            <tr>
              <th>序</th>
              <th>姓名</th>
              <th>尾号</th>
              <th>单位</th>
              <th>签到（1 出席　2 迟到　3 缺席　4 补课）</th>
              <th>学时</th>
              <th>结业证书</th>
              <th aria-label="操作" />
            </tr>
          </thead>
          <tbody ref={body}>
            {attendance.map((row, index) => (
              <AttendanceGridRow
                key={row.personId}
                number={index + 1}
                row={row}
                sessionId={session.id}
                entry={current(row)}
                unsaved={draft.has(row.personId)}
                onChange={(entry) => put(row, entry)}
                onKeyDown={(event) => onKeyDown(event, row, index)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ErrorNotice error={save.error} />
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed">
          {draft.size === 0 ? '上下键换人，按数字记，Ctrl+Enter 保存。' : `有 ${draft.size} 人还没保存`}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={session.state === 'cancelled'} onClick={allPresent}>
            其余都记出席
          </Button>
          <Button disabled={draft.size === 0} loading={save.isPending} onClick={submit}>
            保存签到
          </Button>
        </Group>
      </Group>
    </>
  );
};
