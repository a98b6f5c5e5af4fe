import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { SettingsScreen } from '../../../../src/renderer/features/settings/SettingsScreen.tsx';
import { archiveContract } from '../../../../src/shared/contract/archive.ts';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { communityId } from '../../../../src/shared/domain/ids.ts';
import type { Community, OfficeProfile } from '../../../../src/shared/domain/office.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen, type FakeHandlers } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';

const office = implement(officeContract);
const archive = implement(archiveContract);

const show = (tab: string, handlers: FakeHandlers) =>
  showScreen(<SettingsScreen />, fakeClient(handlers), { at: `/settings?tab=${tab}` });

const officeHandlers = (communities: readonly Community[], saved: OfficeProfile[] = []) => ({
  get: office.get.handler(() => ({
    profile: saved.at(-1) ?? officeProfileOf(),
    communities: [...communities],
  })),
  update: office.update.handler(({ input }) => {
    saved.push(input);
    return input;
  }),
});

test('the office is saved whole, and only when every code is right', async () => {
  const saved: OfficeProfile[] = [];
  const { user } = show('office', { office: officeHandlers([], saved) });
  const code = await screen.findByLabelText(/街道区划代码/);

  await user.clear(code);
  await user.type(code, '99010100');
  expect(screen.getByText('9 位数字')).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存' }).disabled).toBe(true);

  await user.type(code, '2{Enter}');
  await waitFor(() => expect(saved).toEqual([officeProfileOf({ streetCode: '990101002' })]));
  expect(await screen.findByText('已保存')).toBeTruthy();
});

test('a pasted block adds the communities that are new and leaves the known ones', async () => {
  const known: Community = {
    id: communityId.parse('c1'),
    code: '990101001001',
    name: '阳光里社区',
    settlement: 'urban',
    settlementClass: '111',
    partyOrganization: '阳光里社区党委',
    validFrom: null,
    validTo: null,
  };
  const added: unknown[] = [];
  const { user } = show('communities', {
    office: {
      ...officeHandlers([known]),
      saveCommunity: office.saveCommunity.handler(({ input }) => {
        added.push([input.id, input.name, input.code]);
        return { ...input, id: communityId.parse('c2') };
      }),
    },
  });

  await user.click(await screen.findByRole('button', { name: '从 Excel 粘贴' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByLabelText('社区名单'));
  await user.paste('阳光里社区\t990101001001\n和平里社区\t990101001002');
  await user.click(dialog.getByRole('button', { name: '添加 1 个' }));

  await waitFor(() => expect(added).toEqual([[null, '和平里社区', '990101001002']]));
});

test('a new recovery code shows once and goes when it is put away', async () => {
  const { user } = show('safety', {
    archive: {
      renewRecoveryCode: archive.renewRecoveryCode.handler(({ input }) => {
        if (input.password !== 'right password')
          throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: 0 });
        return { recoveryCode: 'NEWC0-DE123' };
      }),
    },
  });
  const form = within(await screen.findByRole('form', { name: '换恢复码' }));

  await user.type(form.getByLabelText('密码'), 'wrong{Enter}');
  expect((await form.findByRole('alert')).textContent).toContain('密码不对');

  await user.clear(form.getByLabelText('密码'));
  await user.type(form.getByLabelText('密码'), 'right password{Enter}');
  expect(await screen.findByText('NEWC0-DE123')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '已打印（或抄写）并收好' }));
  await waitFor(() => expect(screen.queryByText('NEWC0-DE123')).toBeNull());
});

test('large type grows the root, and with it every length', async () => {
  const { user } = show('display', {});
  await user.click(await screen.findByText('大字'));
  expect(document.documentElement.style.fontSize).toBe('118%');
  await user.click(screen.getByText('标准'));
  expect(document.documentElement.style.fontSize).toBe('100%');
});
