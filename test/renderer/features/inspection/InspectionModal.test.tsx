import { implement } from '@orpc/server';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InspectionModal } from '../../../../src/renderer/features/inspection/InspectionModal.tsx';
import { inspectionContract } from '../../../../src/shared/contract/inspection.ts';
import type { InspectionRequest } from '../../../../src/shared/domain/inspection.ts';
import { organizationId } from '../../../../src/shared/domain/ids.ts';
import { dossierPartLabels } from '../../../../src/shared/labels/dossier.ts';
import { CodedError } from '../../../../src/shared/errors.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const inspection = implement(inspectionContract);

let saved: File[] = [];
beforeEach(() => {
  saved = [];
  vi.stubGlobal(
    'URL',
    Object.assign(URL, {
      createObjectURL: (file: File) => {
        saved.push(file);
        return 'blob:saved';
      },
      revokeObjectURL: () => {},
    }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const show = (make: (request: InspectionRequest) => AsyncGenerator<never, void> | Promise<never>) => {
  const asked: InspectionRequest[] = [];
  const taken: number[] = [];
  const shown = showScreen(
    <InspectionModal
      organizationId={organizationId.parse('o1')}
      organizationName="舞蹈队"
      onClose={() => {}}
    />,
    fakeClient({
      inspection: {
        make: inspection.make.handler(async function* ({ input }) {
          asked.push(input);
          yield { type: 'progress' as const, stage: 'dossier', done: 1, total: 2 };
          await make(input);
          yield {
            type: 'result' as const,
            result: {
              fileId: 'f1',
              fileName: '检查卷_舞蹈队.pdf',
              byteLength: 5,
              pages: 37,
              items: 4,
              problems: [{ item: '备案材料', paper: '旧表.pdf', reason: 'encrypted' as const }],
            },
          };
        }),
        take: inspection.take.handler(({ input }) => {
          taken.push(input.from);
          return new File([input.from === 0 ? 'abc' : 'de'], 'piece');
        }),
      },
    }),
  );
  return { ...shown, asked, taken };
};

test('the full version asks who and what for, and comes home in pieces with what is not in it', async () => {
  const { user, asked, taken } = show(() => Promise.resolve() as never);
  const make = await screen.findByRole('button', { name: '生成检查卷' });
  expect((make as HTMLButtonElement).disabled).toBe(true);
  await user.type(screen.getByRole('textbox', { name: /编制人/ }), '周敏');
  await user.type(screen.getByRole('textbox', { name: /用途/ }), '年度检查');
  await user.click(screen.getByRole('checkbox', { name: dossierPartLabels.roster }));
  await user.click(screen.getByRole('checkbox', { name: /盖归档章/ }));
  await user.click(make);
  expect(await screen.findByText('做好了：4 件，37 页')).toBeTruthy();
  expect(screen.getByText('备案材料：旧表.pdf')).toBeTruthy();
  await waitFor(() => expect(saved).toHaveLength(1));
  expect(await saved[0]!.text()).toBe('abcde');
  expect(taken).toEqual([0, 3]);
  expect(asked).toEqual([
    {
      organizationId: 'o1',
      version: 'full',
      actor: '周敏',
      purpose: '年度检查',
      from: null,
      to: null,
      parts: ['charter-and-form', 'reports-and-surveys', 'disclosures', 'dispositions'],
      made: 'unscanned',
      stamped: true,
    },
  ]);
});

test('the public version needs no purpose; what fails is said', async () => {
  const { user, asked } = show(() => Promise.reject(new CodedError('PDF_PRINTER_MISSING', {})));
  await user.type(await screen.findByRole('textbox', { name: /编制人/ }), '周敏');
  await user.click(screen.getByRole('radio', { name: /公开版/ }));
  await user.click(screen.getByRole('button', { name: '生成检查卷' }));
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(asked[0]).toMatchObject({ version: 'public', purpose: '', parts: null });
});
