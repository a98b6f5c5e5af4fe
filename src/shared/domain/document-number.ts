import { z } from 'zod';
import type { FilingAction } from './filing.ts';

/** Papers that bear a number of their own (文号, GB/T 9704-2012, 7.2.5). */
export const documentNumberKind = z.enum(['correction', 'refusal', 'approval', 'service-proof']);
export type DocumentNumberKind = z.infer<typeof documentNumberKind>;

const template = z.string().trim().min(3).max(80);

export const documentNumberTemplates = z.object({
  correction: template,
  refusal: template,
  approval: template,
  'service-proof': template.default('{office}志服证〔{YYYY}〕{seq}号'),
}) satisfies z.ZodType<Record<DocumentNumberKind, string>>;

export const defaultDocumentNumberTemplates: z.infer<typeof documentNumberTemplates> = {
  correction: '{office}社备补〔{YYYY}〕{seq}号',
  refusal: '{office}社备不〔{YYYY}〕{seq}号',
  approval: '{office}社备批〔{YYYY}〕{seq}号',
  'service-proof': '{office}志服证〔{YYYY}〕{seq}号',
};

const kindOfStep: Readonly<Partial<Record<FilingAction, DocumentNumberKind>>> = {
  'committee-return': 'correction',
  'street-return': 'correction',
  'street-refuse': 'refusal',
  'street-agree': 'approval',
};

/** The numbered paper that a step issues: 补正通知书, 不予备案通知书, 批复; null for every other step. */
export const documentNumberKindOf = (action: FilingAction): DocumentNumberKind | null =>
  kindOfStep[action] ?? null;
