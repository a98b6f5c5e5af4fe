import type { WholeSession } from '../../shared/contract/training.ts';
import { trainingSessionId, type TrainingSessionId } from '../../shared/domain/ids.ts';
import {
  creditOf,
  dayOfMoment,
  knownTrainingTopic,
  timeOfMoment,
  type SessionClash,
  type SessionFeedback,
  type SessionState,
  type TrainingSession,
  type TrainingSessionInput,
  type TrainingSessionRow,
} from '../../shared/domain/training.ts';
import { CodedError } from '../../shared/errors.ts';
import {
  sessionStateLabels,
  traineeGroupLabels,
  trainingMeansLabels,
  trainingTopicWord,
  yuanWord,
} from '../../shared/labels/training.ts';
import type { Reader, Writer } from '../db/archive-store.ts';
import { listAttendance, saveAttendance } from '../db/repositories/training-attendance.ts';
import { listStayRows } from '../db/repositories/trainees.ts';
import {
  deleteSession,
  getCourse,
  getSession,
  getSessionRow,
  listOverlaps,
  listSessions,
  listUsedWords,
  saveSession,
  saveSessionFeedback,
  saveSessionState,
  type SessionScope,
} from '../db/repositories/training-sessions.ts';
import type { ListColumn } from '../interchange/list-workbook.ts';
import type { OpenArchive } from '../open-archive.ts';
import { exportedList } from './exported-list.ts';
import { requireCommunity } from './trainees.ts';
import { isOnRoster } from '../../shared/domain/roster-day.ts';

/** @throws CodedError NOT_FOUND `training-session` */
export const requireSession = (reader: Reader, id: TrainingSessionId): TrainingSession => {
  const session = getSession(reader, id);
  if (session === null) throw new CodedError('NOT_FOUND', { what: 'training-session' });
  return session;
};

/** What these sessions want that another one has, and those with more people than seats. */
const clashesOf = (reader: Reader, rows: readonly TrainingSessionRow[]): SessionClash[] => {
  const overlaps = listOverlaps(
    reader,
    rows.map(({ id }) => id),
  ).flatMap(({ sessionId, otherId, otherTitle, otherStartsAt, ...shared }) =>
    (
      [
        ['teacher', shared.teacher],
        ['place', shared.place],
        ['trainee', shared.trainees],
      ] as const
    ).flatMap(([kind, what]): SessionClash[] =>
      what === null ? [] : [{ kind, sessionId, otherId, otherTitle, otherStartsAt, what }],
    ),
  );
  const crowded = rows.flatMap(({ id, state, capacity, enrolled, absent }): SessionClash[] =>
    capacity === null || state === 'cancelled' || enrolled - absent <= capacity
      ? []
      : [
          {
            kind: 'capacity',
            sessionId: id,
            otherId: null,
            otherTitle: null,
            otherStartsAt: null,
            what: `${enrolled - absent} / ${capacity}`,
          },
        ],
  );
  return [...overlaps, ...crowded];
};

/** A session with who is on its list and what it clashes with. @throws CodedError NOT_FOUND */
export const wholeSessionOf = (reader: Reader, id: TrainingSessionId): WholeSession => {
  const session = getSessionRow(reader, id);
  if (session === null) throw new CodedError('NOT_FOUND', { what: 'training-session' });
  const day = dayOfMoment(session.startsAt);
  const records = listAttendance(reader, id);
  const stays = Map.groupBy(
    listStayRows(
      reader,
      records.map(({ personId }) => personId),
    ).filter(({ startsOn, endsOn }) => isOnRoster({ joinedOn: startsOn, leftOn: endsOn }, day)),
    ({ personId }) => personId,
  );
  return {
    session,
    attendance: records.map(({ identityNumber, ...record }) => {
      const own = stays.get(record.personId) ?? [];
      const units = own.map(
        ({ organizationName, workUnit, communityName }) => organizationName ?? workUnit ?? communityName,
      );
      return {
        ...record,
        tail: identityNumber?.slice(-4) ?? null,
        groups: [...new Set(own.map(({ group }) => group))],
        unit: units.find((unit) => unit !== null) ?? null,
      };
    }),
    clashes: clashesOf(reader, [session]),
  };
};

export const readSession = ({ store }: OpenArchive, id: TrainingSessionId): Promise<WholeSession> =>
  store.read((reader) => wholeSessionOf(reader, id));

export const readSessions = (
  { store }: OpenArchive,
  scope: SessionScope,
): Promise<{ readonly rows: TrainingSessionRow[]; readonly clashes: SessionClash[] }> =>
  store.read((reader) => {
    const rows = listSessions(reader, scope);
    return { rows: [...rows], clashes: clashesOf(reader, rows) };
  });

/** Times that change give everybody who was there other minutes. */
const creditAnew = (writer: Writer, id: TrainingSessionId, at: string): void => {
  const session = requireSession(writer, id);
  for (const { name: _, identityNumber: __, certificateNumber: ___, ...record } of listAttendance(
    writer,
    id,
  )) {
    const { minutes, on } = creditOf(session, record);
    saveAttendance(writer, { ...record, sessionId: id, minutes, attendedOn: on, at });
  }
};

