import { changeChecklist } from '../../shared/domain/change-checklist.ts';
import { missingClauses } from '../../shared/domain/charter-clauses.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { materialChecklist, type ChecklistItem } from '../../shared/domain/filing-materials.ts';
import type { FilingId } from '../../shared/domain/ids.ts';
import type { Reader } from '../db/archive-store.ts';
import { attachmentsOfFiling } from '../db/repositories/attachments.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { listFilingSteps } from '../db/repositories/filing-steps.ts';
import type { FilingRecord } from '../db/repositories/filings.ts';
import { dossierEvidence } from '../db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../open-archive.ts';
import { changesCharter, filledCharter } from './charters.ts';
import { papersInExitPack } from './exit-packs.ts';
import { requireFiling } from './filings.ts';
import { rulesOn } from './rules.ts';

/** Materials that the rules of a day ask of a filing, there or missing. */
export const checklistOf = (
  reader: Reader,
  filing: FilingRecord,
  today: IsoDate,
): readonly ChecklistItem[] => {
  const { id, kind, facts, organizationId } = filing;
  const rules = rulesOn(reader, today).body;
  const written = listFilingSteps(reader, id).flatMap(({ evidence }) =>
    evidence === null ? [] : [evidence],
  );
  const materials = materialChecklist(kind, rules.requiredMaterials, {
    facts,
    memberCount: dossierEvidence(reader, organizationId)?.members ?? 0,
    hasCertificate: listCertificates(reader, organizationId).some(({ status }) => status === 'valid'),
    papers: [
      ...attachmentsOfFiling(reader, id).map(({ fileName }) => fileName),
      ...written,
      ...papersInExitPack(reader, id),
    ],
    missingClauses:
      kind === 'dissolution'
        ? []
        : missingClauses(filledCharter(reader, filing, today), rules.charterClauses),
  });
  if (kind !== 'change') return materials;
  const charterChanged = changesCharter(reader, filing);
  return [...changeChecklist({ ...filing, charterChanged }), ...materials];
};

/** The same for today (FEATURES A2). @throws CodedError NOT_FOUND */
export const filingChecklist = ({ store, ports }: OpenArchive, id: FilingId): Promise<ChecklistItem[]> =>
  store.read((reader) => [...checklistOf(reader, requireFiling(reader, id), ports.clock.today())]);
