import { expect, test } from 'vitest';
import { ageBandOn, structureOf } from '../../../src/shared/domain/roster-structure.ts';

test.each([
  ['2012-11-24', 'under-14'],
  ['2012-11-23', '14-17'],
  ['2008-11-24', '14-17'],
  ['2008-11-23', '18-35'],
  ['1990-11-24', '18-35'],
  ['1990-11-23', '36-59'],
  ['1966-11-24', '36-59'],
  ['1966-11-23', '60-69'],
  ['1956-12', '60-69'],
  ['1955', '70-up'],
  [null, 'unknown'],
] as const)('born %s is %s', (birthDate, band) => {
  expect(ageBandOn(birthDate, '2026-11-23')).toBe(band);
});

test('every member is counted once, by sex and Party membership', () => {
  const members = [
    { birthDate: '1950', sex: 'female', politicalStatus: 'party-member' },
    { birthDate: '1951-05', sex: 'male', politicalStatus: 'masses' },
    { birthDate: '1952', sex: 'female', politicalStatus: 'probationary-party-member' },
    { birthDate: '2000', sex: null, politicalStatus: null },
    { birthDate: null, sex: 'male', politicalStatus: 'party-member' },
  ] as const;
  const { bands } = structureOf(members, '2026-11-23');
  expect(bands.filter(({ male, female, unknownSex }) => male + female + unknownSex > 0)).toEqual([
    { band: '18-35', male: 0, female: 0, unknownSex: 1, party: 0 },
    { band: '70-up', male: 1, female: 2, unknownSex: 0, party: 2 },
    { band: 'unknown', male: 1, female: 0, unknownSex: 0, party: 1 },
  ]);
  expect(bands.reduce((sum, { male, female, unknownSex }) => sum + male + female + unknownSex, 0)).toBe(
    members.length,
  );
});
