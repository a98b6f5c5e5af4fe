import { fitsFiling } from '../../../shared/domain/document-fit.ts';
import { documentKind, isKindOn, type DocumentKind } from '../../../shared/domain/document.ts';
import type { Filing } from '../../../shared/domain/filing.ts';
import { paths } from '../../app/paths.ts';

interface FilingPaper {
  readonly kind: DocumentKind;
  readonly to: string;
}

/** Papers of the organization that belong to a filing, too. */
const ofOrganization: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'filing-form',
  'charter',
  'certificate',
]);

/** What can be printed of a filing as far as it has come. */
export const papersOfFiling = ({
  id,
  organizationId,
  kind: filingKind,
  state,
  steps,
  objections,
}: Pick<
  Filing,
  'id' | 'organizationId' | 'kind' | 'state' | 'steps' | 'objections'
>): readonly FilingPaper[] => {
  const traits = {
    kind: filingKind,
    actions: steps.map(({ action }) => action),
    objected: objections.length > 0,
  };
  return documentKind.options.flatMap((kind): FilingPaper[] => {
    if (isKindOn(kind, 'filing')) {
      return fitsFiling(kind, traits) ? [{ kind, to: paths.print(kind, [id]) }] : [];
    }
    const belongs =
      ofOrganization.has(kind) &&
      filingKind !== 'dissolution' &&
      (kind !== 'certificate' || state === 'filed');
    return belongs && isKindOn(kind, 'organization')
      ? [{ kind, to: paths.print(kind, [organizationId]) }]
      : [];
  });
};
