import { implement } from '@orpc/server';
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { BureauInboxScreen } from '../../../../src/renderer/features/bureau/inbox/BureauInboxScreen.tsx';
import { bureauContract, type InboxEntry } from '../../../../src/shared/contract/bureau.ts';
import type { PackageHead, PackageReview } from '../../../../src/shared/domain/bureau.ts';
import { receivedFileId, streetKeyId } from '../../../../src/shared/domain/ids.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const os = implement(bureauContract);
const at = '2026-07-10T01:00:00.000Z';

const head: PackageHead = {
  streetCode: '990101001',
  streetName: '新河街道',
  hubName: '新河街道社会组织联合会',
  period: '2026H1',
  serial: 1,
  correction: null,
  reason: '',
  frozenOn: '2026-07-01',
};

const file = (id: string, more: Partial<InboxEntry> = {}): InboxEntry => ({
  id: receivedFileId.parse(id),
  fileName: `${id}.ledger.age`,
  kind: 'package',
  byteLength: 2048,
  receivedAt: at,
  missingParts: [],
  partsReceived: 0,
  checkedAt: at,
  refusal: null,
  head: null,
  signer: null,
  ...more,
});

const review = { head } as PackageReview;

const card = (words: string): HTMLElement => {
  const found = screen.getByText(words).closest('section');
  if (found === null) throw new Error(`no card with ${words}`);
  return found;
};

