import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AttendancePart } from '../../../src/renderer/features/training/session/AttendancePart.tsx';
import { marked, withEntry } from '../../../src/renderer/features/training/session/attendance-draft.ts';
import { linesOfPaste } from '../../../src/renderer/features/training/session/pasted-names.ts';
import { CoverageMatrix } from '../../../src/renderer/features/training/coverage/CoverageMatrix.tsx';
import { trainingContract, type WholeSession } from '../../../src/shared/contract/training.ts';
import { communityId, personId, trainingSessionId } from '../../../src/shared/domain/ids.ts';
import { coverageOf } from '../../../src/shared/domain/rotation.ts';
import { fakeClient, showScreen } from '../../support/fake-archive.tsx';

test.each([
  [
    '姓名\t尾号\n白志刚\t1234\n陈建国\t',
    [
      ['白志刚', '1234'],
      ['陈建国', ''],
    ],
  ],
  ['1\t白志刚\t990101199003050021', [['白志刚', '990101199003050021']]],
  [
    '白志刚 002X\r\n陈 建 国',
    [
      ['白志刚', '002X'],
      ['陈建国', ''],
    ],
  ],
  ['\n\n', []],
])('pasted names %j', (text, expected) => {
  expect(linesOfPaste(text).map(({ name, tail }) => [name, tail])).toEqual(expected);
});

const entry = { personId: personId.parse('p1'), status: 'enrolled', lateMinutes: 0, madeUpOn: null } as const;

test('a draft holds what is not saved, and nothing that says what is saved already', () => {
  const late = marked(entry, 'late', '2026-11-25');
  expect(late).toEqual({ ...entry, status: 'late', lateMinutes: 10 });
  expect(marked(late, 'made-up', '2026-11-25')).toEqual({
    ...entry,
    status: 'made-up',
    madeUpOn: '2026-11-25',
  });
  const draft = withEntry(new Map(), entry, late);
  expect([...draft.values()]).toEqual([late]);
  expect(withEntry(draft, entry, entry).size).toBe(0);
});

const person = (id: string, name: string): WholeSession['attendance'][number] => ({
  ...entry,
  personId: personId.parse(id),
  name,
  tail: null,
  groups: ['community-worker'],
  unit: '阳光里社区居委会',
  minutes: 0,
  way: 'plan',
  certificateNumber: null,
});

const whole: WholeSession = {
  session: {
    id: trainingSessionId.parse('s1'),
    courseId: null,
    title: '第一课',
    topic: 'capacity',
    groups: [],
    startsAt: '2026-11-25T09:00',
    endsAt: '2026-11-25T11:30',
    breakMinutes: 0,
    place: '党群中心',
    communityId: null,
    teacher: null,
    capacity: null,
    means: 'own-staff',
    provider: null,
    cost: 0,
    note: null,
    state: 'planned',
    feedback: null,
    courseTitle: null,
    communityName: null,
    enrolled: 3,
    present: 0,
    absent: 0,
  },
  attendance: [person('p1', '安文英'), person('p2', '白志刚'), person('p3', '陈建国')],
  clashes: [],
};

test('attendance is entered down the list without a mouse', async () => {
  const os = implement(trainingContract);
  const saved: unknown[] = [];
  const client = fakeClient({
    training: {
      saveAttendance: os.saveAttendance.handler(({ input }) => {
        saved.push(input);
        return whole;
      }),
    },
  });
  const { user } = showScreen(<AttendancePart whole={whole} />, client);
  const list = await screen.findByRole('table', { name: '签到' });
  const [, first] = within(list).getAllByRole('row');
  first?.focus();
  await user.keyboard('132');
  await user.keyboard('{ArrowUp}1');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(saved).toEqual([
      {
        id: 's1',
        way: 'grid',
        entries: [
          { ...entry, personId: 'p1', status: 'present' },
          { ...entry, personId: 'p2', status: 'present' },
          { ...entry, personId: 'p3', status: 'late', lateMinutes: 10 },
        ],
      },
    ]),
  );
});

test('each number of the matrix says what it counts and opens its list', async () => {
  const id = communityId.parse('c1');
  const matrix = coverageOf(
    [
      {
        personId: personId.parse('p1'),
        places: [{ group: 'community-worker', communityId: id }],
        minutes: 180,
        lastOn: '2026-11-25',
        standing: 'trained',
      },
      {
        personId: personId.parse('p2'),
        places: [{ group: 'community-worker', communityId: id }],
        minutes: 0,
        lastOn: null,
        standing: 'never',
      },
    ],
    [{ id, name: '阳光里社区' }],
  );
  showScreen(
    <CoverageMatrix matrix={matrix} question={{ asOf: '2026-11-25', cycleId: null }} />,
    fakeClient({}),
  );
  const cell = await screen.findByRole('link', {
    name: '阳光里社区社区工作者：2 人，已训 1 人，从未参训 1 人',
  });
  expect(cell.textContent).toBe('1/2');
  expect(cell.getAttribute('href')).toBe(
    '/training?tab=trainees&asOf=2026-11-25&community=c1&group=community-worker',
  );
  expect(screen.getAllByText('50%')).toHaveLength(2);
});
