import { expect, test } from 'vitest';
import { streetLedger, streetLine } from '../../../scripts/desks/street-ledger.ts';
import { qualityCodes, type QualityCode } from '../../../src/shared/domain/bureau.ts';
import { judgeLedger } from '../../../src/shared/domain/ledger-quality.ts';
import type { LedgerOrganization, LedgerSnapshot } from '../../../src/shared/domain/ledger-snapshot.ts';

const street = { code: '990101001', name: '新河街道' };
const line = (at: number, more: Partial<LedgerOrganization> = {}) => streetLine(street.code, at, more);
const disposition = {
  organizationId: 'a',
  community: '第1社区',
  organization: '第1文体队',
  on: '2026-02-01',
  authority: '办事处',
  type: 'talk' as const,
  title: '约谈',
  documentNumber: null,
  result: '已改',
  rectifyBy: null,
  rectifiedOn: null,
};

/** One fault each; everything else about the ledger is right. */
const faulty: Readonly<Record<QualityCode, () => LedgerSnapshot>> = {
  'no-organizations': () => streetLedger(street, []),
  'sums-differ': () => {
    const right = streetLedger(street, [line(0)]);
    return { ...right, statistics: { ...right.statistics, members: 19 } };
  },
  'filing-number-malformed': () => streetLedger(street, [line(0, { filingNumber: '新河街社备1号' })]),
  'filing-number-twice': () =>
    streetLedger(street, [line(0), line(1, { filingNumber: '990101001[2026]1号' })]),
  'filing-number-missing': () => streetLedger(street, [line(0, { filingNumber: null })]),
  'filed-on-missing': () => streetLedger(street, [line(0, { filedOn: null })]),
  'filed-on-after-period': () => streetLedger(street, [line(0, { filedOn: '2026-07-01' })]),
  'filed-on-impossible': () => streetLedger(street, [line(0, { filedOn: '0201' })]),
  'name-twice': () => streetLedger(street, [line(0), line(3, { name: '第１文体队' })]),
  'category-missing': () => streetLedger(street, [line(0, { category: null })]),
  'responsible-person-missing': () => streetLedger(street, [line(0, { responsiblePerson: null })]),
  'fallback-party-missing': () => streetLedger(street, [line(0, { fallbackParty: null })]),
  'roster-empty': () => streetLedger(street, [line(0, { members: 0, partyMembers: 0 })]),
  'party-members-exceed': () => streetLedger(street, [line(0, { members: 2 })]),
  'community-outside-street': () => streetLedger(street, [line(0, { communityCode: '990101002001' })]),
  'community-code-malformed': () => streetLedger(street, [line(0, { communityCode: '1' })]),
  'community-two-names': () => streetLedger(street, [line(0), line(3, { community: '另一社区' })]),
  'event-outside-period': () =>
    streetLedger(street, [line(0, { events: [{ on: '2025-12', kind: '首次备案', detail: null }] })]),
  'disposition-outside-period': () =>
    streetLedger(street, [line(0)], { dispositions: [{ ...disposition, on: '2025-02-01' }] }),
  'rectified-before': () =>
    streetLedger(street, [line(0)], { dispositions: [{ ...disposition, rectifiedOn: '2026-01-01' }] }),
  'phone-in-clear': () => streetLedger(street, [line(0, { maskedPhone: '13800001234' })]),
  'identity-number-in-text': () => streetLedger(street, [line(0, { remark: '11010519491231002X' })]),
  'organizations-halved': () => streetLedger(street, [line(0)]),
};

test('a right ledger has nothing to be found, and each fault is found by its own code and no other', () => {
  const many = streetLedger(
    street,
    Array.from({ length: 12 }, (_, at) => line(at)),
  );
  expect(judgeLedger(many, many)).toEqual([]);
  for (const code of qualityCodes) {
    const earlier = code === 'organizations-halved' ? many : null;
    const found = new Set(judgeLedger(faulty[code](), earlier).map((each) => each.code));
    expect([...found], code).toEqual([code]);
  }
});

test('faults stand before notices, and a finding names its organization', () => {
  const found = judgeLedger(
    streetLedger(street, [line(0, { category: null }), line(1, { filingNumber: '无' })]),
    null,
  );
  expect(found).toEqual([
    {
      level: 'fault',
      code: 'filing-number-malformed',
      organizationId: '990101001-1',
      organization: '第2文体队',
      community: '第2社区',
      detail: '无',
    },
    {
      level: 'notice',
      code: 'category-missing',
      organizationId: '990101001-0',
      organization: '第1文体队',
      community: '第1社区',
      detail: null,
    },
  ]);
});
