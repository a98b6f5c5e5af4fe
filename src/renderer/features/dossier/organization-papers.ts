import {
  documentGroup,
  isKindOn,
  kindsOfGroup,
  type DocumentGroup,
  type DocumentKindOn,
} from '../../../shared/domain/document.ts';

/** Papers made of an organization as a whole, shelf by shelf; empty shelves are left out. */
export const organizationPapers: readonly {
  readonly group: DocumentGroup;
  readonly kinds: readonly DocumentKindOn<'organization'>[];
}[] = documentGroup.options
  .map((group) => ({
    group,
    kinds: kindsOfGroup[group].filter((kind) => isKindOn(kind, 'organization')),
  }))
  .filter(({ kinds }) => kinds.length > 0);
