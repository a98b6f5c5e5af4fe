import { isDeepStrictEqual } from 'node:util';
import { addDays, addMonths } from '../../shared/domain/calendar-days.ts';
import type { DossierDuties } from '../../shared/domain/completeness.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { dueDisclosures } from '../../shared/domain/disclosure-plan.ts';
import { dueReportPeriod } from '../../shared/domain/report-plan.ts';
import { plannedDisclosureLabel } from '../../shared/labels/dossier-record.ts';
import type { Reader } from '../db/archive-store.ts';
import { saveDuties, storedDuties } from '../db/repositories/dossier-duties.ts';
import { refreshAllOrganizations } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { rulesOn } from './rules.ts';

/** What every dossier owes on a day by the rules in force (policy Art. 1). */
export const dutiesOn = (reader: Reader, today: IsoDate): DossierDuties => {
  const { body } = rulesOn(reader, today);
  const due = dueReportPeriod(today, body);
  return {
    today,
    reportPeriod: due === null ? null : { code: due.code, label: due.label, endsOn: due.endsOn },
    disclosures: dueDisclosures(today, body.disclosurePlan).map(({ mark, subject, period }) => ({
      mark,
      label: plannedDisclosureLabel(subject, period.label),
      endsOn: period.endsOn,
    })),
    surveySince: body.surveysPerYear === 0 ? null : addMonths(today, -Math.ceil(12 / body.surveysPerYear)),
    soon: addDays(today, body.dueSoonDays),
    certificatesUntil: addDays(today, Math.max(0, ...body.certificateReminderDays)),
  };
};

/**
 * Computes the completeness of every organization anew where a new day or new rules have changed what is owed; call it
 * when the archive is opened, when rules are saved, and from screens that an archive left open over night shows first.
 */
export const bringDutiesUpToDate = async ({
  store,
  ports: { clock },
}: Pick<OpenArchive, 'store' | 'ports'>): Promise<void> => {
  const wanted = await store.read((reader) => {
    const duties = dutiesOn(reader, clock.today());
    return isDeepStrictEqual(duties, storedDuties(reader)) ? null : duties;
  });
  if (wanted === null) return;
  await store.write((writer) => {
    saveDuties(writer, wanted);
    refreshAllOrganizations(writer);
  });
};
