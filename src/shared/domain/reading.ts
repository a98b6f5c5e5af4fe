import type { FindingCode } from './workbook-import.ts';

/**
 * What a reader makes of one handwritten value: nothing there, a value with every alteration it took, or a fault.
 * Readers never guess silently: a value that differs from what stood in the cell names its changes.
 */
export type Reading<Value> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly value: Value; readonly changes: readonly FindingCode[] }
  | { readonly kind: 'refused'; readonly code: FindingCode };

export const empty: Reading<never> = { kind: 'empty' };

export const valueOf = <Value>(value: Value, changes: readonly FindingCode[] = []): Reading<Value> => ({
  kind: 'value',
  value,
  changes,
});

export const refused = (code: FindingCode): Reading<never> => ({ kind: 'refused', code });
