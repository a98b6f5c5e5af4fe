import { z } from 'zod';
import { isoDate, type IsoDate, type PartialDate } from './dates.ts';
import { ageOn } from './identity-number.ts';
import { ageBand, type AgeBand } from './people.ts';
import type { PoliticalStatus, Sex } from './person.ts';

const count = z.int().nonnegative();

/** Members of one age band by sex, and how many of them are in the Party. */
export const structureBand = z.object({
  band: ageBand,
  male: count,
  female: count,
  unknownSex: count,
  party: count,
});
export type StructureBand = z.infer<typeof structureBand>;

/** How a roster is made up: every member is in exactly one band. */
export const rosterStructure = z.object({ asOf: isoDate, bands: z.array(structureBand) });
export type RosterStructure = z.infer<typeof rosterStructure>;

interface Counted {
  readonly birthDate: PartialDate | null;
  readonly sex: Sex | null;
  readonly politicalStatus: PoliticalStatus | null;
}

/** First age of each band but the last, which is for whoever has no birth date. */
const beginnings: readonly (readonly [AgeBand, number])[] = [
  ['70-up', 70],
  ['60-69', 60],
  ['36-59', 36],
  ['18-35', 18],
  ['14-17', 14],
  ['under-14', 0],
];

/** The band of somebody's age on a day; a birth date that is not whole counts from the last day it may mean. */
export const ageBandOn = (birthDate: PartialDate | null, day: IsoDate): AgeBand => {
  if (birthDate === null) return 'unknown';
  const latest = `${birthDate}${{ 4: '-12-31', 7: '-31' }[birthDate.length] ?? ''}`;
  const age = ageOn(latest, day);
  return beginnings.find(([, from]) => age >= from)?.[0] ?? 'under-14';
};

const isParty = ({ politicalStatus }: Counted): boolean =>
  politicalStatus === 'party-member' || politicalStatus === 'probationary-party-member';

/** Counts a roster by age band, sex and Party membership (policy Art. 4). */
export const structureOf = (members: readonly Counted[], asOf: IsoDate): RosterStructure => {
  const byBand = Map.groupBy(members, ({ birthDate }) => ageBandOn(birthDate, asOf));
  const bands = ageBand.options.map((band): StructureBand => {
    const all = byBand.get(band) ?? [];
    return {
      band,
      male: all.filter(({ sex }) => sex === 'male').length,
      female: all.filter(({ sex }) => sex === 'female').length,
      unknownSex: all.filter(({ sex }) => sex === null).length,
      party: all.filter(isParty).length,
    };
  });
  return { asOf, bands };
};
