import { Anchor, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Dossier } from '../../../shared/domain/dossier.ts';
import { certificateKindLabels, certificateStatusLabels } from '../../../shared/labels/certificate.ts';
import { entryModeLabels, filingKindLabels } from '../../../shared/labels/filing.ts';
import { paths } from '../../app/paths.ts';
import { LinkButton } from '../../components/LinkButton.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';
import { paperEndWords } from '../certificates/paper-end-words.ts';
import { CertificateActions } from '../certificates/CertificateActions.tsx';
import { FilingStateBadge } from '../filings/FilingStateBadge.tsx';

const Filings = ({ filings }: Pick<Dossier, 'filings'>) => (
  <Table>
    <Table.Thead>
      <Table.Tr>
        <Table.Th fw={400}>备案</Table.Th>
        <Table.Th fw={400}>开始</Table.Th>
        <Table.Th fw={400}>进度</Table.Th>
        <Table.Th fw={400}>办理期限</Table.Th>
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {filings.map(({ id, kind, entryMode, startedOn, state, dueOn }) => (
        <Table.Tr key={id}>
          <Table.Td>
            <Anchor component={Link} to={paths.filing(id)} size="sm">
              {filingKindLabels[kind]}
              {entryMode === 'back-entry' ? `（${entryModeLabels[entryMode]}）` : ''}
            </Anchor>
          </Table.Td>
          <Table.Td>{startedOn}</Table.Td>
          <Table.Td>
            <FilingStateBadge state={state} />
          </Table.Td>
          <Table.Td>{dueOn ?? '—'}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

const Certificates = ({ certificates }: Pick<Dossier, 'certificates'>) => (
  <Table>
    <Table.Thead>
      <Table.Tr>
        <Table.Th fw={400}>备案号</Table.Th>
        <Table.Th fw={400}>发证</Table.Th>
        <Table.Th fw={400}>领取</Table.Th>
        <Table.Th fw={400}>状态</Table.Th>
        <Table.Th />
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {certificates.map((certificate) => (
        <Table.Tr key={certificate.id}>
          <Table.Td>{certificate.filingNumber}</Table.Td>
          <Table.Td>
            {certificate.issuedOn}　{certificateKindLabels[certificate.kind]}
          </Table.Td>
          <Table.Td>
            {certificate.collectedBy === null
              ? '未领取'
              : `${certificate.collectedBy}　${certificate.collectedOn ?? ''}`}
          </Table.Td>
          <Table.Td>
            <StatusBadge tone={certificate.status === 'valid' ? 'good' : 'ended'}>
              {certificateStatusLabels[certificate.status]}
            </StatusBadge>
            <Text size="xs" c="dimmed">
              {paperEndWords(certificate) ?? ''}
            </Text>
          </Table.Td>
          <Table.Td>
            <CertificateActions certificate={certificate} />
          </Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);

export const FilingsTab = ({
  dossier: { organization, filings, certificates },
}: {
  readonly dossier: Dossier;
}) =>
  filings.length === 0 && certificates.length === 0 ? (
    <EmptyState
      icon={IconFileCertificate}
      title="这里还没有备案记录"
      hint="从 Excel 导入的组织只有台账上的备案号。纸质材料可到“备案办理”里用补录方式登记。"
    />
  ) : (
    <Stack gap="lg">
      <div>
        <Filings filings={filings} />
        {filings.some(({ state }) => state === 'filed') ? (
          <LinkButton to={paths.versions(organization.id)} variant="light" size="compact-md" mt="xs">
            看历次备案的内容
          </LinkButton>
        ) : null}
      </div>
      <div>
        <Title order={3} size="h6" mb="xs">
          证书存根
        </Title>
        {certificates.length === 0 ? (
          <Text size="sm" c="dimmed">
            还没有发证。
          </Text>
        ) : (
          <Certificates certificates={certificates} />
        )}
      </div>
    </Stack>
  );
