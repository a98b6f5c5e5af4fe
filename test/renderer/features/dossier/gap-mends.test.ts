import { describe, expect, test } from 'vitest';
import { mendOf } from '../../../../src/renderer/features/dossier/gap-mends.ts';
import { dossierGapCode, type DossierGapCode } from '../../../../src/shared/domain/dossier.ts';
import { filingId, recordId } from '../../../../src/shared/domain/ids.ts';
import { dossierOf, filingRowOf } from '../../../support/sample-dossier.ts';

const { organization } = dossierOf();
const [survey, disposition] = [recordId.parse('r1'), recordId.parse('r2')];

const filed = dossierOf({
  debts: {
    reportPeriod: '2026H1',
    disclosures: ['finance:2026H1', 'annual:2025'],
    matter: { kind: 'disposition', recordId: disposition },
    openSurveyId: null,
  },
});

/** A gap that is added without a line here does not compile. */
const mends = {
  'responsible-person': '/organizations/o1?tab=facts&edit=yes&fact=responsible-person',
  category: '/organizations/o1?tab=facts&edit=yes&fact=category',
  'business-scope': '/organizations/o1?tab=facts&edit=yes&fact=business-scope',
  premises: '/organizations/o1?tab=facts&edit=yes&fact=premises',
  'fallback-party': '/organizations/o1?tab=facts&edit=yes&fact=fallback-party',
  'charter-adopted': '/organizations/o1?tab=facts&edit=yes&fact=charter-adopted',
  'filing-number': '/organizations/o1?tab=filings',
  'filed-on': '/organizations/o1?tab=filings',
  certificate: '/organizations/o1?tab=filings',
  'held-copies': '/filings/f1?stage=copies&copy=next',
  'roster-empty': '/organizations/o1?tab=roster&add=sheet',
  'responsible-person-on-roster': '/organizations/o1?tab=roster&add=responsible-person',
  'member-count': '/organizations/o1?tab=roster&add=sheet',
  'committee-report': '/organizations/o1?tab=reports&report=2026H1',
  survey: '/organizations/o1?tab=reports&survey=new',
  disclosure: '/organizations/o1?tab=disclosures&disclose=finance%3A2026H1',
  'overdue-matter': '/organizations/o1?tab=dispositions&record=r2',
  'required-paper': '/organizations/o1?tab=files',
} as const satisfies Readonly<Record<DossierGapCode, string>>;

test('every gap of a filed organization opens the form that closes it, with what is owed', () => {
  expect(Object.fromEntries(dossierGapCode.options.map((code) => [code, mendOf(code, filed).to]))).toEqual(
    mends,
  );
});

describe('a gap follows what the dossier holds', () => {
  const imported = dossierOf({ filings: [] });
  const unfiled = dossierOf({ filings: [], organization: { ...organization, status: 'preparing' } });
  const dissolved = dossierOf({ filings: [], organization: { ...organization, status: 'dissolved' } });
  const changing = dossierOf({
    filings: [filingRowOf({ id: filingId.parse('f2'), kind: 'change', state: 'applied' }), filingRowOf()],
  });
  const withdrawn = dossierOf({
    filings: [filingRowOf({ id: filingId.parse('f2'), kind: 'change', state: 'withdrawn' }), filingRowOf()],
  });
  const ending = dossierOf({
    filings: [filingRowOf({ id: filingId.parse('f3'), kind: 'dissolution', state: 'preparing' })],
  });
  const surveying = dossierOf({
    debts: {
      ...filed.debts,
      matter: { kind: 'survey', recordId: survey },
      openSurveyId: survey,
    },
  });
  const crowded = dossierOf({ memberCount: 40 });
  test.each([
    ['certificate', imported, '/filings/new?organization=o1&kind=initial&entry=back-entry'],
    ['held-copies', imported, '/filings/new?organization=o1&kind=initial&entry=back-entry'],
    ['filing-number', unfiled, '/filings/new?organization=o1&kind=initial'],
    ['filing-number', dissolved, '/organizations/o1?tab=filings'],
    ['premises', changing, '/filings/f2?stage=materials&fact=premises'],
    ['certificate', changing, '/filings/f2'],
    ['held-copies', changing, '/filings/f1?stage=copies&copy=next'],
    ['held-copies', withdrawn, '/filings/f1?stage=copies&copy=next'],
    ['premises', ending, '/filings/f3'],
    ['survey', surveying, '/surveys/r1'],
    ['overdue-matter', surveying, '/surveys/r1?step=result'],
    ['member-count', crowded, '/organizations/o1?tab=facts&edit=yes&fact=member-count'],
    // Settled since the page was read.
    ['committee-report', dossierOf(), '/organizations/o1?tab=reports'],
    ['disclosure', dossierOf(), '/organizations/o1?tab=disclosures'],
    ['overdue-matter', dossierOf(), '/organizations/o1?tab=dispositions'],
  ] as const)('%s', (code, dossier, to) => {
    expect(mendOf(code, dossier).to).toBe(to);
  });
});
