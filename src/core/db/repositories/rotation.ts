import type { TrainingCycleId, TrainingTargetId } from '../../../shared/domain/ids.ts';
import {
  rotationCycle,
  trainingTarget,
  type RotationCycle,
  type RotationCycleInput,
  type TrainingTarget,
  type TrainingTargetInput,
} from '../../../shared/domain/rotation.ts';
import type { Reader, Writer } from '../archive-store.ts';

/** The newest first. */
export const listCycles = (reader: Reader): readonly RotationCycle[] =>
  reader
    .all(
      `SELECT id, name, starts_on AS startsOn, ends_on AS endsOn, carry_over_months AS carryOverMonths,
         required_minutes AS requiredMinutes FROM training_cycles ORDER BY starts_on DESC, id`,
    )
    .map((row) => rotationCycle.parse(row));

export const saveCycle = (writer: Writer, id: TrainingCycleId, input: RotationCycleInput): void => {
  writer.run(
    `INSERT INTO training_cycles (id, name, starts_on, ends_on, carry_over_months, required_minutes)
     VALUES (:id, :name, :startsOn, :endsOn, :carryOverMonths, :requiredMinutes)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
       carry_over_months = excluded.carry_over_months, required_minutes = excluded.required_minutes`,
    { id, ...input },
  );
};

export const deleteCycle = (writer: Writer, id: TrainingCycleId): void => {
  writer.run('DELETE FROM training_cycles WHERE id = ?', [id]);
};

/** The oldest due first. */
export const listTargets = (reader: Reader): readonly TrainingTarget[] =>
  reader
    .all(
      `SELECT id, trainee_group AS "group", rate, due_on AS dueOn, basis, note FROM training_targets ORDER BY due_on, id`,
    )
    .map((row) => trainingTarget.parse(row));

export const saveTarget = (writer: Writer, id: TrainingTargetId, input: TrainingTargetInput): void => {
  writer.run(
    `INSERT INTO training_targets (id, trainee_group, rate, due_on, basis, note)
     VALUES (:id, :group, :rate, :dueOn, :basis, :note)
     ON CONFLICT (id) DO UPDATE SET trainee_group = excluded.trainee_group, rate = excluded.rate,
       due_on = excluded.due_on, basis = excluded.basis, note = excluded.note`,
    { id, ...input },
  );
};

export const deleteTarget = (writer: Writer, id: TrainingTargetId): void => {
  writer.run('DELETE FROM training_targets WHERE id = ?', [id]);
};