test('each file says what is wrong with it and what to do next', async () => {
  showScreen(
    <BureauInboxScreen />,
    fakeClient({
      bureau: {
        inbox: os.inbox.handler(() => [
          file('right', { head }),
          file('changed', { refusal: { code: 'PACKAGE_CHANGED', data: { part: 'whole', block: null } } }),
          file('twice', {
            refusal: { code: 'PACKAGE_DUPLICATE', data: { reason: 'same-file', fileName: 'a.ledger.age' } },
          }),
          file('district', {
            refusal: { code: 'PACKAGE_WRONG_DISTRICT', data: { expected: '990101', found: '990102' } },
          }),
          file('parts', {
            kind: 'parts',
            checkedAt: null,
            partsReceived: 1,
            missingParts: ['p.002', 'p.003'],
          }),
          file('stray', { kind: 'stray-part', checkedAt: null }),
          file('new', { checkedAt: null }),
          file('strange', { refusal: { code: 'OF_A_LATER_VERSION', data: {} } }),
        ]),
      },
    }),
  );
  expect(await screen.findByText('新河街道 2026 年上半年台账')).toBeTruthy();
  expect(
    within(card('新河街道 2026 年上半年台账')).getByRole('link', { name: '查看并收下' }).getAttribute('href'),
  ).toBe('/bureau/inbox/right');
  expect(card('changed.ledger.age').textContent).toContain('不能收');
  expect(card('district.ledger.age').textContent).toContain('本区代码是 990101，这里写的是 990102');
  expect(card('parts.ledger.age').textContent).toContain('已收到 1 个分卷，还缺：p.002、p.003');
  expect(card('stray.ledger.age').textContent).toContain('还没有收到它的清单');
  expect(within(card('new.ledger.age')).getByRole('button', { name: '核对' })).toBeTruthy();
  // A code that this application does not know is still one calm sentence.
  expect(within(card('strange.ledger.age')).getByRole('alert')).toBeTruthy();
  const sentences = screen.getAllByRole('alert').map(({ textContent }) => textContent);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test('files are sent one after another and checked when all are there; a refused one ends nothing', async () => {
  let entries: InboxEntry[] = [];
  const checked: string[] = [];
  const { user } = showScreen(
    <BureauInboxScreen />,
    fakeClient({
      bureau: {
        inbox: os.inbox.handler(() => entries),
        check: os.check.handler(async function* ({ input }) {
          checked.push(input.id);
          yield { type: 'progress' as const, stage: 'open', done: 1, total: 2 };
          const bad = input.id === 'a.ledger.age';
          entries = entries.map((entry) =>
            entry.id === input.id
              ? {
                  ...entry,
                  checkedAt: at,
                  ...(bad ? { refusal: { code: 'PACKAGE_NOT_AGE', data: {} } } : { head }),
                }
              : entry,
          );
          if (bad) throw new CodedError('PACKAGE_NOT_AGE', {});
          yield { type: 'result' as const, result: review };
        }),
      },
    }),
    {
      sendToInbox: ({ name, size }) => {
        if (name === 'full.ledger.age') return Promise.reject(new CodedError('DISK_FULL', {}));
        entries = [...entries, file(name, { fileName: name, checkedAt: null })];
        return Promise.resolve({ id: receivedFileId.parse(name), fileName: name, byteLength: size });
      },
    },
  );
  await screen.findByText('没有待处理的文件');
  const picker = document.querySelector<HTMLInputElement>('input[type=file]');
  if (picker === null) throw new Error('no picker');
  await user.upload(
    picker,
    ['a', 'full', 'b'].map((name) => new File(['x'], `${name}.ledger.age`)),
  );
  expect(await screen.findByText('处理完了，结果见下面。')).toBeTruthy();
  expect(screen.getByText('full.ledger.age')).toBeTruthy();
  expect(checked).toEqual(['a.ledger.age', 'b.ledger.age']);
  expect(await screen.findByText('核对无误')).toBeTruthy();
  expect(card('a.ledger.age').textContent).toContain('不能收');
});

test('an unknown signer is compared by ear, registered, and the check goes on', async () => {
  let known = false;
  const asked = vi.fn();
  const unknown = file('first', {
    head,
    refusal: { code: 'PACKAGE_UNKNOWN_SIGNER', data: { keyId: '827D79D006F73F45' } },
    signer: {
      keyId: '827D79D006F73F45',
      streetCode: '990101001',
      streetName: '新河街道',
      hubName: '新河街道社会组织联合会',
      streetRegistered: false,
      card: {
        signingKey: 'RW',
        recipient: 'age1',
        fingerprint: '1111 2222 3333 4444 5555 6666 7777 8888 9999 AAAA',
        fingerprintWords: ['苹果', '长城'],
      },
    },
  });
  const { user } = showScreen(
    <BureauInboxScreen />,
    fakeClient({
      bureau: {
        inbox: os.inbox.handler(() => [known ? file('first', { head }) : unknown]),
        registerSigner: os.registerSigner.handler(({ input }) => {
          asked(input);
          if (input.heard !== '9999 AAAA') throw new CodedError('FINGERPRINT_DIFFERS', { name: '新河街道' });
          return {
            id: streetKeyId.parse('k1'),
            streetCode: '990101001',
            signingKey: 'RW',
            keyId: '827D79D006F73F45',
            recipient: null,
            fingerprint: '',
            fingerprintWords: [],
            addedAt: at,
            confirmedBy: input.confirmedBy,
            confirmedAt: at,
            retiredAt: null,
          };
        }),
        check: os.check.handler(async function* () {
          known = true;
          yield { type: 'result' as const, result: review };
        }),
      },
    }),
  );
  await user.click(await screen.findByRole('button', { name: '核对签名' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/这个街镇也不在名册上/)).toBeTruthy();
  expect(dialog.getByRole('group', { name: '公钥指纹' }).textContent).not.toContain('AAAA');
  await user.type(dialog.getByLabelText('对方念的最后两组'), '0000 0000');
  await user.type(dialog.getByLabelText('核对人姓名'), '陈晓');
  await user.click(dialog.getByRole('button', { name: '确认' }));
  expect(await dialog.findByText(/对不上/)).toBeTruthy();
  await user.clear(dialog.getByLabelText('对方念的最后两组'));
  await user.type(dialog.getByLabelText('对方念的最后两组'), '9999 AAAA');
  await user.click(dialog.getByRole('button', { name: '确认' }));
  expect(await screen.findByText('核对无误')).toBeTruthy();
  expect(asked.mock.calls.at(-1)).toEqual([
    { id: 'first', card: null, confirmedBy: '陈晓', heard: '9999 AAAA' },
  ]);
});
