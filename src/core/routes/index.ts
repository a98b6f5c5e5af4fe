import { implement, type Router } from '@orpc/server';
import { contract, type Contract } from '../../shared/contract/index.ts';
import { archiveRoutes } from './archive.ts';
import { archivingRoutes } from './archiving.ts';
import { areasRoutes } from './areas.ts';
import { certificatesRoutes } from './certificates.ts';
import { chartersRoutes } from './charters.ts';
import { eligibilityRoutes } from './eligibility.ts';
import { categoriesRoutes } from './categories.ts';
import { partyRoutes } from './party.ts';
import { candidatesRoutes } from './candidates.ts';
import { documentsRoutes } from './documents.ts';
import { disclosuresRoutes } from './disclosures.ts';
import { dispositionsRoutes } from './dispositions.ts';
import { exitsRoutes } from './exits.ts';
import { fieldsRoutes } from './fields.ts';
import { bulkRoutes } from './bulk.ts';
import { timelinessRoutes } from './timeliness.ts';
import { bureauRoutes } from './bureau.ts';
import { filesRoutes } from './files.ts';
import { filingsRoutes } from './filings.ts';
import { homeRoutes } from './home.ts';
import { importsRoutes } from './imports.ts';
import { ledgerRoutes } from './ledger.ts';
import { officeRoutes } from './office.ts';
import { organizationsRoutes } from './organizations.ts';
import { recordsRoutes } from './records.ts';
import { reportsRoutes } from './reports.ts';
import { placesRoutes } from './places.ts';
import { peopleRoutes } from './people.ts';
import { revealsRoutes } from './reveals.ts';
import { rosterRoutes } from './roster.ts';
import { rulesRoutes } from './rules.ts';
import { scansRoutes } from './scans.ts';
import { backupsRoutes } from './backups.ts';
import { safekeepingRoutes } from './safekeeping.ts';
import { inspectionRoutes } from './inspection.ts';
import { printingRoutes } from './printing.ts';
import { issuedPapersRoutes } from './issued-papers.ts';
import { sealsRoutes } from './seals.ts';
import { serviceRegistersRoutes } from './service-registers.ts';
import { searchRoutes } from './search.ts';
import { templatesRoutes } from './templates.ts';
import { verificationRoutes } from './verification.ts';
import { viewsRoutes } from './views.ts';
import { examsRoutes } from './exams.ts';
import { rotationRoutes } from './rotation.ts';
import { traineesRoutes } from './trainees.ts';
import { trainingRoutes } from './training.ts';
import type { CoreContext } from './base.ts';

/** Every procedure of the contract with its handler; a missing one does not compile. */
export const router: Router<Contract, CoreContext> = implement(contract).$context<CoreContext>().router({
  archive: archiveRoutes,
  office: officeRoutes,
  areas: areasRoutes,
  rules: rulesRoutes,
  home: homeRoutes,
  search: searchRoutes,
  views: viewsRoutes,
  organizations: organizationsRoutes,
  roster: rosterRoutes,
  people: peopleRoutes,
  reveals: revealsRoutes,
  records: recordsRoutes,
  reports: reportsRoutes,
  files: filesRoutes,
  scans: scansRoutes,
  safekeeping: safekeepingRoutes,
  backups: backupsRoutes,
  archiving: archivingRoutes,
  places: placesRoutes,
  fields: fieldsRoutes,
  bulk: bulkRoutes,
  timeliness: timelinessRoutes,
  filings: filingsRoutes,
  certificates: certificatesRoutes,
  charters: chartersRoutes,
  disclosures: disclosuresRoutes,
  dispositions: dispositionsRoutes,
  eligibility: eligibilityRoutes,
  categories: categoriesRoutes,
  party: partyRoutes,
  candidates: candidatesRoutes,
  exits: exitsRoutes,
  documents: documentsRoutes,
  seals: sealsRoutes,
  printing: printingRoutes,
  issuedPapers: issuedPapersRoutes,
  inspection: inspectionRoutes,
  serviceRegisters: serviceRegistersRoutes,
  templates: templatesRoutes,
  verification: verificationRoutes,
  imports: importsRoutes,
  trainees: traineesRoutes,
  training: trainingRoutes,
  rotation: rotationRoutes,
  exams: examsRoutes,
  ledger: ledgerRoutes,
  bureau: bureauRoutes,
});
