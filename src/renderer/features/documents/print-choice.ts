import { documentKind, type DocumentKind } from '../../../shared/domain/document.ts';
import { organizationId, type OrganizationId } from '../../../shared/domain/ids.ts';

/** What is to be printed, of whom. It lives in the address: Back from a dossier finds it again. */
export interface PrintChoice {
  readonly kind: DocumentKind;
  /** In the order of the printed batch, each once. */
  readonly organizationIds: readonly OrganizationId[];
}

/** Documents of one batch; the contract takes no more. */
export const maxBatch = 5000;

/** The choice in an address (`?kind=certificate&organizations=a,b`); what it does not know is left out. */
export const printChoiceFrom = (query: URLSearchParams): PrintChoice => {
  const ids = (query.get('organizations') ?? '')
    .split(',')
    .flatMap((text) => (text === '' ? [] : (organizationId.safeParse(text).data ?? [])));
  return {
    kind: documentKind.safeParse(query.get('kind')).data ?? 'certificate',
    organizationIds: [...new Set(ids)].slice(0, maxBatch),
  };
};

export const queryOfChoice = ({ kind, organizationIds }: PrintChoice): Readonly<Record<string, string>> => ({
  kind,
  ...(organizationIds.length === 0 ? {} : { organizations: organizationIds.join(',') }),
});

/** The selection after one more click; what was there keeps its place. */
export const toggled = (selected: readonly OrganizationId[], id: OrganizationId): readonly OrganizationId[] =>
  selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id].slice(0, maxBatch);
