import { z } from 'zod';
import { customField, customFieldInput, customValue, filledField } from '../domain/custom-field.ts';
import { organizationId } from '../domain/ids.ts';
import { onArchive } from './base.ts';

/** Facts that the office keeps of organizations besides those of the filing form (FEATURES B15). */
export const fieldsContract = {
  list: onArchive.output(z.array(customField).readonly()),
  /** Writes the fields anew, in this order; one that is left out goes if nothing was ever entered in it. */
  save: onArchive
    .input(z.object({ fields: z.array(customFieldInput).max(40) }))
    .output(z.array(customField).readonly()),
  /** What an organization has in each field; retired ones only where there is a value. */
  values: onArchive.input(z.object({ organizationId })).output(z.array(filledField).readonly()),
  /** Sets these; an empty value takes away what was there. */
  saveValues: onArchive
    .input(z.object({ organizationId, values: z.array(customValue).max(40) }))
    .output(z.array(filledField).readonly()),
};
