import { z } from 'zod';

/** Columns of 工作台账 (DOMAIN 3); the rule pack says which of them are printed, and in which order. */
export const ledgerColumn = z.enum([
  'community',
  'settlement',
  'name',
  'category',
  'status',
  'filingNumber',
  'filedOn',
  'responsiblePerson',
  'phone',
  'members',
  'partyMembers',
  'fallbackParty',
  'reports',
  'satisfaction',
  'disclosures',
  'activities',
  'dispositions',
  'changes',
  'trained',
  'proposedRegistration',
  'completeness',
  'remark',
]);
export type LedgerColumn = z.infer<typeof ledgerColumn>;

/** All of them but what the name of the community says already. */
export const usualLedgerColumns: readonly LedgerColumn[] = ledgerColumn.options;
