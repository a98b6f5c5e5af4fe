import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { notifications } from '@mantine/notifications';
import { afterEach, expect, test } from 'vitest';

import { InboxScreen } from '../../../../src/renderer/features/scans/InboxScreen.tsx';
import { filesContract } from '../../../../src/shared/contract/files.ts';
import { scansContract } from '../../../../src/shared/contract/scans.ts';
import { searchContract } from '../../../../src/shared/contract/search.ts';
import type { PaperTarget } from '../../../../src/shared/domain/dossier-file.ts';
import { attachmentId, filingId, inboxItemId, organizationId } from '../../../../src/shared/domain/ids.ts';
import type { InboxItem, InboxRow, InboxState } from '../../../../src/shared/domain/scan-inbox.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

afterEach(() => notifications.clean());

const scans = implement(scansContract);
const team = organizationId.parse('o1');
const toFiling: PaperTarget = { to: 'filing', filingId: filingId.parse('f1'), step: null };
const toRoster: PaperTarget = {
  to: 'dossier',
  organizationId: team,
  part: 'roster',
  recordId: null,
  title: '扫描件',
  note: null,
};
const wordsOf = (place: string) => ({ organizationId: team, organizationName: '阳光里夕阳红舞蹈队', place });

const rowOf = (name: string, change: Partial<InboxItem> = {}): InboxRow => ({
  item: {
    id: inboxItemId.parse(`i-${name}`),
    paper: {
      id: attachmentId.parse(`a-${name}`),
      fileName: `${name}.png`,
      mediaType: 'image/png',
      byteLength: 1000,
      sha256: name,
      addedAt: '2026-11-23T01:00:00.000Z',
      warnings: [],
    },
    receivedAt: '2026-11-23T01:00:00.000Z',
    state: 'waiting',
    suggestion: null,
    filedAs: null,
    settledAt: null,
    reading: { finding: 'none', pages: 1 },
    parent: null,
    ...change,
  },
  filedAs: null,
  suggested: null,
});

const suggestedRow = (name: string): InboxRow => ({
  ...rowOf(name, { suggestion: { target: toFiling, reason: '文件名里有这个组织的名称' } }),
  suggested: wordsOf('首次备案 · 材料'),
});

/** An archive whose inbox holds these, and what was asked of it. */
const inboxOf = (rows: InboxRow[]) => {
  const asked: string[] = [];
  let waiting = [...rows];
  const drop = (id: string): void => void (waiting = waiting.filter(({ item }) => item.id !== id));
  const list = (state: InboxState): InboxRow[] => (state === 'waiting' ? waiting : []);
  const client = fakeClient({
    scans: {
      list: scans.list.handler(({ input }) => list(input.state)),
      counts: scans.counts.handler(() => ({ waiting: waiting.length, unread: 0 })),
      folder: scans.folder.handler(() => ({ name: 'MFP', readable: true, arriving: 0, refused: [] })),
      places: scans.places.handler(() => [
        { target: toFiling, words: wordsOf('首次备案 · 材料') },
        { target: toRoster, words: wordsOf('成员花名册') },
      ]),
      file: scans.file.handler(({ input }) => {
        asked.push(`file ${input.id} ${input.target.to === 'dossier' ? input.target.part : input.target.to}`);
        drop(input.id);
        return {};
      }),
      setAside: scans.setAside.handler(({ input }) => {
        asked.push(`aside ${input.id}`);
        drop(input.id);
        return {};
      }),
      undo: scans.undo.handler(({ input }) => {
        asked.push(`undo ${input.id}`);
        const row = rows.find(({ item }) => item.id === input.id)!;
        waiting = [row, ...waiting];
        return row.item;
      }),
      takeIn: scans.takeIn.handler(({ input }) => {
        asked.push(`take ${input.file.name}`);
        const row = rowOf(input.file.name);
        waiting.push(row);
        return { item: row.item, again: false };
      }),
      read: scans.read.handler(async function* () {
        yield { type: 'progress' as const, stage: 'reading', done: 1, total: 1 };
        yield { type: 'result' as const, result: { filed: 3, waiting: 1 } };
      }),
    },
    files: {
      view: implement(filesContract).view.handler(() => ({ means: 'text' as const, text: '', cut: false })),
    },
    search: {
      query: implement(searchContract).query.handler(() => [
        {
          kind: 'organization' as const,
          more: false,
          hits: [
            {
              kind: 'organization' as const,
              organizationId: team,
              title: { text: '阳光里夕阳红舞蹈队', marks: [] },
              detail: '',
              found: null,
            },
          ],
        },
      ]),
    },
  });
  return { client, asked };
};

const chosen = (): string =>
  within(screen.getByRole('option', { selected: true })).getByText(/\.png$/).textContent ?? '';

test('a pile is worked through with the keyboard alone', async () => {
  const { client, asked } = inboxOf([suggestedRow('一'), rowOf('二'), suggestedRow('三'), rowOf('四')]);
  const { user } = showScreen(<InboxScreen />, client);
  const list = await screen.findByRole('listbox', { name: '待归档的扫描件' });
  list.focus();
  await user.keyboard('j');
  expect(chosen()).toBe('二.png');
  await user.keyboard('{ArrowDown}k{ArrowUp}{ArrowUp}');
  expect(chosen()).toBe('一.png');

  // Enter files it where it probably belongs, and goes on to the next.
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked).toEqual(['file i-一 filing']));
  await waitFor(() => expect(chosen()).toBe('二.png'));
  expect(document.activeElement).toBe(list);

  // Where nothing is suggested, Enter asks: organization, place, and Enter again.
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '组织' }));
  await user.keyboard('夕阳');
  await screen.findByRole('option', { name: '阳光里夕阳红舞蹈队' });
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '位置' })));
  await user.clear(screen.getByRole('combobox', { name: '位置' }));
  await user.keyboard('花名册');
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '归档' })));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked.at(-1)).toBe('file i-二 roster'));
  await waitFor(() => expect(chosen()).toBe('三.png'));

  await user.keyboard('{Delete}');
  await waitFor(() => expect(asked.at(-1)).toBe('aside i-三'));
  await waitFor(() => expect(chosen()).toBe('四.png'));
});

test('what was filed is taken back with one press', async () => {
  const { client, asked } = inboxOf([suggestedRow('一'), rowOf('二')]);
  const { user } = showScreen(<InboxScreen />, client);
  (await screen.findByRole('listbox')).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: '撤销' }));
  await waitFor(() => expect(asked).toEqual(['file i-一 filing', 'undo i-一']));
  await screen.findByText('一.png');
});

test('dropped scans are taken in, read, and told', async () => {
  const { client, asked } = inboxOf([rowOf('一')]);
  const { user } = showScreen(<InboxScreen />, client);
  await screen.findByText('正在收取扫描文件夹“MFP”', { exact: false });
  const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
  await user.upload(input, [new File(['x'], 'a.png'), new File(['y'], 'b.png')]);
  await screen.findByText('识别完毕：3 份已自动归档，1 份等您确认。');
  expect(asked.toSorted()).toEqual(['take a.png', 'take b.png']);
});
