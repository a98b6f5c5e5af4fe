import { z } from 'zod';
import { isoDate } from '../domain/dates.ts';
import { rulePackId, communityId } from '../domain/ids.ts';
import { community, communityInput, officeProfile } from '../domain/office.ts';
import { rulePack, rulePackBody } from '../domain/rule-pack.ts';
import { onArchive, refusals } from './base.ts';

export const officeContract = {
  get: onArchive.output(z.object({ profile: officeProfile, communities: z.array(community) })),
  update: onArchive.input(officeProfile).output(officeProfile),
  saveCommunity: onArchive.input(communityInput.extend({ id: communityId.nullable() })).output(community),
};

export const rulesContract = {
  /** The pack in force on a day (default today). */
  current: onArchive.input(z.object({ on: isoDate.nullable() })).output(rulePack),
  list: onArchive.output(z.array(rulePack)),
  /** Saves a pack valid from a day; the pack before it ends the day before. */
  save: onArchive
    .errors(refusals('RULE_PACK_INVALID', 'FILING_NUMBER_RULE_INVALID'))
    .input(z.object({ id: rulePackId.nullable(), validFrom: isoDate, body: rulePackBody }))
    .output(rulePack),
  importFile: onArchive
    .errors(refusals('RULE_PACK_INVALID', 'FILING_NUMBER_RULE_INVALID'))
    .input(z.object({ file: z.file() }))
    .output(rulePack),
  exportFile: onArchive.input(z.object({ id: rulePackId })).output(z.file()),
  /** Example number that a template would give, for the live preview. */
  previewFilingNumber: onArchive
    .errors(refusals('FILING_NUMBER_RULE_INVALID'))
    .input(z.object({ template: z.string().max(80) }))
    .output(z.object({ example: z.string() })),
  /** Working-day calendar of one year, replacing the shipped one. */
  importCalendar: onArchive
    .errors(refusals('CALENDAR_INVALID'))
    .input(z.object({ file: z.file() }))
    .output(z.object({ year: z.int(), days: z.int() })),
};
