import {
  Alert,
  Autocomplete,
  Button,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dossier } from '../../../../shared/domain/dossier.ts';
import type { FormerCertificate } from '../../../../shared/domain/filing.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { DateField } from '../../../components/DateField.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../../components/ImeSafeForm.tsx';
import { todayHere } from '../../filings/today-here.ts';
import { OptionalText } from '../../records/OptionalText.tsx';
import { lacksOf } from '../../records/record-draft.ts';
import {
  CertificateEndFields,
  certificateEndOf,
  noCertificateEnd,
} from '../../exits/CertificateEndFields.tsx';

interface RevokeModalProps {
  readonly dossier: Dossier;
  readonly onClose: () => void;
}

/** Revokes the filing: decision, certificate, number and standing in one step that cannot be taken back. */
export const RevokeModal = ({ dossier, onClose }: RevokeModalProps) => {
  const { dispositions } = useApi();
  const { data: authorities = [] } = useQuery(dispositions.authorities.queryOptions());
  const [authority, setAuthority] = useState('街道办事处');
  const [occurredOn, setOccurredOn] = useState<string | null>(todayHere());
  const [documentNumber, setDocumentNumber] = useState<string | null>(null);
  const [basis, setBasis] = useState<string | null>('第三条');
  const [reason, setReason] = useState('');
  const [end, setEnd] = useState(noCertificateEnd);
  const revoke = useMutation(dispositions.revoke.mutationOptions({ onSuccess: onClose }));
  const holds = dossier.certificates.some(({ status }) => status === 'valid');
  const certificate: FormerCertificate | null | 'incomplete' = holds ? certificateEndOf(end) : null;
  const lacks = lacksOf([
    ['机关', authority.trim() === ''],
    ['日期', occurredOn === null],
    ['事由', reason.trim() === ''],
    ['证书的去向', certificate === 'incomplete'],
  ]);
  const submit = (): void => {
    if (lacks.length > 0 || occurredOn === null || certificate === 'incomplete' || revoke.isPending) return;
    revoke.mutate({
      organizationId: dossier.organization.id,
      occurredOn,
      title: '撤销备案决定',
      authority: authority.trim(),
      documentNumber,
      reason: reason.trim(),
      basis,
      result: '撤销备案',
      deliveredOn: null,
      deliveredTo: null,
      certificate,
    });
  };
  return (
    <Modal opened onClose={onClose} title={`撤销备案：${dossier.organization.name}`} size={680}>
      <ImeSafeForm aria-label="撤销备案" onSubmit={submit}>
        <Stack gap="sm">
          <Alert color="orange">
            撤销以后组织状态变为“撤销备案”，备案号停用，档案编卷。这一步不能撤回，请核对决定书再办。
          </Alert>
          <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
            <Autocomplete
              label="作出决定的机关"
              withAsterisk
              data={authorities}
              maxLength={60}
              value={authority}
              onChange={setAuthority}
            />
            <DateField label="决定日期" withAsterisk value={occurredOn} onChange={setOccurredOn} />
            <TextInput
              label="文号"
              maxLength={60}
              value={documentNumber ?? ''}
              onChange={(event) => setDocumentNumber(event.currentTarget.value || null)}
            />
            <OptionalText label="依据" maxLength={500} value={basis} onChange={setBasis} />
          </SimpleGrid>
          <Textarea
            label="事由"
            withAsterisk
            data-autofocus
            autosize
            minRows={2}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {holds ? (
            <CertificateEndFields value={end} onChange={setEnd} allowVoid />
          ) : (
            <Text size="sm" c="dimmed">
              档案里没有有效的备案证书。
            </Text>
          )}
          <ErrorNotice error={revoke.error} />
          <Group justify="flex-end">
            <Text size="sm" c="dimmed" aria-live="polite">
              {lacks.length === 0 ? '' : `还缺：${lacks.join('、')}`}
            </Text>
            <Button variant="default" onClick={onClose}>
              取消
            </Button>
            <Button type="submit" color="red.8" disabled={lacks.length > 0} loading={revoke.isPending}>
              撤销备案
            </Button>
          </Group>
        </Stack>
      </ImeSafeForm>
    </Modal>
  );
};
