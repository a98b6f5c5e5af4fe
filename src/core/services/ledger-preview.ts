import { lineChanges } from '../../shared/domain/ledger-correction.ts';
import { organizationId } from '../../shared/domain/ids.ts';
import type { PeriodCode } from '../../shared/domain/ledger.ts';
import type { CorrectionPreview, OrganizationScans } from '../../shared/contract/ledger.ts';
import { correctionPartLabels, lineFieldLabels } from '../../shared/labels/ledger.ts';
import { listLedgerLines } from '../db/repositories/ledger-lines.ts';
import { fieldWords } from '../ledger/field-words.ts';
import type { OpenArchive } from '../open-archive.ts';
import { planCorrection } from './ledger-content.ts';
import { scansByOrganization } from './ledger-scans.ts';
import { periodUnderRules } from './ledger.ts';

/** What a correction would bring. @throws CodedError PERIOD_INVALID, LEDGER_NOT_SENT, LEDGER_UNCHANGED */
export const previewCorrection = async (
  archive: OpenArchive,
  code: PeriodCode,
): Promise<CorrectionPreview> => {
  const { period, rules } = await periodUnderRules(archive, code);
  const today = archive.ports.clock.today();
  const { ledger, correction } = await archive.store.read((reader) =>
    planCorrection(reader, period, rules, { today, reason: '' }),
  );
  if (correction === null) throw new Error('a correction was planned and is none');
  return {
    corrects: correction.value.corrects.fileName,
    changes: lineChanges(correction.before.snapshot, ledger.snapshot).map(
      ({ id, community, organization, kind, field, before, after }) => ({
        id,
        community,
        organization,
        kind,
        field: field === null ? '' : lineFieldLabels[field],
        before: fieldWords(before, field),
        after: fieldWords(after, field),
      }),
    ),
    parts: Object.keys(correction.value.replaced).map(
      // of a parsed correction, whose members are those of its schema
      (part) => correctionPartLabels[part as keyof typeof correctionPartLabels],
    ),
  };
};

/** Scans that could travel, by organization, those with the most first. @throws CodedError PERIOD_INVALID */
export const ledgerScans = async (archive: OpenArchive, code: PeriodCode): Promise<OrganizationScans[]> => {
  const { period } = await periodUnderRules(archive, code);
  return archive.store.read((reader) => {
    const lines = new Map(listLedgerLines(reader, period).map((line) => [line.id, line]));
    return scansByOrganization(reader, period)
      .flatMap(({ organizationId: id, scans, byteLength }) => {
        const line = lines.get(id);
        if (line === undefined) return [];
        const { name, community } = line;
        return [{ organizationId: organizationId.parse(id), name, community, scans, byteLength }];
      })
      .sort((a, b) => b.byteLength - a.byteLength);
  });
};
