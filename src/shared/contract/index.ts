import { archiveContract } from './archive.ts';
import { archivingContract } from './archiving.ts';
import { areasContract } from './areas.ts';
import { chartersContract } from './charters.ts';
import { eligibilityContract } from './eligibility.ts';
import { categoriesContract } from './categories.ts';
import { partyContract } from './party.ts';
import { candidatesContract } from './candidates.ts';
import { documentsContract } from './documents.ts';
import { disclosuresContract } from './disclosures.ts';
import { dispositionsContract } from './dispositions.ts';
import { exitsContract } from './exits.ts';
import { filesContract } from './files.ts';
import { certificatesContract } from './certificates.ts';
import { filingsContract } from './filings.ts';
import { homeContract } from './home.ts';
import { importsContract } from './imports.ts';
import { ledgerContract } from './ledger.ts';
import { officeContract, rulesContract } from './office.ts';
import { recordsContract } from './records.ts';
import { safekeepingContract } from './safekeeping.ts';
import { organizationsContract } from './organizations.ts';
import { peopleContract } from './people.ts';
import { revealsContract } from './reveals.ts';
import { rosterContract } from './roster.ts';
import { scansContract } from './scans.ts';
import { searchContract } from './search.ts';
import { viewsContract } from './views.ts';
import { reportsContract } from './reports.ts';

/** The only door between a screen or command and the archive. Hosts move its bytes and know nothing of its words. */
export const contract = {
  archive: archiveContract,
  office: officeContract,
  areas: areasContract,
  rules: rulesContract,
  home: homeContract,
  search: searchContract,
  views: viewsContract,
  organizations: organizationsContract,
  roster: rosterContract,
  people: peopleContract,
  reveals: revealsContract,
  records: recordsContract,
  reports: reportsContract,
  files: filesContract,
  scans: scansContract,
  safekeeping: safekeepingContract,
  archiving: archivingContract,
  filings: filingsContract,
  certificates: certificatesContract,
  charters: chartersContract,
  disclosures: disclosuresContract,
  dispositions: dispositionsContract,
  eligibility: eligibilityContract,
  categories: categoriesContract,
  party: partyContract,
  candidates: candidatesContract,
  exits: exitsContract,
  documents: documentsContract,
  imports: importsContract,
  ledger: ledgerContract,
};
export type Contract = typeof contract;
