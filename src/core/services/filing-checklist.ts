import { materialChecklist, type ChecklistItem } from '../../shared/domain/filing-materials.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import { attachmentsOfFiling } from '../db/repositories/attachments.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import { dossierEvidence } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { requireFiling } from './filings.ts';
import { rulesOn } from './rules.ts';

/** Materials that the rules of today ask of a filing, there or missing (FEATURES A2). @throws CodedError NOT_FOUND */
export const filingChecklist = ({ store, ports }: OpenArchive, id: FilingId): Promise<ChecklistItem[]> =>
  store.read((reader) => {
    const { kind, facts, organizationId } = requireFiling(reader, id);
    const written = listFilingSteps(reader, id).flatMap(({ evidence }) =>
      evidence === null ? [] : [evidence],
    );
    return [
      ...materialChecklist(kind, rulesOn(reader, ports.clock.today()).body.requiredMaterials, {
        facts,
        memberCount: dossierEvidence(reader, organizationId)?.members ?? 0,
        hasCertificate: listCertificates(reader, organizationId).some(({ status }) => status === 'valid'),
        papers: [...attachmentsOfFiling(reader, id).map(({ fileName }) => fileName), ...written],
      }),
    ];
  });
