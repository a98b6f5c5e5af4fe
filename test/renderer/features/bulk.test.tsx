import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BulkBar } from '../../../src/renderer/features/bulk/BulkBar.tsx';
import { changeOf, emptyDraft } from '../../../src/renderer/features/bulk/bulk-draft.ts';
import { emptyFilter } from '../../../src/renderer/features/organizations/list-state.ts';
import { bulkContract } from '../../../src/shared/contract/bulk.ts';
import { fieldsContract } from '../../../src/shared/contract/fields.ts';
import { bulkEditId, organizationId } from '../../../src/shared/domain/ids.ts';
import { fakeClient, showScreen } from '../../support/fake-archive.tsx';

test('a draft is a change only when nothing is missing', () => {
  expect(changeOf({ ...emptyDraft, what: 'remark' })).toBeNull();
  expect(changeOf({ ...emptyDraft, what: 'remark', clears: true })).toEqual({ field: 'remark', value: null });
  expect(changeOf({ ...emptyDraft, what: 'category:nature', text: 'service' })).toEqual({
    field: 'category',
    scheme: 'nature',
    value: 'service',
  });
  expect(changeOf({ ...emptyDraft, what: 'custom:f1', text: '五星' })).toEqual({
    field: 'custom',
    fieldId: 'f1',
    value: '五星',
  });
});

test('what would change is seen before it is changed, and why the rest stays', async () => {
  const bulk = implement(bulkContract);
  const applied: unknown[] = [];
  const client = fakeClient({
    fields: { list: implement(fieldsContract).list.handler(() => []) },
    bulk: {
      last: bulk.last.handler(() => null),
      preview: bulk.preview.handler(({ input }) => ({
        total: 2,
        counts: { changes: 1, same: 0, sealed: 1, 'filing-open': 0, 'needs-change-filing': 0 },
        sample: [
          {
            organizationId: organizationId.parse('o1'),
            name: '舞蹈队',
            outcome: 'changes' as const,
            before: null,
            after: JSON.stringify(input.change.value),
          },
          {
            organizationId: organizationId.parse('o2'),
            name: '太极拳队',
            outcome: 'sealed' as const,
            before: '旧',
            after: JSON.stringify(input.change.value),
          },
        ],
      })),
      apply: bulk.apply.handler(({ input }) => {
        applied.push(input);
        return {
          id: bulkEditId.parse('b1'),
          field: '备注',
          value: '新',
          organizations: 1,
          editedAt: '2026-11-23T01:00:00.000Z',
        };
      }),
    },
  });
  const { user } = showScreen(
    <BulkBar
      selection={['o1', 'o2'].map((id) => organizationId.parse(id))}
      onChange={() => undefined}
      filter={emptyFilter}
      total={9}
    />,
    client,
  );
  await user.click(screen.getByRole('button', { name: '批量修改' }));
  const form = within(await screen.findByRole('form', { name: '批量修改' }));
  await user.type(form.getByRole('combobox', { name: '修改哪一项' }), '备注');
  await user.click(await screen.findByRole('option', { name: '备注' }));
  await user.type(await form.findByLabelText('改成'), '新');
  expect((await form.findByText(/会改 1 个/)).textContent).toBe('会改 1 个；档案已封存，不改 1 个');
  await user.click(await form.findByRole('button', { name: '修改 1 个' }));
  await waitFor(() =>
    expect(applied).toEqual([
      { chosen: { by: 'ids', ids: ['o1', 'o2'] }, change: { field: 'remark', value: '新' }, count: 1 },
    ]),
  );
});
