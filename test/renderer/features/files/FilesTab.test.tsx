import { implement } from '@orpc/server';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FilesTab } from '../../../../src/renderer/features/files/FilesTab.tsx';
import { TakeInRoom } from '../../../../src/renderer/features/files/take-in/TakeInRoom.tsx';
import { filesContract } from '../../../../src/shared/contract/files.ts';
import { recordsContract } from '../../../../src/shared/contract/records.ts';
import type {
  DossierFile,
  DossierPapers,
  HeldAttachment,
  PaperTarget,
} from '../../../../src/shared/domain/dossier-file.ts';
import { attachmentId, dossierFileId, filingId, organizationId } from '../../../../src/shared/domain/ids.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const files = implement(filesContract);
const records = implement(recordsContract);
const team = organizationId.parse('o1');

const attachment = (fileName: string, change: Partial<HeldAttachment> = {}): HeldAttachment => ({
  id: attachmentId.parse(`a-${fileName}`),
  fileName,
  mediaType: 'application/pdf',
  byteLength: 2048,
  sha256: 'f'.repeat(64),
  addedAt: '2026-11-20T01:00:00.000Z',
  warnings: [],
  ...change,
});
const paper = (title: string, change: Partial<DossierFile> = {}): DossierFile => ({
  id: dossierFileId.parse(`f-${title}`),
  organizationId: team,
  part: 'disclosures',
  recordId: null,
  title,
  note: null,
  createdAt: '2026-11-20T01:00:00.000Z',
  versions: [{ version: 1, attachment: attachment(`${title}.pdf`), note: null }],
  ...change,
});

interface Calls {
  readonly added: { readonly target: PaperTarget; readonly name: string; readonly evenIfSame: boolean }[];
  readonly removed: string[];
  readonly restored: string[];
}

const show = (papers: DossierPapers, calls: Calls = { added: [], removed: [], restored: [] }) => {
  const client = fakeClient({
    files: {
      list: files.list.handler(() => papers),
      parts: files.parts.handler(() => []),
      add: files.add.handler(({ input: { target, file, evenIfSame } }) => {
        calls.added.push({ target, name: file.name, evenIfSame });
        if (file.name === '程序.exe') throw new CodedError('PAPER_REFUSED', { reason: 'program' });
        const held = file.name === '旧照片.jpg' && !evenIfSame;
        return {
          file: held ? null : paper(file.name),
          same: held ? { title: '合影', organizationId: team, organizationName: '阳光里舞蹈队' } : null,
        };
      }),
      remove: files.remove.handler(({ input }) => {
        calls.removed.push(input.id);
        return {};
      }),
      restore: files.restore.handler(({ input }) => {
        calls.restored.push(input.id);
        return paper('公示照片');
      }),
      view: files.view.handler(({ input }) => {
        if (input.attachmentId === 'a-坏文件.pdf')
          throw new CodedError('PREVIEW_FAILED', { reason: 'damaged' });
        return { means: 'pages' as const, pages: 3 };
      }),
      page: files.page.handler(
        ({ input }) => new File([`page ${input.page}`], 'page.png', { type: 'image/png' }),
      ),
    },
    records: { list: records.list.handler(() => []) },
  });
  return showScreen(
    <TakeInRoom organizationId={team} part="disclosures">
      <FilesTab organizationId={team} />
    </TakeInRoom>,
    client,
  );
};

const drop = (...names: readonly string[]): void => {
  const dropped = names.map((name) => new File([name], name));
  fireEvent.drop(window, {
    dataTransfer: {
      types: ['Files'],
      items: dropped.map(() => ({ webkitGetAsEntry: () => null })),
      files: dropped,
    },
  });
};

test('papers stand by part with their versions, what they prove and what they carry', async () => {
  const charter = paper('章程', {
    part: 'charter-and-form',
    versions: [
      { version: 2, attachment: attachment('章程二稿.pdf', { warnings: ['scripts'] }), note: null },
      { version: 1, attachment: attachment('章程一稿.pdf'), note: null },
    ],
  });
  show({
    files: [charter, paper('公示照片')],
    scans: [
      {
        attachment: attachment('备案表.pdf'),
        filingId: filingId.parse('g1'),
        filingKind: 'initial',
        action: 'submit',
      },
    ],
  });
  const first = within(await screen.findByRole('region', { name: '章程及备案表' }));
  expect(first.getByText('2 份')).toBeTruthy();
  expect(first.getByRole('button', { name: /2 个版本/ })).toBeTruthy();
  expect(first.getByLabelText(/含有脚本，本程序不会运行/)).toBeTruthy();
  expect(first.getByRole('link', { name: /首次备案：提交申请|提交申请/ }).getAttribute('href')).toContain(
    '/filings/g1',
  );
  expect(
    within(screen.getByRole('region', { name: '信息公开' })).getByRole('button', { name: '公示照片' }),
  ).toBeTruthy();
});

test('dropped files ask once where they go, and those held or refused are named', async () => {
  const calls: Calls = { added: [], removed: [], restored: [] };
  const { user } = show({ files: [], scans: [] }, calls);
  await screen.findByText('这份档案还没有材料');
  drop('新照片.jpg', '旧照片.jpg', '程序.exe');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: '存入 3 份' }));
  expect(await dialog.findByText('存入了 1 份，共 3 份。')).toBeTruthy();
  expect(dialog.getByText('本档案已有同样的文件：合影')).toBeTruthy();
  expect(dialog.getByText(/这是程序，不是材料/)).toBeTruthy();
  expect(
    calls.added.map(({ target, name }) => [name, target.to === 'dossier' && [target.part, target.title]]),
  ).toEqual(expect.arrayContaining([['新照片.jpg', ['disclosures', '新照片']]]));
  await user.click(dialog.getByRole('button', { name: '已有的 1 份也再存一份' }));
  await waitFor(() => expect(calls.added.at(-1)).toMatchObject({ name: '旧照片.jpg', evenIfSame: true }));
});

test('a paper is looked at page by page with the keyboard; a broken one says so', async () => {
  const { user } = show({ files: [paper('公示照片'), paper('坏文件')], scans: [] });
  await user.click(await screen.findByRole('button', { name: '公示照片' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('第 1 / 3 页')).toBeTruthy();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  expect(dialog.getByText('第 3 / 3 页')).toBeTruthy();
  await user.keyboard('{ArrowRight}');
  expect(dialog.getByText('第 2 / 2 份')).toBeTruthy();
  expect((await dialog.findByRole('alert')).textContent).toContain('已损坏');
});

test('a paper in the recycle bin comes back with one press', async () => {
  const calls: Calls = { added: [], removed: [], restored: [] };
  const { user } = show({ files: [paper('公示照片')], scans: [] }, calls);
  await user.click(await screen.findByRole('button', { name: '公示照片：更多' }));
  await user.click(await screen.findByRole('menuitem', { name: '移到回收站' }));
  await user.click(await screen.findByRole('button', { name: '撤销删除' }));
  await waitFor(() => expect(calls).toMatchObject({ removed: ['f-公示照片'], restored: ['f-公示照片'] }));
});
