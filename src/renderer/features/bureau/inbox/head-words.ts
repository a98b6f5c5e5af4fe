import type { PackageHead } from '../../../../shared/domain/bureau.ts';
import { periodWords } from '../../../../shared/labels/ledger.ts';

type Titled = Pick<PackageHead, 'streetName' | 'period' | 'correction'>;

/** `新河街道 2026 年上半年台账` */
export const packageTitle = ({ streetName, period, correction }: Titled): string =>
  `${streetName} ${periodWords(period)}${correction === null ? '台账' : `补报更正（第 ${correction} 次）`}`;
