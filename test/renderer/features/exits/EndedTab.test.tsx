import { implement } from '@orpc/server';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { EndedTab } from '../../../../src/renderer/features/exits/EndedTab.tsx';
import { exitsContract } from '../../../../src/shared/contract/exits.ts';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import type { EndedOrganization } from '../../../../src/shared/domain/exit.ts';
import { organizationId } from '../../../../src/shared/domain/ids.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';

const exits = implement(exitsContract);

const ended = (at: number): EndedOrganization => ({
  organizationId: organizationId.parse(`o${at}`),
  organizationName: `第${at}舞蹈队`,
  communityName: '阳光里社区',
  kind: 'dissolved',
  filingNumber: null,
  exitedOn: '2026-05-01',
  volume: null,
  sealedOn: null,
  sealedBy: null,
});

const showEnded = (at: string, total: number) => {
  const asked: unknown[] = [];
  const shown = showScreen(
    <EndedTab />,
    fakeClient({
      office: {
        get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
      },
      exits: {
        list: exits.list.handler(({ input }) => {
          asked.push(input);
          const rows = Array.from({ length: total }, (_, index) => ended(index + 1));
          return { rows: rows.slice(input.offset, input.offset + input.limit), total };
        }),
      },
    }),
    { at },
  );
  return { ...shown, asked };
};

test('a list asks for the page that its address names, and a filter goes back to the first', async () => {
  const { user, asked } = showEnded('/exits?page=2', 60);

  expect(await screen.findByText('第51舞蹈队')).toBeTruthy();
  expect(screen.queryByText('第1舞蹈队')).toBeNull();
  await user.click(screen.getByRole('combobox', { name: '封存' }));
  await user.click(await screen.findByRole('option', { name: '待封存的' }));

  expect(await screen.findByText('第1舞蹈队')).toBeTruthy();
  const none = { text: '', kinds: [], communityIds: [], sealed: null };
  expect(asked).toEqual([
    { filter: none, offset: 50, limit: 50 },
    { filter: { ...none, sealed: false }, offset: 0, limit: 50 },
  ]);
});

test('an empty list says how it fills, and offers no export', async () => {
  showEnded('/exits', 0);

  expect(await screen.findByText('没有退出的组织')).toBeTruthy();
  expect(screen.getByRole('button', { name: /导出/ })).toHaveProperty('disabled', true);
});
