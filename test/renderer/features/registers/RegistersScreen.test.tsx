import { implement } from '@orpc/server';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { RegistersScreen } from '../../../../src/renderer/features/registers/RegistersScreen.tsx';
import {
  certificatesContract,
  type CertificateFilter,
} from '../../../../src/shared/contract/certificates.ts';
import { filingsContract } from '../../../../src/shared/contract/filings.ts';
import { officeContract } from '../../../../src/shared/contract/office.ts';
import { certificate, type Certificate, type CertificateRow } from '../../../../src/shared/domain/filing.ts';
import { certificateId, filingId, organizationId } from '../../../../src/shared/domain/ids.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';
import { officeProfileOf } from '../../../support/sample-office.ts';

const certificates = implement(certificatesContract);

const rowOf = (change: Partial<CertificateRow> = {}): CertificateRow => ({
  id: certificateId.parse('z1'),
  organizationId: organizationId.parse('o1'),
  filingId: filingId.parse('f1'),
  filingNumber: '新河街社备〔2021〕9号',
  kind: 'original',
  issueReason: '首次备案',
  organizationName: '阳光里晚霞书画社',
  issuedOn: '2021-05-08',
  validTo: '2026-12-01',
  issuedBy: '新河街道办事处',
  collectedBy: '李淑兰',
  collectedOn: '2021-05-10',
  status: 'valid',
  recoveredBy: null,
  recoveredOn: null,
  lossStatement: null,
  voidReason: null,
  communityName: '阳光里社区',
  standing: 'expiring',
  ...change,
});

const issued: Certificate = certificate.parse({
  ...rowOf(),
  responsiblePersonName: null,
  businessScope: null,
  premises: null,
  activityArea: null,
  category: null,
  authorityName: '新河街道办事处',
  collectorPhone: null,
});

const show = (at: string, asked: CertificateFilter[] = [], done: unknown[] = []) =>
  showScreen(
    <RegistersScreen />,
    fakeClient({
      certificates: {
        list: certificates.list.handler(({ input }) => {
          asked.push(input.filter);
          return { rows: [rowOf()], total: 1 };
        }),
        replace: certificates.replace.handler(({ input }) => {
          done.push(input);
          return issued;
        }),
      },
      filings: {
        numberRegister: implement(filingsContract).numberRegister.handler(() => [
          {
            filingNumber: '新河街社备〔2026〕1号',
            sequence: 1,
            state: 'assigned',
            organizationName: '书画社',
            reason: null,
          },
          {
            filingNumber: '新河街社备〔2026〕2号',
            sequence: 2,
            state: 'gap',
            organizationName: null,
            reason: '没有使用记录，可能跳号',
          },
        ]),
      },
      office: {
        get: implement(officeContract).get.handler(() => ({ profile: officeProfileOf(), communities: [] })),
      },
    }),
    { path: '/registers', at },
  );

test('an address opens the certificates that run out', async () => {
  const asked: CertificateFilter[] = [];
  show('/registers?tab=certificates&concern=expiring&status=valid', asked);
  expect(await screen.findByText('阳光里晚霞书画社')).toBeTruthy();
  expect(asked[0]).toEqual({ text: '', communityIds: [], statuses: ['valid'], concern: 'expiring' });
});

test('a lost certificate is issued again once its loss was published', async () => {
  const done: unknown[] = [];
  const { user } = show('/registers?tab=certificates', [], done);
  await user.click(await screen.findByRole('button', { name: '新河街社备〔2021〕9号怎么办' }));
  await user.click(await screen.findByRole('menuitem', { name: '补发' }));
  const form = within(await screen.findByRole('form', { name: '补发' }));
  expect(form.getByRole('button', { name: '补发' })).toHaveProperty('disabled', true);
  await user.type(form.getByLabelText(/声明登在哪里/), '新河晚报');
  await user.click(form.getByRole('button', { name: '补发' }));
  await waitFor(() =>
    expect(done).toMatchObject([
      { id: 'z1', cause: 'lost', issuedBy: '新河街道办事处', former: { outcome: 'lost', place: '新河晚报' } },
    ]),
  );
});

test('numbers of a year show what was left out', async () => {
  show('/registers?tab=numbers&year=2026');
  expect(await screen.findByText('2026 年 1 个号，跳 1 个')).toBeTruthy();
  expect(screen.getByText('没有使用记录，可能跳号')).toBeTruthy();
});
