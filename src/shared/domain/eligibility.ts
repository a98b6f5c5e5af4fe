import { addMonths } from './calendar-days.ts';
import type { IsoDate, PartialDate } from './dates.ts';

/** What should be looked at before a person answers for an organization; nothing is refused because of it. */
export interface EligibilityHint {
  readonly code: 'minor' | 'maybe-minor' | 'leads-many' | 'restricted' | 'same-name-restricted';
  readonly text: string;
  readonly source: string;
}

export interface Restriction {
  readonly reason: string;
  readonly source: string | null;
  /** True where the identity number is the same; otherwise only the name is. */
  readonly proven: boolean;
}

export interface EligibilityEvidence {
  readonly name: string;
  readonly birthDate: PartialDate | null;
  readonly today: IsoDate;
  /** Other organizations that the person leads now. */
  readonly leads: readonly string[];
  readonly mostLed: number;
  readonly restrictions: readonly Restriction[];
}

const adultYears = 18;

/** 18 years before a day: whoever was born after it is a minor (Civil Code, Art. 17). */
const ageHint = (birthDate: PartialDate | null, today: IsoDate): EligibilityHint[] => {
  if (birthDate === null) return [];
  const limit = addMonths(today, -12 * adultYears);
  const source = '民法典第十七条；章程 负责人条件';
  // A birth date that is known to the year or month only may lie on either side.
  if (birthDate > limit) return [{ code: 'minor', text: '未满 18 周岁，不能担任负责人', source }];
  return birthDate === limit.slice(0, birthDate.length) && birthDate.length < 10
    ? [{ code: 'maybe-minor', text: '可能未满 18 周岁，请核对出生日期', source }]
    : [];
};

/** Hints on the responsible person of an organization (FEATURES A21). */
export const eligibilityHints = ({
  name,
  birthDate,
  today,
  leads,
  mostLed,
  restrictions,
}: EligibilityEvidence): readonly EligibilityHint[] => [
  ...ageHint(birthDate, today),
  ...(leads.length >= mostLed
    ? [
        {
          code: 'leads-many' as const,
          text: `已是 ${leads.length} 个组织的负责人：${leads.join('、')}`,
          source: `规则：一人负责的组织不宜超过 ${mostLed} 个`,
        },
      ]
    : []),
  ...restrictions.map(({ reason, source, proven }) => ({
    code: proven ? ('restricted' as const) : ('same-name-restricted' as const),
    text: proven ? `在限制名单上：${reason}` : `限制名单上有同名的“${name}”（${reason}），请核对是不是本人`,
    source: source ?? '本单位限制名单',
  })),
];
