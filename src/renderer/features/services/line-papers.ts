import type { ServiceRow } from '../../../shared/contract/service-registers.ts';
import { printable, type Printable } from '../documents/printable.ts';

/** The paper that can be made of a line, by the register in which it stands. */
const paperKinds: Readonly<
  Partial<Record<ServiceRow['register'], 'service-proof' | 'thanks-letter' | 'service-case' | 'call-list'>>
> = {
  'service-proof': 'service-proof',
  resource: 'thanks-letter',
  case: 'service-case',
  'emergency-team': 'call-list',
};

/** The papers that can be made of a line. */
export const papersOfLine = ({ id, register }: Pick<ServiceRow, 'id' | 'register'>): readonly Printable[] => {
  const kind = paperKinds[register];
  return kind === undefined ? [] : [printable(kind, id)];
};
