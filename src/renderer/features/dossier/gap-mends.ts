import type { Dossier, DossierGap } from '../../../shared/domain/dossier.ts';
import { paths } from '../../app/paths.ts';
import { openFilingOf } from './open-filing.ts';

/** Where a gap is mended, and the word on its button. */
export interface GapMend {
  readonly to: string;
  readonly label: string;
}

/** The form that mends a gap. */
export const mendOf = ({ fix }: Pick<DossierGap, 'fix'>, dossier: Dossier): GapMend => {
  const { id } = dossier.organization;
  const open = openFilingOf(dossier);
  const filing = open ?? dossier.filings[0];
  switch (fix) {
    case 'edit-facts':
    case 'party':
      // While a filing is under way its own form holds the facts.
      return { to: open === null ? paths.editFacts(id) : paths.filing(open.id), label: '去填' };
    case 'roster':
      return { to: paths.dossier(id, 'roster'), label: '去补' };
    case 'filing':
    case 'certificate':
    case 'copies':
      return filing === undefined
        ? { to: paths.filings, label: '去办' }
        : { to: paths.filing(filing.id), label: '去办' };
    case 'reports':
    case 'disclosures':
    case 'dispositions':
      return { to: paths.dossier(id, fix), label: '去记' };
  }
};
