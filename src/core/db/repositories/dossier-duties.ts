import type { DossierDuties } from '../../../shared/domain/completeness.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { getSetting, saveSetting } from './settings.ts';

const settingKey = 'dossier-duties';

const never = '0001-01-01';
const none: DossierDuties = {
  today: never,
  reportPeriod: null,
  surveySince: null,
  disclosures: [],
  soon: never,
  certificatesUntil: never,
};

/** What was owed when completeness was last computed for all; nothing in an archive that has never been opened. */
export const storedDuties = (reader: Reader): DossierDuties => {
  const text = getSetting(reader, settingKey);
  // What an earlier version has saved may know nothing of disclosures.
  return text === null ? none : { ...none, ...(JSON.parse(text) as Partial<DossierDuties>) };
};

export const saveDuties = (writer: Writer, duties: DossierDuties): void =>
  saveSetting(writer, settingKey, JSON.stringify(duties));
