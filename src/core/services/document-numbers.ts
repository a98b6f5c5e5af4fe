import type { DocumentNumberKind } from '../../shared/domain/document-number.ts';
import { formatFilingNumber, parseFilingNumberTemplate } from '../../shared/domain/filing-number.ts';
import type { IsoDate } from '../../shared/domain/dates.ts';
import { CodedError } from '../../shared/errors.ts';
import type { Writer } from '../db/archive-store.ts';
import {
  highestDocumentSequence,
  insertDocumentNumber,
  isDocumentNumberTaken,
} from '../db/repositories/document-numbers.ts';
import { getOfficeProfile } from '../db/repositories/office.ts';
import type { Ports } from '../ports.ts';
import { rulesOn } from './rules.ts';

/**
 * Gives a paper its number (文号), for good: one above the year's highest of its kind, by the rules of the day.
 *
 * @throws CodedError FILING_NUMBER_RULE_INVALID
 */
export const assignDocumentNumber = (
  ports: Ports,
  writer: Writer,
  {
    kind,
    on,
    subjectId,
  }: { readonly kind: DocumentNumberKind; readonly on: IsoDate; readonly subjectId: string },
): string => {
  const office = getOfficeProfile(writer);
  if (office === null) throw new CodedError('NOT_FOUND', { what: 'office' });
  const template = parseFilingNumberTemplate(rulesOn(writer, on).body.documentNumberTemplates[kind]);
  const year = Number(on.slice(0, 4));
  for (let sequence = highestDocumentSequence(writer, kind, year) + 1; ; sequence += 1) {
    const documentNumber = formatFilingNumber(template, {
      office: office.shortName,
      streetCode: office.streetCode,
      communityCode: office.streetCode,
      year,
      fourClass: null,
      sequence,
    });
    if (isDocumentNumberTaken(writer, documentNumber)) continue;
    const assignedAt = ports.clock.instant();
    insertDocumentNumber(writer, { documentNumber, kind, year, sequence, subjectId, assignedAt });
    return documentNumber;
  }
};
