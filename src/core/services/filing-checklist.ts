import { missingClauses } from '../../shared/domain/charter-clauses.ts';
import { materialChecklist, type ChecklistItem } from '../../shared/domain/filing-materials.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import { attachmentsOfFiling } from '../db/repositories/attachments.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { dossierEvidence } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { filledCharter } from './charters.ts';
import { requireFiling } from './filings.ts';
import { rulesOn } from './rules.ts';

/** Materials that the rules of today ask of a filing, there or missing (FEATURES A2). @throws CodedError NOT_FOUND */
export const filingChecklist = ({ store, ports }: OpenArchive, id: FilingId): Promise<ChecklistItem[]> =>
  store.read((reader) => {
    const filing = requireFiling(reader, id);
    const { kind, facts, organizationId } = filing;
    const today = ports.clock.today();
    const rules = rulesOn(reader, today).body;
    const written = listFilingSteps(reader, id).flatMap(({ evidence }) =>
      evidence === null ? [] : [evidence],
    );
    return [
      ...materialChecklist(kind, rules.requiredMaterials, {
        facts,
        memberCount: dossierEvidence(reader, organizationId)?.members ?? 0,
        hasCertificate: listCertificates(reader, organizationId).some(({ status }) => status === 'valid'),
        papers: [...attachmentsOfFiling(reader, id).map(({ fileName }) => fileName), ...written],
        missingClauses:
          kind === 'dissolution'
            ? []
            : missingClauses(filledCharter(reader, filing, today), rules.charterClauses),
      }),
    ];
  });
