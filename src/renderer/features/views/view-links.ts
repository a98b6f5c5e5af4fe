import type { SavedView, ViewedList } from '../../../shared/domain/saved-view.ts';
import { paths } from '../../app/paths.ts';

/** Where each list lives. */
const listPaths: Readonly<Record<ViewedList, string>> = {
  organizations: paths.organizations,
  filings: paths.filings,
  people: paths.people,
};

/** The name under which a list's address says which view is open; changing a filter leaves the view. */
export const viewParameter = 'view';

/** The list as the view shows it. */
export const viewPath = ({ id, list, query }: SavedView): string =>
  `${listPaths[list]}?${new URLSearchParams({ ...query, [viewParameter]: id }).toString()}`;
