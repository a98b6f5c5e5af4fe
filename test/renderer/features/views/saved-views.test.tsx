import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { OrganizationListScreen } from '../../../../src/renderer/features/organizations/OrganizationListScreen.tsx';
import { moved } from '../../../../src/renderer/features/views/ManageViewsModal.tsx';
import { SideViews } from '../../../../src/renderer/features/views/SideViews.tsx';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { organizationsContract } from '../../../../src/shared/contract/organizations.ts';
import { viewsContract } from '../../../../src/shared/contract/views.ts';
import { savedViewId } from '../../../../src/shared/domain/ids.ts';
import type { SavedView } from '../../../../src/shared/domain/saved-view.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';
import { organizationRowOf } from '../../../support/sample-rows.ts';

beforeEach(() => localStorage.clear());

const views = implement(viewsContract);

/** An archive whose views are kept in memory. */
const clientOf = (kept: SavedView[]) =>
  fakeClient({
    office: {
      get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
    },
    organizations: {
      list: implement(organizationsContract).list.handler(() => ({ rows: [organizationRowOf()], total: 1 })),
    },
    views: {
      list: views.list.handler(() => [...kept]),
      save: views.save.handler(({ input }) => {
        kept.push({ ...input, id: savedViewId.parse(`v${kept.length + 1}`) });
        return [...kept];
      }),
    },
  });

const viewOf = (number: number, name: string): SavedView => ({
  id: savedViewId.parse(`v${number}`),
  list: 'organizations',
  name,
  query: { lacking: 'survey' },
  hiddenColumns: ['filing-number'],
});

const both = (
  <>
    <SideViews />
    <OrganizationListScreen />
  </>
);

test('what the list shows now is kept under a name, without a mouse, and stands in the side bar', async () => {
  const kept: SavedView[] = [];
  const { user, address } = showScreen(both, clientOf(kept), { at: '/organizations?lacking=survey&page=3' });
  (await screen.findByRole('button', { name: '常用视图' })).focus();
  await user.keyboard('{Enter}');
  (await screen.findByRole('menuitem', { name: '存为常用视图' })).focus();
  await user.keyboard('{Enter}');
  await user.type(await screen.findByLabelText('名称'), '缺测评的{Enter}');

  const link = await within(await screen.findByRole('navigation')).findByRole('link', { name: '缺测评的' });
  expect(kept[0]).toMatchObject({ list: 'organizations', query: { lacking: 'survey' } });
  expect(link.getAttribute('href')).toBe('/organizations?lacking=survey&view=v1');
  await waitFor(() => expect(address()).toBe('/organizations?lacking=survey&view=v1'));
  expect(await screen.findByRole('heading', { level: 1, name: '缺测评的' })).toBeTruthy();
});

test('a view brings its columns; changing a filter leaves it', async () => {
  const { user, address } = showScreen(both, clientOf([viewOf(1, '缺测评的')]), { at: '/organizations' });
  expect(await screen.findByText('新河街社备〔2021〕17号')).toBeTruthy();
  await user.click(await screen.findByRole('link', { name: '缺测评的' }));
  await waitFor(() => expect(screen.queryByText('新河街社备〔2021〕17号')).toBeNull());
  await user.click(screen.getByRole('button', { name: '清除' }));
  await waitFor(() => expect(address()).toBe('/organizations'));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('社会组织');
});

test('views change places one by one, and the ends hold', () => {
  const all = [viewOf(1, '一'), viewOf(2, '二'), viewOf(3, '三')];
  const order = (number: number, step: -1 | 1) => moved(all, savedViewId.parse(`v${number}`), step);
  expect(order(2, -1)).toEqual(['v2', 'v1', 'v3']);
  expect(order(2, 1)).toEqual(['v1', 'v3', 'v2']);
  expect(order(1, -1)).toEqual(['v1', 'v2', 'v3']);
  expect(order(3, 1)).toEqual(['v1', 'v2', 'v3']);
});
