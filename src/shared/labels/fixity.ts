import type { FixityOutcome } from '../domain/fixity.ts';

export const fixityOutcomeLabels: Readonly<Record<FixityOutcome, string>> = {
  sound: '完好',
  missing: '文件丢失',
  damaged: '内容损坏',
};
