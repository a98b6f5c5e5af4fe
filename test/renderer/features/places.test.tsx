import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { namesFrom } from '../../../src/renderer/features/places/names-from.ts';
import { PlacesTab } from '../../../src/renderer/features/places/PlacesTab.tsx';
import { placesContract } from '../../../src/shared/contract/places.ts';
import { archiveItemId, organizationId, storagePlaceId } from '../../../src/shared/domain/ids.ts';
import type { PlaceRow } from '../../../src/shared/domain/storage-place.ts';
import { fakeClient, showScreen } from '../../support/fake-archive.tsx';

test.each([
  ['1 号盒', ['1 号盒']],
  ['1-3 号盒\n\n2 号盒', ['1 号盒', '2 号盒', '3 号盒']],
  ['盒 08至10', ['盒 08', '盒 09', '盒 10']],
  // No run: backwards, endless, or a code that only looks like one.
  ['9-1 号盒', ['9-1 号盒']],
  ['1-9999 号', ['1-9999 号']],
  ['WS-2026-Y', ['WS-2026-Y']],
])('typed names %j', (text, names) => {
  expect(namesFrom(text)).toEqual(names);
});

const box: PlaceRow = {
  id: storagePlaceId.parse('b1'),
  parentId: null,
  kind: 'box',
  name: '1 号盒',
  note: null,
  path: '1 号盒',
  depth: 0,
  items: 0,
  dossiers: 0,
};

test('items without a place are chosen and put into a box, with day and who, without a mouse', async () => {
  const places = implement(placesContract);
  const moved: unknown[] = [];
  const client = fakeClient({
    places: {
      tree: places.tree.handler(() => [box]),
      content: places.content.handler(() => ({ place: box, items: [], dossiers: [] })),
      moves: places.moves.handler(() => []),
      unplaced: places.unplaced.handler(() => [
        {
          id: archiveItemId.parse('i1'),
          archivalCode: 'WS·2026-Y-BGS-0001',
          title: '备案材料',
          organizationId: organizationId.parse('o1'),
          organizationName: '舞蹈队',
          datedOn: null,
          pages: null,
          retention: 'permanent' as const,
          year: 2026,
          item: 1,
        },
      ]),
      move: places.move.handler(({ input }) => {
        moved.push(input);
        return { moved: 1 };
      }),
    },
  });
  const { user } = showScreen(<PlacesTab />, client, { at: '/safekeeping?tab=places' });
  (await screen.findByRole('button', { name: '放入' })).focus();
  await user.keyboard('{Enter}');
  (await screen.findByRole('checkbox', { name: 'WS·2026-Y-BGS-0001' })).focus();
  await user.keyboard(' ');
  screen.getByRole('button', { name: '放进去' }).focus();
  await user.keyboard('{Enter}');
  const form = within(await screen.findByRole('form', { name: '1 件放进“1 号盒”' }));
  await user.type(form.getByLabelText(/经手人/), '张档案{Enter}');
  await waitFor(() =>
    expect(moved).toEqual([
      {
        subjects: [{ what: 'item', id: 'i1' }],
        to: 'b1',
        movedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        movedBy: '张档案',
        note: null,
      },
    ]),
  );
});
