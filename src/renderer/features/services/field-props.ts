import type { ServiceForm } from './service-draft.ts';

/** What the input of every field is given. */
export interface FieldProps {
  readonly form: ServiceForm;
  readonly field: string;
}
