import { implement } from '@orpc/server';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { VerificationScreen } from '../../../../src/renderer/features/verification/VerificationScreen.tsx';
import { verificationContract } from '../../../../src/shared/contract/verification.ts';
import { organizationId } from '../../../../src/shared/domain/ids.ts';
import type { Verdict } from '../../../../src/shared/domain/verification.ts';
import { fakeClient, showScreen } from '../../../support/fake-archive.tsx';

const verification = implement(verificationContract);

const statement = {
  filingNumber: '新河街社备〔2026〕1号',
  organizationName: '阳光里合唱队',
  issuedOn: '2026-04-26',
  validTo: null,
  kind: 'original',
  authorityName: '新河街道办事处',
} as const;
const recorded = {
  organizationId: organizationId.parse('o1'),
  organizationStatus: 'filed',
  status: 'valid',
  expired: false,
} as const;
const key = { id: '0102030405060708', retiredAt: null };

const show = (answers: Readonly<Record<string, Verdict>>, onPicture: readonly Verdict[] = []) => {
  const asked: string[] = [];
  const shown = showScreen(
    <VerificationScreen />,
    fakeClient({
      verification: {
        keys: verification.keys.handler(() => [
          { id: key.id, publicKey: 'RW', fingerprint: 'ABCD 0123', retiredOn: null },
          { id: '0807060504030201', publicKey: 'RW', fingerprint: 'DCBA 3210', retiredOn: '2026-06-01' },
        ]),
        check: verification.check.handler(({ input }) => {
          asked.push(input.text);
          return answers[input.text] ?? { kind: 'other' };
        }),
        checkPicture: verification.checkPicture.handler(({ input }) => {
          asked.push(input.file.name);
          return { verdicts: [...onPicture] };
        }),
      },
    }),
  );
  return { ...shown, asked };
};

test('a scanner types a code and Enter; the verdict is told in words, and the next code takes its place', async () => {
  const { user, asked } = show({
    '1': { kind: 'in-force', statement, key, recorded },
    '2': { kind: 'altered', statement, keyId: key.id },
    '3': {
      kind: 'ended',
      statement,
      key,
      recorded: { ...recorded, status: 'recovered', organizationStatus: 'dissolved' },
    },
    '4': { kind: 'unsigned', filingNumber: '甲〔2020〕1号', organizationName: '乙', recorded: null },
  });
  expect(document.activeElement).toBe(screen.getByLabelText('核验码'));
  await user.keyboard('1{Enter}');
  await screen.findByText('真证书，现在有效');
  for (const fact of ['新河街社备〔2026〕1号', '阳光里合唱队', '长期', '2026-04-26（首次发证）'])
    screen.getByText(fact);
  await user.keyboard('2{Enter}');
  await screen.findByText('内容与签名不符');
  expect(screen.queryByText('真证书，现在有效')).toBeNull();
  await user.keyboard('3{Enter}');
  await screen.findByText(/档案里的证书：已被收缴；组织/);
  expect(screen.getByRole('link', { name: '打开档案' }).getAttribute('href')).toBe(
    '/organizations/o1?tab=filings',
  );
  await user.keyboard('4{Enter}');
  await screen.findByText('档案库里没有这个备案号和名称的证书。');
  expect(asked).toEqual(['1', '2', '3', '4']);
});

test('a dropped scan is checked; one without a code is said so', async () => {
  const { asked } = show({}, []);
  const file = new File(['x'], '证书.pdf', { type: 'application/pdf' });
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items: [], files: [file] } });
  await screen.findByText('没有找到二维码');
  expect(asked).toEqual(['证书.pdf']);
});

test('the fingerprints to be read out are those of all keys', async () => {
  show({});
  await waitFor(() => expect(screen.getAllByRole('group', { name: '公钥指纹' })).toHaveLength(2));
  screen.getByText(/2026-06-01 换下/);
});
