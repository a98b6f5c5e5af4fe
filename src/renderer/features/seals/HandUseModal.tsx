import { Button, Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { handUseInput } from '../../../shared/domain/seal.ts';
import { useApi } from '../../app/archive-api.tsx';
import { useClerkName } from '../../components/clerk-name.ts';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { todayHere } from '../filings/today-here.ts';

const blank = { title: '', documentNumber: '', approvedBy: '', purpose: '' };
type TextName = keyof typeof blank;
const labels: Readonly<Record<TextName, string>> = {
  title: '文件名称',
  documentNumber: '文号（没有就不填）',
  approvedBy: '批准人',
  purpose: '事由',
};

/** Enters a use of the real seal. */
export const HandUseModal = ({ onClose }: { readonly onClose: () => void }) => {
  const { seals, office } = useApi();
  const { data } = useQuery(office.get.queryOptions());
  const [usedOn, setUsedOn] = useState<string | null>(todayHere());
  const [sealName, setSealName] = useState<string | null>(null);
  const [copies, setCopies] = useState<number | string>(1);
  const [words, setWords] = useState(blank);
  const [usedBy, setUsedBy] = useClerkName();
  const record = useMutation(seals.recordHandUse.mutationOptions({ onSuccess: onClose }));
  const input = handUseInput.safeParse({
    ...words,
    documentNumber: words.documentNumber.trim() === '' ? null : words.documentNumber,
    usedOn,
    sealName: sealName ?? data?.profile.authorityName ?? '',
    organizationId: null,
    copies,
    usedBy,
  }).data;
  const field = (name: TextName, focus = false) => (
    <TextInput
      label={labels[name]}
      withAsterisk={name !== 'documentNumber'}
      data-autofocus={focus || undefined}
      maxLength={name === 'approvedBy' ? 30 : name === 'documentNumber' ? 60 : 200}
      value={words[name]}
      onChange={(event) => setWords({ ...words, [name]: event.currentTarget.value })}
    />
  );
  return (
    <Modal opened onClose={onClose} title="登记实物用印" size={560}>
      <ImeSafeForm
        aria-label="登记实物用印"
        onSubmit={() => input !== undefined && !record.isPending && record.mutate(input)}
      >
        <Stack>
          {field('title', true)}
          {field('documentNumber')}
          <Group grow align="flex-start">
            <DateField label="用印日期" required value={usedOn} onChange={setUsedOn} maxDate={todayHere()} />
            <NumberInput
              label="份数"
              withAsterisk
              min={1}
              max={999}
              allowDecimal={false}
              value={copies}
              onChange={setCopies}
            />
          </Group>
          <TextInput
            label="印章"
            withAsterisk
            maxLength={60}
            value={sealName ?? data?.profile.authorityName ?? ''}
            onChange={(event) => setSealName(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TextInput
              label="用印人"
              withAsterisk
              maxLength={30}
              value={usedBy}
              onChange={(event) => setUsedBy(event.currentTarget.value)}
            />
            {field('approvedBy')}
          </Group>
          {field('purpose')}
          <ErrorNotice error={record.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不登记
            </Button>
            <Button type="submit" disabled={input === undefined} loading={record.isPending}>
              登记
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
