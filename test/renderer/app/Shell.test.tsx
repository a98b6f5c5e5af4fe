import { implement } from '@orpc/server';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../src/renderer/app/archive-api.tsx';
import { Providers } from '../../../src/renderer/app/Providers.tsx';
import { Shell } from '../../../src/renderer/app/shell/Shell.tsx';
import { ArchiveGate } from '../../../src/renderer/features/archive/ArchiveGate.tsx';
import { archiveContract, type ArchiveStatus } from '../../../src/shared/contract/archive.ts';
import { searchContract } from '../../../src/shared/contract/search.ts';
import { organizationId } from '../../../src/shared/domain/ids.ts';
import { fakeClient } from '../../support/fake-archive.tsx';

const archive = implement(archiveContract);
const input = { text: '阳光', kind: null, limit: 5 };

const Names = () => {
  const { data = [] } = useQuery(useApi().search.query.queryOptions({ input }));
  return data.flatMap(({ hits }) => hits.map(({ title }) => <p key={title.text}>{title.text}</p>));
};

test('locking hides the archive at once, and what was read is forgotten, not only hidden', async () => {
  let state: ArchiveStatus['state'] = 'open';
  let answering = Promise.resolve();
  const status = (): ArchiveStatus => ({
    state,
    folderName: '新河档案',
    hubName: state === 'open' ? '新河街道社会组织联合会' : null,
    streetName: null,
    bureauName: null,
    districtName: null,
    desk: state === 'open' ? 'office' : null,
    sampleAvailable: false,
    applicationVersion: '0.1.0',
  });
  const router = createMemoryRouter([
    { Component: ArchiveGate, children: [{ Component: Shell, children: [{ path: '*', Component: Names }] }] },
  ]);
  const client = fakeClient({
    archive: {
      status: archive.status.handler(status),
      lock: archive.lock.handler(() => {
        state = 'locked';
        return status();
      }),
      unlock: archive.unlock.handler(() => {
        state = 'open';
        return status();
      }),
    },
    search: {
      query: implement(searchContract).query.handler(async () => {
        await answering;
        return [
          {
            kind: 'organization' as const,
            more: false,
            hits: [
              {
                kind: 'organization' as const,
                organizationId: organizationId.parse('o1'),
                title: { text: '阳光里舞蹈队', marks: [] },
                detail: '',
                found: null,
              },
            ],
          },
        ];
      }),
    },
  });
  render(
    <Providers
      env="test"
      client={client}
      downloadHref={(href) => Promise.resolve(href)}
      sendToInbox={() => Promise.reject(new Error('no host'))}
    >
      <RouterProvider router={router} />
    </Providers>,
  );
  const user = userEvent.setup();

  expect(await screen.findByText('阳光里舞蹈队')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '锁上档案' }));
  await screen.findByRole('form', { name: '打开档案' });
  expect(screen.queryByText('阳光里舞蹈队')).toBeNull();

  const { promise, resolve } = Promise.withResolvers<void>();
  answering = promise;
  await user.type(screen.getByLabelText('密码'), 'secret{Enter}');
  await screen.findByRole('button', { name: '锁上档案' });
  expect(screen.queryByText('阳光里舞蹈队')).toBeNull();
  resolve();
  expect(await screen.findByText('阳光里舞蹈队')).toBeTruthy();
});
