import { CodedError } from '../errors.ts';
import { addDays } from './calendar-days.ts';
import type { IsoDate } from './dates.ts';
import { periodCode, type PeriodCode } from './ledger.ts';
import type { RulePackBody } from './rule-pack.ts';

type LedgerRule = Pick<RulePackBody['ledger'], 'periods' | 'dueDaysAfter'>;

/** A period of the ledger (工作台账, policy Art. 2: 每半年报送). */
export interface LedgerPeriod {
  readonly code: PeriodCode;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  /** Last day to submit it. */
  readonly dueOn: IsoDate;
}

const monthsPer = { H: 6, Q: 3 } as const;
const letterOf = { 'half-year': 'H', quarter: 'Q' } as const;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const firstOfMonth = (year: number, monthIndex: number): IsoDate =>
  `${year + Math.floor(monthIndex / 12)}-${twoDigits((monthIndex % 12) + 1)}-01`;

interface CodeParts {
  readonly year: number;
  readonly letter: 'H' | 'Q';
  readonly index: number;
}

const partsOf = (code: PeriodCode): CodeParts => {
  if (!periodCode.safeParse(code).success) throw new CodedError('PERIOD_INVALID', { period: code });
  return {
    year: Number(code.slice(0, 4)),
    letter: code[4] === 'Q' ? 'Q' : 'H',
    index: Number(code.slice(5)) - 1,
  };
};

/** Days of a period. @throws CodedError PERIOD_INVALID */
export const ledgerPeriod = (code: PeriodCode, dueDaysAfter: number): LedgerPeriod => {
  const { year, letter, index } = partsOf(code);
  const months = monthsPer[letter];
  const endsOn = addDays(firstOfMonth(year, (index + 1) * months), -1);
  return { code, startsOn: firstOfMonth(year, index * months), endsOn, dueOn: addDays(endsOn, dueDaysAfter) };
};

/** The period that a day falls into. */
export const periodOf = (day: IsoDate, rule: LedgerRule): LedgerPeriod => {
  const letter = letterOf[rule.periods];
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / monthsPer[letter]);
  return ledgerPeriod(`${day.slice(0, 4)}${letter}${index + 1}`, rule.dueDaysAfter);
};

/**
 * The period whose ledger is being worked on: the one just ended until its due day has passed, then the running one.
 */
export const currentPeriod = (today: IsoDate, rule: LedgerRule): LedgerPeriod => {
  const running = periodOf(today, rule);
  const ended = periodOf(addDays(running.startsOn, -1), rule);
  return today <= ended.dueOn ? ended : running;
};

/** Every period that touches the days from `from` to `to`, oldest first. */
export const periodsBetween = (from: IsoDate, to: IsoDate, rule: LedgerRule): readonly LedgerPeriod[] => {
  const periods: LedgerPeriod[] = [];
  for (let period = periodOf(from, rule); period.startsOn <= to;) {
    periods.push(period);
    period = periodOf(addDays(period.endsOn, 1), rule);
  }
  return periods;
};
