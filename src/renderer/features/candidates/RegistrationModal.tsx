import { Button, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readCreditCode } from '../../../shared/domain/credit-code.ts';
import type { Organization } from '../../../shared/domain/organization.ts';
import { useApi } from '../../app/archive-api.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { FormerPaper, formerPaperOf, type FormerPaperDraft } from '../certificates/FormerPaper.tsx';
import { todayHere } from '../filings/today-here.ts';
import { textOrNull } from '../organizations/facts/facts-form.ts';

const codeProblems = {
  length: '统一社会信用代码是 18 位',
  characters: '有代码里不用的字符（没有 I、O、S、V、Z）',
  'check-digit': '校验码对不上，请核对有没有抄错',
} as const;

interface RegistrationModalProps {
  readonly organization: Organization;
  /** Items of the rules' list that are done. */
  readonly done: readonly string[];
  readonly onClose: () => void;
}

/** The organization was legally registered: its filing ends here, the filing certificate is collected. */
export const RegistrationModal = ({ organization, done, onClose }: RegistrationModalProps) => {
  const api = useApi();
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const [name, setName] = useState(organization.name);
  const [registrar, setRegistrar] = useState('');
  const [creditCode, setCreditCode] = useState('');
  const [registeredOn, setRegisteredOn] = useState<string | null>(todayHere());
  const [former, setFormer] = useState<FormerPaperDraft>({
    outcome: null,
    by: '',
    place: '',
    on: todayHere(),
  });
  const [reason, setReason] = useState('');
  const register = useMutation(api.candidates.register.mutationOptions({ onSuccess: onClose }));
  const reading = readCreditCode(creditCode);
  const undone = (rules?.body.registrationSteps ?? []).filter((step) => !done.includes(step));
  const excused = undone.length > 0 || former.outcome === 'outstanding';
  const paper = formerPaperOf(former);
  const ready =
    reading.kind === 'value' &&
    name.trim().length > 1 &&
    registrar.trim() !== '' &&
    registeredOn !== null &&
    (paper !== null || former.outcome === 'outstanding') &&
    (!excused || reason.trim() !== '');
  const submit = (): void => {
    if (!ready || register.isPending) return;
    register.mutate({
      organizationId: organization.id,
      registration: { creditCode, registeredName: name, registrar, registeredOn },
      former: paper,
      overrideReason: excused ? textOrNull(reason) : null,
    });
  };
  return (
    <Modal opened onClose={onClose} title="转为依法登记" size={680}>
      <ImeSafeForm aria-label="转为依法登记" onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">登记后不再是备案组织：备案证书收回，档案编入注销卷，状态改为“转为依法登记”。</Text>
          <SimpleGrid cols={2} spacing="md">
            <TextInput
              label="登记名称"
              withAsterisk
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <TextInput
              label="登记机关"
              withAsterisk
              maxLength={60}
              value={registrar}
              onChange={(event) => setRegistrar(event.currentTarget.value)}
            />
            <TextInput
              label="统一社会信用代码"
              withAsterisk
              maxLength={30}
              error={
                creditCode !== '' && reading.kind === 'refused' ? codeProblems[reading.reason] : undefined
              }
              value={creditCode}
              onChange={(event) => setCreditCode(event.currentTarget.value)}
            />
            <DateField label="登记日期" withAsterisk value={registeredOn} onChange={setRegisteredOn} />
          </SimpleGrid>
          <FormerPaper
            label="备案证书的去向"
            outcomes={['collected', 'lost', 'outstanding']}
            value={former}
            onChange={setFormer}
          />
          {excused ? (
            <TextInput
              label={
                undone.length > 0
                  ? `还有 ${undone.length} 项准备没有勾，请写明理由`
                  : '备案证书没有收回，请写明理由'
              }
              description={undone.join('、')}
              withAsterisk
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <ErrorNotice error={register.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              先不登记
            </Button>
            <Button type="submit" disabled={!ready} loading={register.isPending}>
              登记
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
