import type { Certificate } from '../../../shared/domain/filing.ts';

/** What became of a certificate's paper: collected, or declared lost; null where it is still outside. */
export const paperEndWords = ({
  recoveredOn,
  lossStatement,
}: Pick<Certificate, 'recoveredOn' | 'lossStatement'>): string | null => {
  if (recoveredOn !== null) return `${recoveredOn} 收回`;
  return lossStatement === null ? null : `${lossStatement.publishedOn} 声明遗失`;
};