/** @throws CodedError NOT_FOUND `training-session`, `training-course` */
export const storeSession = (
  { ports }: OpenArchive,
  writer: Writer,
  id: TrainingSessionId | null,
  session: TrainingSessionInput,
): TrainingSessionId => {
  if (id !== null) requireSession(writer, id);
  if (session.courseId !== null && getCourse(writer, session.courseId) === null)
    throw new CodedError('NOT_FOUND', { what: 'training-course' });
  requireCommunity(writer, session.communityId);
  const kept = id ?? trainingSessionId.parse(ports.random.id());
  saveSession(writer, kept, session, ports.clock.instant());
  if (id !== null) creditAnew(writer, id, ports.clock.instant());
  return kept;
};

export const keepSession = (
  archive: OpenArchive,
  input: { readonly id: TrainingSessionId | null; readonly session: TrainingSessionInput },
): Promise<{ readonly id: TrainingSessionId; readonly clashes: SessionClash[] }> =>
  archive.store.write((writer) => {
    const id = storeSession(archive, writer, input.id, input.session);
    return { id, clashes: wholeSessionOf(writer, id).clashes };
  });

/** Held only from its day on. @throws CodedError NOT_FOUND; INVALID_VALUE `sessionState` `future` */
export const setSessionState = (
  { store, ports }: OpenArchive,
  { id, state }: { readonly id: TrainingSessionId; readonly state: SessionState },
): Promise<WholeSession> =>
  store.write((writer) => {
    const session = requireSession(writer, id);
    if (state === 'held' && dayOfMoment(session.startsAt) > ports.clock.today())
      throw new CodedError('INVALID_VALUE', { field: 'sessionState', reason: 'future' });
    saveSessionState(writer, id, state, ports.clock.instant());
    return wholeSessionOf(writer, id);
  });

/** @throws CodedError NOT_FOUND; CONFLICT `training-session` where somebody attended */
export const removeSession = ({ store }: OpenArchive, id: TrainingSessionId): Promise<void> =>
  store.write((writer) => {
    requireSession(writer, id);
    if (!deleteSession(writer, id)) throw new CodedError('CONFLICT', { what: 'training-session' });
  });

export const keepFeedback = (
  { store, ports }: OpenArchive,
  input: { readonly id: TrainingSessionId; readonly feedback: SessionFeedback | null },
): Promise<WholeSession> =>
  store.write((writer) => {
    requireSession(writer, input.id);
    saveSessionFeedback(writer, input.id, input.feedback, ports.clock.instant());
    return wholeSessionOf(writer, input.id);
  });

/** What was written before: places, teachers, providers, and the topics that the office uses besides the four. */
export const readTrainingWords = ({ store }: OpenArchive) =>
  store.read((reader) => ({
    places: [...listUsedWords(reader, 'place')],
    teachers: [...listUsedWords(reader, 'teacher')],
    providers: [...listUsedWords(reader, 'provider')],
    topics: [...new Set([...knownTrainingTopic.options, ...listUsedWords(reader, 'topic')])],
  }));

const columns: readonly ListColumn<TrainingSessionRow>[] = [
  { header: '日期', width: 12, value: ({ startsAt }) => dayOfMoment(startsAt) },
  {
    header: '时间',
    width: 13,
    value: ({ startsAt, endsAt }) => `${timeOfMoment(startsAt)}–${timeOfMoment(endsAt)}`,
  },
  { header: '名称', width: 30, value: ({ title }) => title },
  { header: '课程', width: 24, value: ({ courseTitle }) => courseTitle ?? '' },
  { header: '主题', width: 12, value: ({ topic }) => trainingTopicWord(topic) },
  {
    header: '培训对象',
    width: 26,
    value: ({ groups }) => groups.map((group) => traineeGroupLabels[group]).join('、'),
  },
  { header: '地点', width: 20, value: ({ place }) => place },
  { header: '教师', width: 12, value: ({ teacher }) => teacher ?? '' },
  { header: '方式', width: 13, value: ({ means }) => trainingMeansLabels[means] },
  { header: '承接方', width: 20, value: ({ provider }) => provider ?? '' },
  { header: '容量', width: 7, value: ({ capacity }) => capacity ?? '' },
  { header: '名单', width: 7, value: ({ enrolled }) => enrolled },
  { header: '到训', width: 7, value: ({ present }) => present },
  { header: '经费（元）', width: 10, value: ({ cost }) => Number(yuanWord(cost)) },
  { header: '状态', width: 9, value: ({ state }) => sessionStateLabels[state] },
  { header: '备注', width: 20, value: ({ note }) => note ?? '' },
];

export const exportSessions = async (archive: OpenArchive, scope: SessionScope): Promise<File> =>
  exportedList(archive, {
    name: `培训场次_${scope.from}至${scope.to}`,
    sheetName: '培训场次',
    columns,
    rows: await archive.store.read((reader) => listSessions(reader, scope)),
  });
