import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AreasCard } from '../../../../src/renderer/features/settings/areas/AreasCard.tsx';
import { areasContract } from '../../../../src/shared/contract/areas.ts';
import type { AreaChange, AreaChangeInput } from '../../../../src/shared/domain/area-change.ts';
import { areaChangeId, communityId, organizationId } from '../../../../src/shared/domain/ids.ts';
import type { Community } from '../../../../src/shared/domain/office.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';

const areas = implement(areasContract);

const communityOf = (number: number, name: string): Community => ({
  id: communityId.parse(`c${number}`),
  code: `99010100100${number}`,
  name,
  settlement: 'urban',
  settlementClass: '111',
  partyOrganization: null,
  validFrom: null,
  validTo: null,
});

const done: AreaChange = {
  id: areaChangeId.parse('a1'),
  kind: 'rename',
  effectiveOn: '2026-11-01',
  basis: '新政发〔2026〕3号',
  title: '阳光里社区更名为朝阳里社区',
  organizations: 14,
  recordedAt: '2026-11-02T01:00:00.000Z',
  undoneAt: null,
  undoable: true,
};

test('a new name is filled in over the old one, shown first, and done only then', async () => {
  const asked: [string, AreaChangeInput][] = [];
  const client = fakeClient({
    areas: {
      list: areas.list.handler(() => []),
      preview: areas.preview.handler(({ input }) => {
        asked.push(['preview', input]);
        return {
          title: '阳光里社区更名为朝阳里社区',
          moves: [
            {
              organizationId: organizationId.parse('o1'),
              name: '夕阳红舞蹈队',
              from: '阳光里社区',
              to: '朝阳里社区',
            },
          ],
          ended: 2,
          openFilings: 1,
        };
      }),
      apply: areas.apply.handler(({ input }) => {
        asked.push(['apply', input]);
        return done;
      }),
    },
  });
  const { user } = showScreen(
    <AreasCard
      office={officeProfileOf()}
      communities={[communityOf(1, '阳光里社区'), communityOf(2, '和平里社区')]}
    />,
    client,
  );
  (await screen.findByRole('button', { name: '办理调整' })).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('menuitem', { name: '社区更名' }));
  await user.click(await screen.findByRole('combobox', { name: /哪个社区/ }));
  await user.click(await screen.findByRole('option', { name: '阳光里社区' }));
  const name = await screen.findByLabelText(/新名称/);
  await user.clear(name);
  await user.type(name, '朝阳里社区');
  await user.type(screen.getByLabelText(/生效日期/), '2026-11-20');
  await user.type(screen.getByLabelText(/批准文件/), '新政发〔2026〕3号{Enter}');

  expect(await screen.findByText(/涉及 1 个组织/)).toBeTruthy();
  expect(screen.getByText(/已注销、撤销的 2 个留在原社区/)).toBeTruthy();
  expect(asked.map(([what]) => what)).toEqual(['preview']);
  await user.click(screen.getByRole('button', { name: '照此调整' }));
  await waitFor(() => expect(asked.map(([what]) => what)).toEqual(['preview', 'apply']));
  expect(asked[1]?.[1]).toEqual({
    kind: 'rename',
    communityId: 'c1',
    into: {
      name: '朝阳里社区',
      code: '990101001001',
      settlement: 'urban',
      settlementClass: '111',
      partyOrganization: null,
    },
    effectiveOn: '2026-11-20',
    basis: '新政发〔2026〕3号',
  });
});

test('the latest change is taken back after one question', async () => {
  const undone: string[] = [];
  const client = fakeClient({
    areas: {
      list: areas.list.handler(() => [done]),
      undo: areas.undo.handler(({ input }) => {
        undone.push(input.id);
        return {};
      }),
    },
  });
  const { user } = showScreen(<AreasCard office={officeProfileOf()} communities={[]} />, client);
  await user.click(await screen.findByRole('button', { name: '撤销' }));
  expect(undone).toEqual([]);
  const question = await screen.findByRole('dialog', { name: '撤销这次调整？' });
  await user.click(within(question).getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(undone).toEqual(['a1']));
});
