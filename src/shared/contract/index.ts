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
import { fieldsContract } from './fields.ts';
import { bulkContract } from './bulk.ts';
import { timelinessContract } from './timeliness.ts';
import { bureauContract } from './bureau.ts';
import { filesContract } from './files.ts';
import { certificatesContract } from './certificates.ts';
import { filingsContract } from './filings.ts';
import { homeContract } from './home.ts';
import { importsContract } from './imports.ts';
import { ledgerContract } from './ledger.ts';
import { officeContract, rulesContract } from './office.ts';
import { recordsContract } from './records.ts';
import { backupsContract } from './backups.ts';
import { safekeepingContract } from './safekeeping.ts';
import { organizationsContract } from './organizations.ts';
import { placesContract } from './places.ts';
import { peopleContract } from './people.ts';
import { revealsContract } from './reveals.ts';
import { rosterContract } from './roster.ts';
import { scansContract } from './scans.ts';
import { inspectionContract } from './inspection.ts';
import { printingContract } from './printing.ts';
import { issuedPapersContract } from './issued-papers.ts';
import { sealsContract } from './seals.ts';
import { serviceRegistersContract } from './service-registers.ts';
import { searchContract } from './search.ts';
import { templatesContract } from './templates.ts';
import { verificationContract } from './verification.ts';
import { viewsContract } from './views.ts';
import { reportsContract } from './reports.ts';
import { examsContract } from './exams.ts';
import { rotationContract } from './rotation.ts';
import { traineesContract } from './trainees.ts';
import { trainingContract } from './training.ts';

/**
 * Areas by name. Spelled out, because the compiler cannot write down what it would infer of all of them together:
 * a new area is named here and below.
 */
export type Contract = {
  readonly archive: typeof archiveContract;
  readonly office: typeof officeContract;
  readonly areas: typeof areasContract;
  readonly rules: typeof rulesContract;
  readonly home: typeof homeContract;
  readonly search: typeof searchContract;
  readonly views: typeof viewsContract;
  readonly organizations: typeof organizationsContract;
  readonly roster: typeof rosterContract;
  readonly people: typeof peopleContract;
  readonly reveals: typeof revealsContract;
  readonly records: typeof recordsContract;
  readonly reports: typeof reportsContract;
  readonly files: typeof filesContract;
  readonly scans: typeof scansContract;
  readonly safekeeping: typeof safekeepingContract;
  readonly backups: typeof backupsContract;
  readonly archiving: typeof archivingContract;
  readonly places: typeof placesContract;
  readonly fields: typeof fieldsContract;
  readonly bulk: typeof bulkContract;
  readonly timeliness: typeof timelinessContract;
  readonly filings: typeof filingsContract;
  readonly certificates: typeof certificatesContract;
  readonly charters: typeof chartersContract;
  readonly disclosures: typeof disclosuresContract;
  readonly dispositions: typeof dispositionsContract;
  readonly eligibility: typeof eligibilityContract;
  readonly categories: typeof categoriesContract;
  readonly party: typeof partyContract;
  readonly candidates: typeof candidatesContract;
  readonly exits: typeof exitsContract;
  readonly documents: typeof documentsContract;
  readonly seals: typeof sealsContract;
  readonly printing: typeof printingContract;
  readonly issuedPapers: typeof issuedPapersContract;
  readonly inspection: typeof inspectionContract;
  readonly serviceRegisters: typeof serviceRegistersContract;
  readonly templates: typeof templatesContract;
  readonly verification: typeof verificationContract;
  readonly imports: typeof importsContract;
  readonly trainees: typeof traineesContract;
  readonly training: typeof trainingContract;
  readonly rotation: typeof rotationContract;
  readonly exams: typeof examsContract;
  readonly ledger: typeof ledgerContract;
  readonly bureau: typeof bureauContract;
};

/** The only door between a screen or command and the archive. Hosts move its bytes and know nothing of its words. */
export const contract: Contract = {
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
  backups: backupsContract,
  archiving: archivingContract,
  places: placesContract,
  fields: fieldsContract,
  bulk: bulkContract,
  timeliness: timelinessContract,
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
  seals: sealsContract,
  printing: printingContract,
  issuedPapers: issuedPapersContract,
  inspection: inspectionContract,
  serviceRegisters: serviceRegistersContract,
  templates: templatesContract,
  verification: verificationContract,
  imports: importsContract,
  trainees: traineesContract,
  training: trainingContract,
  rotation: rotationContract,
  exams: examsContract,
  ledger: ledgerContract,
  bureau: bureauContract,
};
