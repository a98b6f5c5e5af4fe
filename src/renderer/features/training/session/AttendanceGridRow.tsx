import { ActionIcon, Group, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { WholeSession } from '../../../../shared/contract/training.ts';
import type { TrainingSessionId } from '../../../../shared/domain/ids.ts';
import { attendanceStatus, type AttendanceEntry } from '../../../../shared/domain/training.ts';
import {
  attendanceStatusLabels,
  attendanceWayLabels,
  hoursWord,
} from '../../../../shared/labels/training.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { marked } from './attendance-draft.ts';
import classes from './AttendanceGrid.module.css';

const options = attendanceStatus.options
  .filter((status) => status !== 'enrolled')
  .map((value) => ({ value, label: attendanceStatusLabels[value] }));

interface AttendanceGridRowProps {
  readonly number: number;
  readonly row: WholeSession['attendance'][number];
  readonly sessionId: TrainingSessionId;
  readonly entry: AttendanceEntry;
  readonly unsaved: boolean;
  readonly onChange: (entry: AttendanceEntry) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const Details = ({ row, entry, onChange }: Pick<AttendanceGridRowProps, 'row' | 'entry' | 'onChange'>) => {
  if (entry.status === 'late')
    return (
      <NumberInput
        w={110}
        size="xs"
        aria-label={`${row.name}迟到分钟`}
        suffix=" 分钟"
        min={0}
        max={6000}
        allowDecimal={false}
        value={entry.lateMinutes}
        onChange={(minutes) => onChange({ ...entry, lateMinutes: Number(minutes) || 0 })}
      />
    );
  if (entry.status === 'made-up')
    return (
      <DateField
        w={140}
        size="xs"
        required
        aria-label={`${row.name}补课日期`}
        maxDate={todayHere()}
        value={entry.madeUpOn}
        onChange={(madeUpOn) => onChange({ ...entry, madeUpOn })}
      />
    );
  return entry.status === 'enrolled' ? (
    <Text size="xs" c="dimmed">
      还没记
    </Text>
  ) : null;
};

/** One person of the list; the row itself takes the keys. */
export const AttendanceGridRow = (props: AttendanceGridRowProps) => {
  const { number, row, sessionId, entry, unsaved, onChange, onKeyDown } = props;
  const unenrol = useMutation(useApi().training.unenrol.mutationOptions());
  return (
    <tr
      data-row
      tabIndex={0}
      aria-label={`${row.name} ${attendanceStatusLabels[entry.status]}`}
      className={`${classes['row']} ${unsaved ? classes['unsaved'] : ''}`}
      onKeyDown={onKeyDown}
    >
      <td>{number}</td>
      <td>{row.name}</td>
      <td>{row.tail ?? ''}</td>
      <td>{row.unit ?? ''}</td>
      <td>
        <Group gap="xs" wrap="nowrap">
          <SegmentedControl
            size="xs"
            aria-label={`${row.name}签到`}
            data={options}
            value={entry.status}
            onChange={(status) => {
              const known = attendanceStatus.safeParse(status).data;
              if (known !== undefined) onChange(marked(entry, known, todayHere()));
            }}
          />
          <Details row={row} entry={entry} onChange={onChange} />
        </Group>
      </td>
      <td title={attendanceWayLabels[row.way]}>{hoursWord(row.minutes)}</td>
      <td>{row.certificateNumber ?? ''}</td>
      <td>
        {row.certificateNumber === null ? (
          <ActionIcon
            variant="subtle"
            color="gray.7"
            tabIndex={-1}
            aria-label={`把${row.name}移出名单`}
            title="移出名单"
            loading={unenrol.isPending}
            onClick={() => unenrol.mutate({ id: sessionId, personIds: [row.personId] })}
          >
            <IconX size={16} />
          </ActionIcon>
        ) : null}
      </td>
    </tr>
  );
};
