import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import { printable, type Printable } from '../documents/printable.ts';

/** The papers that can be made of a line. */
export const papersOfLine = ({ id, register }: Pick<ServiceRow, 'id' | 'register'>): readonly Printable[] => {
  switch (register) {
    case 'service-proof':
      return [printable('service-proof', id)];
    case 'resource':
      return [printable('thanks-letter', id)];
    case 'case':
      return [printable('service-case', id)];
    case 'emergency-team':
      return [printable('call-list', id)];
    default:
      return [];
  }
};
