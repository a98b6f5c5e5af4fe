import {
  documentGroup,
  isKindOn,
  kindsOfGroup,
  type DocumentGroup,
  type DocumentKind,
  type DocumentKindOn,
} from '../../../shared/domain/document.ts';

const often: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'filing-form',
  'charter',
  'roster-full',
  'roster-public',
  'certificate',
  'archive-catalogue',
  'label',
]);

/** The papers that are printed most, shelf by shelf; the others lie on the tab of papers. */
export const organizationPapers: readonly {
  readonly group: DocumentGroup;
  readonly kinds: readonly DocumentKindOn<'organization'>[];
}[] = documentGroup.options
  .map((group) => ({
    group,
    kinds: kindsOfGroup[group]
      .filter((kind) => isKindOn(kind, 'organization'))
      .filter((kind) => often.has(kind)),
  }))
  .filter(({ kinds }) => kinds.length > 0);
