import type { DossierDuties } from '../../../shared/domain/completeness.ts';
import type { Reader, Writer } from '../archive-store.ts';
import { getSetting, saveSetting } from './settings.ts';

const settingKey = 'dossier-duties';

const none: DossierDuties = { today: '0001-01-01', reportPeriod: null, surveySince: null };

/** What was owed when completeness was last computed for all; nothing in an archive that has never been opened. */
export const storedDuties = (reader: Reader): DossierDuties => {
  const text = getSetting(reader, settingKey);
  return text === null ? none : (JSON.parse(text) as DossierDuties);
};

export const saveDuties = (writer: Writer, duties: DossierDuties): void =>
  saveSetting(writer, settingKey, JSON.stringify(duties));
