import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { AttendanceEntry, AttendanceStatus } from '../../../../shared/domain/training.ts';

/** What is not saved yet, by person. */
export type AttendanceDraft = ReadonlyMap<PersonId, AttendanceEntry>;

/** Keys that mark a row: the digits stand beside the words on the screen. */
export const statusKeys: Readonly<Record<string, AttendanceStatus>> = {
  '1': 'present',
  '2': 'late',
  '3': 'absent',
  '4': 'made-up',
};

/** The entry with a status, and what belongs to that status alone. */
export const marked = (entry: AttendanceEntry, status: AttendanceStatus, today: string): AttendanceEntry => ({
  personId: entry.personId,
  status,
  lateMinutes: status === 'late' ? Math.max(entry.lateMinutes, 10) : 0,
  madeUpOn: status === 'made-up' ? (entry.madeUpOn ?? today) : null,
});

const alike = (one: AttendanceEntry, other: AttendanceEntry): boolean =>
  one.status === other.status && one.lateMinutes === other.lateMinutes && one.madeUpOn === other.madeUpOn;

/** The draft with an entry; one that says what is saved already is none. */
export const withEntry = (
  draft: AttendanceDraft,
  saved: AttendanceEntry,
  entry: AttendanceEntry,
): AttendanceDraft => {
  const next = new Map(draft);
  if (alike(saved, entry)) next.delete(entry.personId);
  else next.set(entry.personId, entry);
  return next;
};
