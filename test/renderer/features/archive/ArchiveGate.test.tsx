import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ArchiveGate } from '../../../../src/renderer/features/archive/ArchiveGate.tsx';
import { archiveContract, type ArchiveStatus } from '../../../../src/shared/contract/archive.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const archive = implement(archiveContract);

const status = (state: ArchiveStatus['state']): ArchiveStatus => ({
  state,
  folderName: '新河档案',
  hubName: null,
  streetName: null,
  bureauName: null,
  districtName: null,
  desk: state === 'open' ? 'office' : null,
  sampleAvailable: true,
  applicationVersion: '0.1.0',
});

test('a wrong password is refused with a sentence that says nothing was lost and how long to wait', async () => {
  const client = fakeClient({
    archive: {
      status: archive.status.handler(() => status('locked')),
      unlock: archive.unlock.handler(() => {
        throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: 4 });
      }),
    },
  });
  const { user } = showScreen(<ArchiveGate />, client);

  await user.type(await screen.findByLabelText('密码'), 'not-the-password{Enter}');

  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('密码不对。');
  expect(alert.textContent).toContain('请等 4 秒再试');
  expect(alert.textContent).toContain('已保存的内容都在');
});

test('after recovery the new code must be put away before the archive opens', async () => {
  let state: ArchiveStatus['state'] = 'locked';
  const given: unknown[] = [];
  const client = fakeClient({
    archive: {
      status: archive.status.handler(() => status(state)),
      recover: archive.recover.handler(({ input }) => {
        given.push(input);
        state = 'open';
        return { recoveryCode: 'KXQ2-7MPD-4HTR' };
      }),
    },
  });
  const { user } = showScreen(<ArchiveGate />, client);

  await user.click(await screen.findByRole('button', { name: /忘了密码/ }));
  await user.type(screen.getByLabelText('恢复码'), ' OLD1-OLD2 ');
  await user.type(screen.getByLabelText('新密码'), 'a long sentence');
  await user.type(screen.getByLabelText('再输一遍'), 'a long sentence{Enter}');

  expect(await screen.findByText('KXQ2-7MPD-4HTR')).toBeTruthy();
  expect(given).toEqual([{ recoveryCode: 'OLD1-OLD2', newPassword: 'a long sentence' }]);
  const enter = screen.getByRole<HTMLButtonElement>('button', { name: '进入档案' });
  expect(enter.disabled).toBe(true);
  await user.click(screen.getByRole('checkbox'));
  await user.click(enter);
  expect(screen.queryByText('KXQ2-7MPD-4HTR')).toBeNull();
  expect(screen.queryByLabelText('密码')).toBeNull();
});
