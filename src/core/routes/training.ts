import { implement, type Router } from '@orpc/server';
import { trainingContract } from '../../shared/contract/training.ts';
import {
  enrolPeople,
  matchLines,
  scanAttendance,
  unenrolPeople,
  writeAttendance,
} from '../services/training-attendance.ts';
import {
  exportCourses,
  keepCourse,
  readCourses,
  readTrainingYears,
  removeCourse,
} from '../services/training-courses.ts';
import {
  exportSessions,
  keepFeedback,
  keepSession,
  readSession,
  readSessions,
  readTrainingWords,
  removeSession,
  setSessionState,
} from '../services/training-sessions.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(trainingContract).$context<CoreContext>().use(codedRefusals);

export const trainingRoutes: Router<typeof trainingContract, CoreContext> = os.router({
  years: os.years.handler(({ context }) => readTrainingYears(archiveOf(context))),
  courses: os.courses.handler(({ input, context }) => readCourses(archiveOf(context), input.year)),
  saveCourse: os.saveCourse.handler(({ input, context }) => keepCourse(archiveOf(context), input)),
  removeCourse: os.removeCourse.handler(({ input, context }) => removeCourse(archiveOf(context), input.id)),
  exportCourses: os.exportCourses.handler(({ input, context }) =>
    exportCourses(archiveOf(context), input.year),
  ),
  sessions: os.sessions.handler(({ input, context }) => readSessions(archiveOf(context), input)),
  exportSessions: os.exportSessions.handler(({ input, context }) =>
    exportSessions(archiveOf(context), input),
  ),
  session: os.session.handler(({ input, context }) => readSession(archiveOf(context), input.id)),
  saveSession: os.saveSession.handler(({ input, context }) => keepSession(archiveOf(context), input)),
  setState: os.setState.handler(({ input, context }) => setSessionState(archiveOf(context), input)),
  removeSession: os.removeSession.handler(({ input, context }) =>
    removeSession(archiveOf(context), input.id),
  ),
  words: os.words.handler(({ context }) => readTrainingWords(archiveOf(context))),
  enrol: os.enrol.handler(({ input, context }) => enrolPeople(archiveOf(context), input)),
  unenrol: os.unenrol.handler(({ input, context }) => unenrolPeople(archiveOf(context), input)),
  saveAttendance: os.saveAttendance.handler(({ input, context }) =>
    writeAttendance(archiveOf(context), input),
  ),
  matchLines: os.matchLines.handler(({ input, context }) => matchLines(archiveOf(context), input)),
  scan: os.scan.handler(({ input, context }) => scanAttendance(archiveOf(context), input)),
  saveFeedback: os.saveFeedback.handler(({ input, context }) => keepFeedback(archiveOf(context), input)),
});
