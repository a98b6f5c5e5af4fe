import type { QualityCode, QualityFinding } from '../../../../shared/domain/bureau.ts';

export interface FindingKind {
  readonly code: QualityCode;
  readonly level: QualityFinding['level'];
  readonly findings: readonly QualityFinding[];
}

/** Findings by what they are: faults first, then those that concern most organizations. */
export const findingKinds = (findings: readonly QualityFinding[]): readonly FindingKind[] =>
  [...Map.groupBy(findings, ({ level, code }) => `${level} ${code}`).values()]
    .flatMap((of) => {
      const [first] = of;
      return first === undefined ? [] : [{ code: first.code, level: first.level, findings: of }];
    })
    .sort((a, b) =>
      a.level === b.level ? b.findings.length - a.findings.length : a.level === 'fault' ? -1 : 1,
    );
