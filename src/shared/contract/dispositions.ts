import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { commendationFacts, dispositionFilter, dispositionRow } from '../domain/disposition.ts';
import { dossierRecord } from '../domain/dossier-record.ts';
import { formerCertificate } from '../domain/filing.ts';
import { organizationId } from '../domain/ids.ts';
import { onArchive, refusals } from './base.ts';

const text = (max: number) => z.string().trim().max(max);

/** 处理结果 (档案 (五)): what the records door does not do. */
export const dispositionsContract = {
  /** Dispositions of the whole street: overdue rectifications first, then the newest. */
  list: onArchive
    .input(z.object({ filter: dispositionFilter, offset: z.int().min(0), limit: z.int().min(1).max(200) }))
    .output(z.object({ rows: z.array(dispositionRow), total: z.int() })),
  /** The list as shown, as a workbook. */
  exportList: onArchive.input(z.object({ filter: dispositionFilter })).output(z.file()),
  /** Those of the rules, and those that have been written down before. */
  authorities: onArchive.output(z.array(z.string())),
  /** What a letter of commendation can say, counted. */
  commendationFacts: onArchive.input(z.object({ id: organizationId })).output(commendationFacts),
  /** Revokes a filing (撤销备案): disposition, certificate, number, standing and volume in one. */
  revoke: onArchive
    .errors(refusals('ILLEGAL_STEP', 'FILING_OPEN', 'STEP_DATE_INVALID'))
    .input(
      z.object({
        organizationId,
        occurredOn: isoDate,
        title: text(80).min(1),
        authority: text(60).min(1),
        documentNumber: text(60).nullable(),
        reason: text(4000).min(1),
        basis: text(500).nullable(),
        result: text(4000),
        deliveredOn: isoDate.nullable(),
        deliveredTo: text(60).nullable(),
        /** null: it stays outside and is announced as void */
        certificate: formerCertificate.nullable(),
      }),
    )
    .output(dossierRecord),
};
