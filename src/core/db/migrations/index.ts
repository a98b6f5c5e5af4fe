import { foundation } from './0001-foundation.ts';
import { dossierRecords } from './0002-dossier-records.ts';
import { exits } from './0003-exits.ts';
import { filingMatters } from './0004-filing-matters.ts';
import { roster } from './0005-roster.ts';
import { searchIndex } from './0006-search-index.ts';
import { surveyFigures } from './0007-survey-figures.ts';
import { papers } from './0008-papers.ts';
import { organizationGaps } from './0009-organization-gaps.ts';
import { recordLists } from './0010-record-lists.ts';
import { findingAids } from './0011-finding-aids.ts';
import { searchTriggers } from './0012-search-triggers.ts';
import { areaChanges } from './0013-area-changes.ts';
import { scanReadings } from './0014-scan-readings.ts';
import { exitMatters } from './0015-exit-matters.ts';
import { archiving } from './0016-archiving.ts';
import { countingIndexes } from './0017-counting-indexes.ts';
import { archivalSearch } from './0018-archival-search.ts';
import { storagePlaces } from './0019-storage-places.ts';
import { listIndexes } from './0020-list-indexes.ts';
import { ledgerMatters } from './0021-ledger-matters.ts';
import { customFields } from './0022-custom-fields.ts';
import { bulkEdits } from './0023-bulk-edits.ts';
import { requiredPapers } from './0024-required-papers.ts';
import { seals } from './0025-seals.ts';
import { issuedPapers } from './0026-issued-papers.ts';
import { officeTemplates } from './0027-office-templates.ts';
import { bureau } from './0028-bureau.ts';
import { training } from './0029-training.ts';
import { toldApart } from './0030-told-apart.ts';
import { serviceRegisters } from './0031-service-registers.ts';
import { backups } from './0032-backups.ts';
import { printCentre } from './0033-print-centre.ts';

/** One numbered step of the schema; its number becomes the file's `user_version`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** In order and without gaps. A released migration is never changed. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'foundation', statements: foundation },
  { version: 2, name: 'dossier-records', statements: dossierRecords },
  { version: 3, name: 'exits', statements: exits },
  { version: 4, name: 'filing-matters', statements: filingMatters },
  { version: 5, name: 'roster', statements: roster },
  { version: 6, name: 'search-index', statements: searchIndex },
  { version: 7, name: 'survey-figures', statements: surveyFigures },
  { version: 8, name: 'papers', statements: papers },
  { version: 9, name: 'organization-gaps', statements: organizationGaps },
  { version: 10, name: 'record-lists', statements: recordLists },
  { version: 11, name: 'finding-aids', statements: findingAids },
  { version: 12, name: 'search-triggers', statements: searchTriggers },
  { version: 13, name: 'area-changes', statements: areaChanges },
  { version: 14, name: 'scan-readings', statements: scanReadings },
  { version: 15, name: 'exit-matters', statements: exitMatters },
  { version: 16, name: 'archiving', statements: archiving },
  { version: 17, name: 'counting-indexes', statements: countingIndexes },
  { version: 18, name: 'archival-search', statements: archivalSearch },
  { version: 19, name: 'storage-places', statements: storagePlaces },
  { version: 20, name: 'list-indexes', statements: listIndexes },
  { version: 21, name: 'ledger-matters', statements: ledgerMatters },
  { version: 22, name: 'custom-fields', statements: customFields },
  { version: 23, name: 'bulk-edits', statements: bulkEdits },
  { version: 24, name: 'required-papers', statements: requiredPapers },
  { version: 25, name: 'seals', statements: seals },
  { version: 26, name: 'issued-papers', statements: issuedPapers },
  { version: 27, name: 'office-templates', statements: officeTemplates },
  { version: 28, name: 'bureau', statements: bureau },
  { version: 29, name: 'training', statements: training },
  { version: 30, name: 'told-apart', statements: toldApart },
  { version: 31, name: 'service-registers', statements: serviceRegisters },
  { version: 32, name: 'backups', statements: backups },
  { version: 33, name: 'print-centre', statements: printCentre },
];
