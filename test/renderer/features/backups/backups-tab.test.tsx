import { implement } from '@orpc/server';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BackupReminder } from '../../../../src/renderer/features/backups/BackupReminder.tsx';
import { BackupsTab } from '../../../../src/renderer/features/backups/BackupsTab.tsx';
import { RestoreForm } from '../../../../src/renderer/features/backups/RestoreForm.tsx';
import { archiveContract, type ArchiveStatus } from '../../../../src/shared/contract/archive.ts';
import { backupsContract } from '../../../../src/shared/contract/backups.ts';
import type { BackupFigures, BackupState } from '../../../../src/shared/domain/backup.ts';
import { usualBackupSettings } from '../../../../src/shared/domain/backup.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const os = implement(backupsContract);
const at = '2026-11-23T01:00:00.000Z';
const backup = {
  name: '0004-20261123-010000',
  number: 4,
  madeAt: at,
  reason: 'hand',
  scope: 'whole',
  applicationVersion: '0.1.0',
  byteLength: 12_000_000,
  papers: 31,
  missing: 0,
  organizations: 12,
  people: 340,
} as const;
const figures: BackupFigures = {
  name: backup.name,
  number: 4,
  madeAt: at,
  scope: 'whole',
  databaseBytes: 2_000_000,
  papers: 31,
  paperBytes: 10_000_000,
  copied: 2,
  copiedBytes: 600_000,
  missing: 0,
  organizations: 12,
  people: 340,
  tables: 60,
  rows: 4321,
  full: true,
};
const state: BackupState = {
  settings: usualBackupSettings,
  standing: {
    lastGood: null,
    overdue: true,
    missingPlace: null,
    lastFailure: null,
    isOlderThanBackup: false,
    isClockBehind: false,
    lastFullCheckAt: null,
    lastDrillAt: null,
  },
  places: [
    { id: 'usb', kind: 'medium', label: '红色 U 盘', freeBytes: 8_000_000_000, backups: [backup] },
    { id: 'own', kind: 'own', label: '本机档案库旁', freeBytes: 8_000_000_000, backups: [] },
  ],
  events: [
    {
      id: 'e1',
      at,
      kind: 'backup',
      placeKind: 'medium',
      placeLabel: '红色 U 盘',
      number: null,
      reason: 'daily',
      good: false,
      failure: 'BACKUP_PLACE_FULL',
      detail: '',
    },
  ],
};

const statusAt = (desk: 'office' | 'bureau') => ({
  status: implement(archiveContract).status.handler((): ArchiveStatus => ({
    state: 'open',
    desk,
    folderName: '档案',
    hubName: null,
    streetName: null,
    bureauName: null,
    districtName: null,
    sampleAvailable: true,
    applicationVersion: '0.1.0',
  })),
});

test('a bureau, which keeps no dossiers, exports none', async () => {
  showScreen(
    <BackupsTab />,
    fakeClient({ archive: statusAt('bureau'), backups: { state: os.state.handler(() => state) } }),
  );
  expect(await screen.findByText('备份记录')).not.toBeNull();
  expect(screen.queryByText('导出档案文件夹')).toBeNull();
});

test('backups are made, tried with a password, and failures of the log are words', async () => {
  const asked: unknown[] = [];
  const client = fakeClient({
    archive: statusAt('office'),
    backups: {
      state: os.state.handler(() => state),
      dossierChoices: os.dossierChoices.handler(() => []),
      run: os.run.handler(async function* ({ input }) {
        asked.push(input);
        yield { type: 'result', result: figures };
      }),
      drill: os.drill.handler(async function* ({ input }) {
        asked.push(input);
        yield { type: 'progress', stage: 'papers', done: 1, total: 2 };
        throw new CodedError('WRONG_PASSWORD', { retryAfterSeconds: 0 });
      }),
    },
  });
  const { user } = showScreen(<BackupsTab />, client);
  expect(await screen.findByText(/电脑坏了或丢了/)).not.toBeNull();
  expect(screen.getByText(/没有做成：备份位置空间不够/)).not.toBeNull();
  expect(screen.getByText('导出档案文件夹')).not.toBeNull();
  await user.click(screen.getByRole('button', { name: '现在备份' }));
  expect(await screen.findByText(/60 张表 4321 行，数量都对得上/)).not.toBeNull();
  const table = screen.getByRole('table', { name: '红色 U 盘里的备份' });
  await user.click(within(table).getByRole('button', { name: '演练恢复' }));
  await user.type(await screen.findByLabelText(/备份那天的密码/), '口令 2026{Enter}');
  expect(await screen.findByText(/密码不对/)).not.toBeNull();
  expect(asked).toEqual([{ placeId: 'usb' }, { placeId: 'usb', name: backup.name, password: '口令 2026' }]);
});

test('the first screen says quietly that all is well, and loudly that a stick is missing', async () => {
  const standing = {
    ...state.standing,
    overdue: false,
    lastGood: { at, placeLabel: '红色 U 盘', days: 2 },
  };
  const shown = (value: BackupState['standing']) =>
    showScreen(
      <BackupReminder to="/safekeeping?tab=backups" />,
      fakeClient({ backups: { standing: os.standing.handler(() => value) } }),
    );
  const quiet = shown(standing);
  const link = await screen.findByRole('link', { name: /2026-11-23（2 天前），在红色 U 盘/ });
  expect(link.getAttribute('href')).toBe('/safekeeping?tab=backups');
  quiet.unmount();
  shown({ ...standing, missingPlace: '红色 U 盘' });
  expect(await screen.findByText('找不到备份位置“红色 U 盘”，请插好 U 盘或移动硬盘。')).not.toBeNull();
});

test('the start screen restores the newest backup with a password', async () => {
  const asked: unknown[] = [];
  const restored: unknown[] = [];
  const client = fakeClient({
    backups: {
      restorable: os.restorable.handler(() => [
        { ...backup, placeId: 'usb', placeLabel: '红色 U 盘', archive: '1a2b3c4d' },
      ]),
      restore: os.restore.handler(async function* ({ input }) {
        asked.push(input);
        yield { type: 'result', result: { figures, aside: null, recoveryCode: null } };
      }),
    },
  });
  const { user } = showScreen(
    <RestoreForm replaces onRestored={(result) => restored.push(result)} back={null} />,
    client,
  );
  expect(await screen.findByText(/会整个另存在档案文件夹里/)).not.toBeNull();
  await user.type(screen.getByLabelText('备份那天的密码'), '口令 2026{Enter}');
  await expect.poll(() => restored).toEqual([{ figures, aside: null, recoveryCode: null }]);
  expect(asked).toEqual([
    {
      placeId: 'usb',
      archive: '1a2b3c4d',
      name: backup.name,
      secret: { kind: 'password', password: '口令 2026' },
    },
  ]);
});
