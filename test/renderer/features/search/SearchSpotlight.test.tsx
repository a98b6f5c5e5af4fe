import { implement } from '@orpc/server';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ArchivedTab } from '../../../../src/renderer/features/dossier/ArchivedTab.tsx';
import { linkOf } from '../../../../src/renderer/features/search/hit-links.ts';
import { SearchSpotlight } from '../../../../src/renderer/features/search/SearchSpotlight.tsx';
import { rememberVisit } from '../../../../src/renderer/features/search/visits.ts';
import { archivingContract } from '../../../../src/shared/contract/archiving.ts';
import { placesContract } from '../../../../src/shared/contract/places.ts';
import { searchContract, type SearchGroup, type SearchHit } from '../../../../src/shared/contract/search.ts';
import type { ArchiveItem } from '../../../../src/shared/domain/archive-item.ts';
import { archiveItemId, organizationId, personId } from '../../../../src/shared/domain/ids.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const groups: SearchGroup[] = [
  {
    kind: 'organization',
    more: false,
    hits: [
      {
        kind: 'organization',
        organizationId: organizationId.parse('o1'),
        title: { text: '阳光里夕阳红舞蹈队', marks: [] },
        detail: '阳光里社区',
        found: null,
      },
    ],
  },
  {
    kind: 'person',
    more: true,
    hits: [
      {
        kind: 'person',
        personId: personId.parse('p1'),
        organizationId: organizationId.parse('o2'),
        title: { text: '王桂英', marks: [[0, 3]] },
        detail: '和平里同心邻里互助会',
        found: null,
      },
    ],
  },
];

test('Ctrl+K, a few letters and Enter open what was found, without a mouse', async () => {
  const asked: string[] = [];
  const client = fakeClient({
    search: {
      query: implement(searchContract).query.handler(({ input }) => {
        asked.push(input.text);
        return groups;
      }),
    },
  });
  const { user, address } = showScreen(<SearchSpotlight />, client);

  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByPlaceholderText(/查组织/), 'wgy');
  await screen.findByText('王桂英');
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');

  await waitFor(() => expect(address()).toBe('/people/p1'));
  expect(asked.at(-1)).toBe('wgy');
});

test('before anything is typed it offers what is at hand; of what was opened only ids are kept outside the archive', async () => {
  localStorage.clear();
  rememberVisit('/organizations/o9');
  rememberVisit('/filings/f1');
  rememberVisit('/filings/new');
  rememberVisit('/organizations/o9');
  expect(JSON.parse(localStorage.getItem('hub-archive-visits') ?? '')).toEqual([
    '/organizations/o9',
    '/filings/f1',
  ]);
  const client = fakeClient({
    search: {
      atHand: implement(searchContract).atHand.handler(({ input }) => ({
        favourites: groups[0]?.hits ?? [],
        recent: input.visited.map(({ id }) => ({
          kind: 'organization' as const,
          organizationId: organizationId.parse(id),
          title: { text: `开过的 ${id}`, marks: [] },
          detail: '',
          found: null,
        })),
      })),
    },
  });
  const { user, address } = showScreen(<SearchSpotlight />, client);
  await user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByText('阳光里夕阳红舞蹈队')).toBeTruthy();
  expect(await screen.findByText('开过的 f1')).toBeTruthy();
  await user.click(screen.getByText('开过的 o9'));
  await waitFor(() => expect(address()).toBe('/organizations/o9'));
});

test('an archival code opens the item in its dossier, where it stands out', async () => {
  const hit: SearchHit = {
    kind: 'archive-item',
    itemId: archiveItemId.parse('i2'),
    organizationId: organizationId.parse('o1'),
    title: { text: '阳光里夕阳红舞蹈队备案材料', marks: [] },
    detail: '阳光里夕阳红舞蹈队',
    found: { field: 'archival-code', text: 'WS·2026-Y-BGS-0002', marks: [] },
  };
  const itemOf = (id: string, archivalCode: string, source: 'filing' | 'record'): ArchiveItem => ({
    id: archiveItemId.parse(id),
    source,
    sourceId: `${source}-1`,
    recordKind: source === 'record' ? 'disclosure' : null,
    organizationId: organizationId.parse('o1'),
    organizationName: '阳光里夕阳红舞蹈队',
    archivalCode,
    year: 2026,
    retention: 'permanent',
    item: 2,
    title: `${archivalCode} 的题名`,
    responsible: null,
    documentNumber: null,
    datedOn: '2026-11-16',
    secrecy: null,
    pages: null,
    remark: null,
    archivedOn: '2026-11-23',
    archivedBy: '张档案',
    openedAt: null,
  });
  expect(linkOf(hit)).toBe('/organizations/o1?tab=archived&item=i2');
  const client = fakeClient({
    archiving: {
      items: implement(archivingContract).items.handler(() => ({
        rows: [itemOf('i1', 'WS·2026-Y-BGS-0001', 'record'), itemOf('i2', 'WS·2026-Y-BGS-0002', 'filing')],
        total: 2,
      })),
    },
    places: {
      ofDossier: implement(placesContract).ofDossier.handler(() => ({ whole: null, items: [] })),
      moves: implement(placesContract).moves.handler(() => []),
    },
  });
  showScreen(<ArchivedTab organizationId={organizationId.parse('o1')} />, client, { at: linkOf(hit) });
  const sought = await screen.findByRole('row', { current: true });
  expect(sought.textContent).toContain('WS·2026-Y-BGS-0002');
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/organizations/o1?tab=disclosures&record=record-1', '/filings/filing-1']);
});
