import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { WholeSession } from '../../../../shared/contract/training.ts';
import { hoursWord } from '../../../../shared/labels/training.ts';
import { EnrolModal } from './EnrolModal.tsx';
import { AttendanceGrid } from './AttendanceGrid.tsx';
import { PasteAttendance } from './PasteAttendance.tsx';
import { ScanAttendance } from './ScanAttendance.tsx';

const ways = [
  { value: 'grid', label: '逐人录入' },
  { value: 'paste', label: '从 Excel 粘贴' },
  { value: 'scan', label: '扫码签到' },
] as const;
type Way = (typeof ways)[number]['value'];

/** Who is on the list and who came, entered in whichever way suits. */
export const AttendancePart = ({ whole }: { readonly whole: WholeSession }) => {
  const { session, attendance } = whole;
  const [way, setWay] = useState<Way>('grid');
  const [enrolling, setEnrolling] = useState(false);
  const minutes = attendance.reduce((sum, row) => sum + row.minutes, 0);
  return (
    <>
      <Group justify="space-between" mb="sm" gap="xs">
        <Group gap="sm">
          <SegmentedControl
            aria-label="签到方式"
            data={[...ways]}
            value={way}
            onChange={(value) => setWay(ways.find((each) => each.value === value)?.value ?? 'grid')}
          />
          <Text size="sm" c="dimmed">
            名单 {session.enrolled} 人，到训 {session.present}，缺席 {session.absent}，合计{' '}
            {hoursWord(minutes)} 学时
          </Text>
        </Group>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={18} stroke={1.6} />}
          disabled={session.state === 'cancelled'}
          onClick={() => setEnrolling(true)}
        >
          加人进名单
        </Button>
      </Group>
      {way === 'grid' ? (
        <AttendanceGrid key={session.id} whole={whole} onEnrol={() => setEnrolling(true)} />
      ) : null}
      {way === 'paste' ? <PasteAttendance session={session} onDone={() => setWay('grid')} /> : null}
      {way === 'scan' ? <ScanAttendance session={session} /> : null}
      {enrolling ? <EnrolModal session={session} onClose={() => setEnrolling(false)} /> : null}
    </>
  );
};
