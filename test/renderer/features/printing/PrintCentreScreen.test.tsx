import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PrintCentreScreen } from '../../../../src/renderer/features/printing/PrintCentreScreen.tsx';
import { documentsContract } from '../../../../src/shared/contract/documents.ts';
import { printingContract } from '../../../../src/shared/contract/printing.ts';
import { printerId, printJobId } from '../../../../src/shared/domain/ids.ts';
import { shippedLabelSheets } from '../../../../src/shared/domain/label-sheet.ts';
import {
  usualSetup,
  type Printer,
  type PrintJob,
  type PrintRun,
} from '../../../../src/shared/domain/printing.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const printing = implement(printingContract);
const documents = implement(documentsContract);

const job = (id: string, change: Partial<PrintJob> = {}): PrintJob => ({
  id: printJobId.parse(id),
  kind: 'certificate',
  subjectIds: ['o1'],
  summary: '阳光里舞蹈队等 500 个',
  copies: 1,
  mark: null,
  labels: null,
  addedAt: '2026-11-25T01:00:00.000Z',
  printed: null,
  ...change,
});

const printer: Printer = {
  id: printerId.parse('p1'),
  name: '窗口惠普',
  deviceName: 'HP_1',
  offset: { xMm: 0, yMm: 0, scale: 1 },
  measuredOn: null,
  usual: true,
};

interface Asked {
  arranged: string[][];
  runs: PrintRun[];
  saved: unknown[];
}

const show = (at: string, asked: Asked = { arranged: [], runs: [], saved: [] }) => {
  const jobs = [
    job('j1'),
    job('j2', { kind: 'roster-full', summary: '和平里合唱队' }),
    job('j3', { kind: 'label', summary: '龙泉村' }),
  ];
  return showScreen(
    <PrintCentreScreen />,
    fakeClient({
      printing: {
        queue: printing.queue.handler(() => ({ waiting: jobs, printed: [] })),
        setups: printing.setups.handler(() => [
          { kind: 'certificate' as const, setup: { ...usualSetup, sheet: 'a3' as const, tray: '二号纸盒' } },
        ]),
        printers: printing.printers.handler(() => [printer]),
        way: printing.way.handler(() => ({ way: 'system' as const, devices: [] })),
        arrange: printing.arrange.handler(({ input }) => {
          asked.arranged.push([...input.ids]);
          return { waiting: input.ids.map((id) => jobs.find((each) => each.id === id)!), printed: [] };
        }),
        print: printing.print.handler(async function* ({ input }) {
          asked.runs.push(input);
          yield { type: 'progress' as const, stage: 'documents', done: 250, total: 500 };
          yield {
            type: 'result' as const,
            result: {
              documents: [
                {
                  fileId: 'f1',
                  fileName: '打印_A3横_500页_2026-11-25.pdf',
                  sheet: { widthMm: 420, heightMm: 297 },
                  duplex: 'simplex' as const,
                  colour: 'colour' as const,
                  pages: 500,
                  onto: 'plain' as const,
                  kinds: ['certificate' as const],
                  tray: '二号纸盒',
                  sent: false,
                },
              ],
              jobs: 1,
              papers: 500,
              numbered: 500,
              skipped: [],
            },
          };
        }),
        savePrinter: printing.savePrinter.handler(({ input }) => {
          asked.saved.push(input);
          return [{ ...printer, offset: input.offset, measuredOn: '2026-11-25' }];
        }),
        saveSetup: printing.saveSetup.handler(({ input }) => {
          asked.saved.push(input);
          return [input];
        }),
        labelSheets: printing.labelSheets.handler(() => ({ sheets: [...shippedLabelSheets], usual: '2x4' })),
      },
      documents: { takeFile: documents.takeFile.handler(() => new File(['%PDF'], '打印.pdf')) },
    }),
    { at },
  );
};

