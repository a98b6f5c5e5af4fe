import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Certificate, Filing } from '../../../shared/domain/filing.ts';
import type { CertificateId } from '../../../shared/domain/ids.ts';
import { maskPhone } from '../../../shared/domain/masking.ts';
import { certificateStatusLabels } from '../../../shared/labels/certificate.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { BasisHint } from '../../components/BasisHint.tsx';
import { Card } from '../../components/Card.tsx';
import { DateField } from '../../components/DateField.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ImeSafeForm } from '../../components/ImeSafeForm.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { textOrNull } from '../organizations/facts/facts-form.ts';
import { todayHere } from './today-here.ts';

const CollectionForm = ({
  certificate,
  filing,
}: {
  readonly certificate: Certificate;
  readonly filing: Filing;
}) => {
  const [collectedBy, setCollectedBy] = useState(certificate.responsiblePersonName ?? '');
  const [collectorPhone, setCollectorPhone] = useState('');
  const [collectedOn, setCollectedOn] = useState<string | null>(
    filing.entryMode === 'live' ? todayHere() : null,
  );
  const record = useMutation(useApi().certificates.recordCollection.mutationOptions());
  const ready = collectedBy.trim() !== '' && collectedOn !== null;
  const submit = (): void => {
    if (!ready || record.isPending) return;
    record.mutate({
      id: certificate.id,
      collectedBy: collectedBy.trim(),
      collectorPhone: textOrNull(collectorPhone),
      collectedOn,
    });
  };
  return (
    <ImeSafeForm aria-label="登记领证" onSubmit={submit}>
      <Group align="flex-end" gap="md" wrap="nowrap">
        <SimpleGrid cols={3} spacing="md" flex={1}>
          <TextInput
            label="领证人"
            withAsterisk
            maxLength={30}
            value={collectedBy}
            onChange={(event) => setCollectedBy(event.currentTarget.value)}
          />
          <TextInput
            label="领证人电话"
            autoComplete="off"
            maxLength={30}
            value={collectorPhone}
            onChange={(event) => setCollectorPhone(event.currentTarget.value)}
          />
          <DateField label="领证日期" withAsterisk value={collectedOn} onChange={setCollectedOn} />
        </SimpleGrid>
        <Button type="submit" disabled={!ready} loading={record.isPending}>
          登记领证
        </Button>
      </Group>
      <ErrorNotice error={record.error} />
    </ImeSafeForm>
  );
};

/** The certificate that a filing ended with: print it, and note on its stub who took it. */
export const CertificateCard = ({
  filing,
  certificateId,
}: {
  readonly filing: Filing;
  readonly certificateId: CertificateId;
}) => {
  const { data: certificate, error } = useQuery(
    useApi().certificates.get.queryOptions({ input: { id: certificateId } }),
  );
  if (certificate === undefined) return <ErrorNotice error={error} />;
  const { filingNumber, issuedOn, issuedBy, status, collectedBy, collectorPhone, collectedOn } = certificate;
  return (
    <Card
      title={`备案证书　${filingNumber}`}
      accent={collectedBy === null}
      aside={<BasisHint basis="第二条（二）" />}
    >
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm">
            {issuedOn}　{issuedBy} 发证　{certificateStatusLabels[status]}
          </Text>
          <Group gap="sm">
            <LinkButton variant="default" to={paths.print('certificate-receipt', [certificateId])}>
              打印领证签收单
            </LinkButton>
            <LinkButton to={paths.print('certificate', [filing.organizationId])}>打印备案证书</LinkButton>
          </Group>
        </Group>
        {collectedBy === null ? (
          <CollectionForm certificate={certificate} filing={filing} />
        ) : (
          <Text size="sm">
            {collectedOn}　{collectedBy} 已领取
            {collectorPhone === null ? '' : `　${maskPhone(collectorPhone)}`}
          </Text>
        )}
      </Stack>
    </Card>
  );
};
