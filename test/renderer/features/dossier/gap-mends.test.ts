import { expect, test } from 'vitest';
import { mendOf } from '../../../../src/renderer/features/dossier/gap-mends.ts';
import { filingId } from '../../../../src/shared/domain/ids.ts';
import { dossierOf, filingRowOf } from '../../../support/sample-dossier.ts';

const filed = dossierOf();
const changing = dossierOf({
  filings: [filingRowOf({ id: filingId.parse('f2'), kind: 'change', state: 'applied' }), filingRowOf()],
});
const imported = dossierOf({ filings: [] });

test.each([
  ['edit-facts', filed, '/organizations/o1?tab=facts&edit=yes'],
  ['party', filed, '/organizations/o1?tab=facts&edit=yes'],
  ['party', changing, '/filings/f2'],
  ['roster', filed, '/organizations/o1?tab=roster'],
  ['copies', filed, '/filings/f1'],
  ['certificate', changing, '/filings/f2'],
  ['filing', imported, '/filings'],
  ['reports', filed, '/organizations/o1?tab=reports'],
  ['disclosures', filed, '/organizations/o1?tab=disclosures'],
  ['dispositions', filed, '/organizations/o1?tab=dispositions'],
] as const)('a gap of %s opens the form that mends it', (fix, dossier, to) => {
  expect(mendOf({ fix }, dossier).to).toBe(to);
});
