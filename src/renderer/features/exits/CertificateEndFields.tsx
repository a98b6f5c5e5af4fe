import { SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import type { FormerCertificate } from '../../../shared/domain/filing.ts';
import { DateField } from '../../components/DateField.tsx';
import { todayHere } from '../filings/today-here.ts';

/** What is typed of a certificate's end. */
export interface CertificateEnd {
  readonly outcome: 'collected' | 'lost' | 'void';
  /** Who collected it, or where the loss was published. */
  readonly who: string;
  readonly on: string | null;
}

export const noCertificateEnd: CertificateEnd = { outcome: 'collected', who: '', on: todayHere() };

/** The end as it is kept; null where it stays outside and is announced as void. */
export const certificateEndOf = ({
  outcome,
  who,
  on,
}: CertificateEnd): FormerCertificate | null | 'incomplete' => {
  if (outcome === 'void') return null;
  if (who.trim() === '' || on === null) return 'incomplete';
  return outcome === 'collected' ? { outcome, by: who.trim(), on } : { outcome, place: who.trim(), on };
};

/** What is kept, as it is typed again. */
export const typedEnd = (end: FormerCertificate | null): CertificateEnd => {
  if (end === null) return noCertificateEnd;
  return { outcome: end.outcome, who: end.outcome === 'collected' ? end.by : end.place, on: end.on };
};

interface CertificateEndFieldsProps {
  readonly value: CertificateEnd;
  readonly onChange: (value: CertificateEnd) => void;
  /** It may stay outside and be announced as void. */
  readonly allowVoid: boolean;
}

/** 备案证书 at the end of an organization: collected, declared lost, or void (policy Art. 3). */
export const CertificateEndFields = ({ value, onChange, allowVoid }: CertificateEndFieldsProps) => (
  <Stack gap="xs">
    <Text size="sm" fw={500}>
      备案证书
    </Text>
    <SegmentedControl
      aria-label="备案证书的去向"
      data={[
        { value: 'collected', label: '已收缴' },
        { value: 'lost', label: '已遗失，登报声明' },
        ...(allowVoid ? [{ value: 'void', label: '未收回，公告作废' }] : []),
      ]}
      value={value.outcome}
      onChange={(outcome) => onChange({ ...value, outcome: outcome as CertificateEnd['outcome'] })}
    />
    {value.outcome === 'void' ? null : (
      <SimpleGrid cols={2}>
        <TextInput
          label={value.outcome === 'collected' ? '收缴人' : '遗失声明登在哪里'}
          withAsterisk
          maxLength={60}
          value={value.who}
          onChange={(event) => onChange({ ...value, who: event.currentTarget.value })}
        />
        <DateField
          label={value.outcome === 'collected' ? '收缴日期' : '声明日期'}
          withAsterisk
          value={value.on}
          onChange={(on) => onChange({ ...value, on })}
        />
      </SimpleGrid>
    )}
  </Stack>
);
