import type { Visit } from '../../../shared/contract/search.ts';
import { filingId, organizationId } from '../../../shared/domain/ids.ts';

/** How many of the last visits are remembered. */
const remembered = 6;

const storageKey = 'hub-archive-visits';

const visitAt = (pathname: string): Visit | null => {
  const [, area, id] = pathname.split('/');
  if (id === undefined || id === 'new') return null;
  if (area === 'organizations') return { kind: 'organization', id: organizationId.parse(id) };
  return area === 'filings' ? { kind: 'filing', id: filingId.parse(id) } : null;
};

const asVisit = (value: unknown): Visit | null => {
  if (typeof value !== 'string') return null;
  return visitAt(value);
};

/** The last visits, newest first; addresses with opaque ids only, so that nothing readable lies outside the archive. */
export const readVisits = (): readonly Visit[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(kept) ? kept.flatMap((each) => asVisit(each) ?? []).slice(0, remembered) : [];
  } catch {
    return [];
  }
};

/** Remembers that a page was opened, if it is one of an organization or a filing. */
export const rememberVisit = (pathname: string): void => {
  const visit = visitAt(pathname);
  if (visit === null) return;
  const pathOf = ({ kind, id }: Visit): string => `/${kind}s/${id}`;
  const others = readVisits()
    .map(pathOf)
    .filter((path) => path !== pathOf(visit));
  localStorage.setItem(storageKey, JSON.stringify([pathOf(visit), ...others].slice(0, remembered)));
};
