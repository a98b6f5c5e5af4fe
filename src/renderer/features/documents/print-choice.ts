import { documentKind, documentSubject, type DocumentKind } from '../../../shared/domain/document.ts';

/** What is to be printed, of whom. It lives in the address: Back from a dossier finds it again. */
export interface PrintChoice {
  readonly kind: DocumentKind;
  /** In the order of the printed batch, each once. */
  readonly subjectIds: readonly string[];
}

/** Documents of one batch; the contract takes no more. */
export const maxBatch = 5000;

/** The choice in an address (`?kind=certificate&subjects=a,b`); what it does not know is left out. */
export const printChoiceFrom = (query: URLSearchParams): PrintChoice => {
  const ids = (query.get('subjects') ?? '').split(',').filter((text) => text !== '' && text.length <= 64);
  return {
    kind: documentKind.safeParse(query.get('kind')).data ?? 'certificate',
    subjectIds: [...new Set(ids)].slice(0, maxBatch),
  };
};

export const queryOfChoice = ({ kind, subjectIds }: PrintChoice): Readonly<Record<string, string>> => ({
  kind,
  ...(subjectIds.length === 0 ? {} : { subjects: subjectIds.join(',') }),
});

/** The choice with another kind of paper: what was ticked stays where both are made of the same kind of subject. */
export const choiceOfKind = ({ kind, subjectIds }: PrintChoice, next: DocumentKind): PrintChoice => ({
  kind: next,
  subjectIds: documentSubject[kind] === documentSubject[next] ? subjectIds : [],
});

/** The selection after one more click; what was there keeps its place. */
export const toggled = <Id extends string>(selected: readonly Id[], id: Id): readonly Id[] =>
  selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id].slice(0, maxBatch);