test('what waits is put in order and printed by keyboard: who prints is asked, the printer and what will happen are said', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} }));
  const asked: Asked = { arranged: [], runs: [], saved: [] };
  const { user } = show('/print-centre', asked);
  await screen.findByText('A3，二号纸盒');
  const rows = screen.getAllByRole('row');
  expect(rows.slice(1).map((row) => row.textContent)).toEqual([
    expect.stringContaining('阳光里舞蹈队等 500 个A3，二号纸盒'),
    expect.stringContaining('和平里合唱队'),
    expect.stringContaining('龙泉村'),
  ]);
  within(rows[2]!).getByRole('button', { name: /^上移/ }).focus();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(asked.arranged).toEqual([['j2', 'j1', 'j3']]));
  await user.click(await screen.findByRole('checkbox', { name: /阳光里舞蹈队/ }));
  await user.click(screen.getByRole('button', { name: '打印选中的 1 项' }));
  const form = await screen.findByRole('form', { name: '打印' });
  expect(within(form).getByText(/直接送到“HP_1”/)).toBeTruthy();
  await user.type(within(form).getByLabelText(/打印人/), '周敏');
  await user.type(within(form).getByLabelText(/重打理由/), '卡纸{Enter}');
  expect(await screen.findByText('做好了 500 份文书，1 个打印文件')).toBeTruthy();
  expect(asked.runs).toEqual([
    { jobIds: ['j1'], by: '周敏', reason: '卡纸', numbered: true, printerId: 'p1', direct: true },
  ]);
  expect(screen.getByText(/A3 横，500 页，单面，彩色/)).toBeTruthy();
  expect(screen.getByText('放纸：二号纸盒')).toBeTruthy();
  expect((await screen.findByRole('link', { name: '存为 PDF' })).getAttribute('download')).toBe(
    '打印_A3横_500页_2026-11-25.pdf',
  );
});

test('two distances measured on the test page become the offset of the printer', async () => {
  const asked: Asked = { arranged: [], runs: [], saved: [] };
  const { user } = show('/print-centre?tab=printers', asked);
  await user.click(await screen.findByRole('button', { name: '填写量到的数' }));
  const form = await screen.findByRole('form', { name: '校准' });
  await user.type(within(form).getByLabelText(/到纸左边/), '18.5');
  expect(within(form).getByRole('button', { name: '用这个偏移' }).hasAttribute('disabled')).toBe(true);
  await user.type(within(form).getByLabelText(/到纸上边/), '22');
  expect(within(form).getByText('以后打印：向右 1.5 毫米，向上 2 毫米。')).toBeTruthy();
  // A page that was printed to fit is told from one that is merely moved.
  await user.type(within(form).getByLabelText(/两个十字之间/), '150');
  expect(within(form).getByText(/差得太多/)).toBeTruthy();
  await user.clear(within(form).getByLabelText(/两个十字之间/));
  await user.click(within(form).getByRole('button', { name: '用这个偏移' }));
  await waitFor(() =>
    expect(asked.saved).toEqual([
      {
        id: 'p1',
        name: '窗口惠普',
        deviceName: 'HP_1',
        offset: { xMm: 1.5, yMm: -2, scale: 1 },
        usual: true,
        measured: true,
      },
    ]),
  );
});

test('a kind of paper keeps its sheet, sides, copies and tray; official papers have no other sheet', async () => {
  const asked: Asked = { arranged: [], runs: [], saved: [] };
  const { user } = show('/print-centre?tab=setups', asked);
  await user.click(await screen.findByRole('button', { name: /^修改 .*备案证书$/ }));
  const form = await screen.findByRole('form', { name: '怎么打印' });
  await user.click(within(form).getByRole('switch', { name: /套打/ }));
  await user.clear(within(form).getByLabelText(/放什么纸/));
  await user.type(within(form).getByLabelText(/放什么纸/), '证书纸{Enter}');
  await waitFor(() =>
    expect(asked.saved).toEqual([
      { kind: 'certificate', setup: { ...usualSetup, sheet: 'a3', tray: '证书纸', stock: true } },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('form', { name: '怎么打印' })).toBeNull());
  await user.click(screen.getByRole('button', { name: /^修改 .*批复$/ }));
  expect(await screen.findByText('这种文书的大小是规定好的，不能放大缩小。')).toBeTruthy();
});
