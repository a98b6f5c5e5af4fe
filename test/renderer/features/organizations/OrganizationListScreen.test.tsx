import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { OrganizationListScreen } from '../../../../src/renderer/features/organizations/OrganizationListScreen.tsx';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { organizationsContract } from '../../../../src/shared/contract/organizations.ts';
import type { OrganizationRow } from '../../../../src/shared/domain/organization.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';
import { organizationRowOf } from '../../../support/sample-rows.ts';

const organizations = implement(organizationsContract);

beforeEach(() => localStorage.clear());

const clientOf = (rows: readonly OrganizationRow[], asked: unknown[] = []) =>
  fakeClient({
    office: {
      get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
    },
    organizations: {
      list: organizations.list.handler(({ input }) => {
        asked.push(input);
        return { rows: [...rows], total: rows.length };
      }),
    },
  });

test('the address decides what is asked, and ticking a state changes both', async () => {
  const asked: unknown[] = [];
  const { user, address } = showScreen(<OrganizationListScreen />, clientOf([organizationRowOf()], asked), {
    at: '/organizations?lacking=fallback-party',
  });

  expect(await screen.findByText('筛出 1 个')).toBeTruthy();
  expect(asked.at(-1)).toMatchObject({
    filter: { lacking: 'fallback-party', statuses: [] },
    offset: 0,
    limit: 50,
  });

  await user.click(screen.getByRole('button', { name: '状态' }));
  await user.click(await screen.findByRole('checkbox', { name: '已备案' }));

  await waitFor(() => expect(asked.at(-1)).toMatchObject({ filter: { statuses: ['filed'] } }));
  expect(address()).toBe('/organizations?status=filed&lacking=fallback-party');
});

test('a person reaches a dossier by its name as a link, so without a mouse too', async () => {
  showScreen(<OrganizationListScreen />, clientOf([organizationRowOf()]), { at: '/organizations' });

  const link = await screen.findByRole('link', { name: '阳光里夕阳红舞蹈队' });
  expect(link.getAttribute('href')).toBe('/organizations/o1');
});

test('what mends a gap leads to its form: the row around it does not lead elsewhere after it', async () => {
  const { user, address } = showScreen(<OrganizationListScreen />, clientOf([organizationRowOf()]), {
    at: '/organizations?lacking=committee-report',
  });

  await user.click(await screen.findByRole('link', { name: '阳光里夕阳红舞蹈队：缺两委报告，去补' }));
  expect(address()).toBe('/organizations/o1/mend/committee-report');
});

test('a press beside the links of a row opens its dossier', async () => {
  const { user, address } = showScreen(<OrganizationListScreen />, clientOf([organizationRowOf()]), {
    at: '/organizations',
  });

  await user.click(await screen.findByText('新河街社备〔2021〕17号'));
  expect(address()).toBe('/organizations/o1');
});

test('a column put away stays away on this computer', async () => {
  const { user, unmount } = showScreen(<OrganizationListScreen />, clientOf([organizationRowOf()]), {
    at: '/organizations',
  });
  await user.click(await screen.findByRole('button', { name: '选择要显示的列' }));
  const columns = await screen.findByRole('group', { name: '要显示的列' });
  await user.click(within(columns).getByRole('checkbox', { name: '备案号' }));
  expect(screen.queryByText('新河街社备〔2021〕17号')).toBeNull();
  unmount();

  showScreen(<OrganizationListScreen />, clientOf([organizationRowOf()]), { at: '/organizations' });
  await screen.findByRole('link', { name: '阳光里夕阳红舞蹈队' });
  expect(screen.queryByText('新河街社备〔2021〕17号')).toBeNull();
});

test('an empty archive teaches where organizations come from; an empty filter how to widen it', async () => {
  const { unmount } = showScreen(<OrganizationListScreen />, clientOf([]), { at: '/organizations' });
  expect((await screen.findByRole('link', { name: '导入 Excel 台账' })).getAttribute('href')).toBe(
    '/imports',
  );
  unmount();

  const { user, address } = showScreen(<OrganizationListScreen />, clientOf([]), {
    at: '/organizations?status=revoked',
  });
  await user.click(await screen.findByRole('button', { name: '清除全部条件' }));
  expect(address()).toBe('/organizations');
});
