import { Anchor, Group, Select, Text } from '@mantine/core';
import { IconCertificate, IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DataTableColumn } from 'mantine-datatable';
import { Link } from 'react-router';
import { certificateFilter, type CertificateFilter } from '../../../shared/contract/certificates.ts';
import { certificateStatus, type CertificateRow } from '../../../shared/domain/filing.ts';
import {
  certificateKindLabels,
  certificateStandingLabels,
  certificateStatusLabels,
} from '../../../shared/labels/certificate.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ExportListButton } from '../../components/ExportListButton.tsx';
import { FilterMenu } from '../../components/FilterMenu.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { StatusBadge, type StatusTone } from '../../components/StatusBadge.tsx';
import { paperEndWords } from '../certificates/paper-end-words.ts';
import { CertificateActions } from '../certificates/CertificateActions.tsx';
import { communitiesIn, RegisterFilters } from './RegisterFilters.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { registerPageSize, useRegisterQuery, type RegisterQuery } from './use-register-query.ts';

const tones: Readonly<Record<CertificateRow['standing'], StatusTone>> = {
  valid: 'good',
  expiring: 'waiting',
  expired: 'late',
  outstanding: 'late',
  ended: 'ended',
};

const concerns = [
  { value: 'expiring', label: '快到期' },
  { value: 'expired', label: '已过期' },
  { value: 'outstanding', label: '旧证未收回' },
  { value: 'waiting', label: '还没领走' },
] as const;

const statusOptions = certificateStatus.options.map((value) => ({
  value,
  label: certificateStatusLabels[value],
}));

const filterOf = (query: RegisterQuery): CertificateFilter => ({
  text: query.get('text').slice(0, 60),
  communityIds: communitiesIn(query),
  statuses: query.list('status').flatMap((code) => certificateStatus.safeParse(code).data ?? []),
  concern: certificateFilter.shape.concern.safeParse(query.get('concern')).data ?? null,
});

const columns: DataTableColumn<CertificateRow>[] = [
  { accessor: 'filingNumber', title: '备案号', width: 206, noWrap: true },
  {
    accessor: 'organizationName',
    title: '组织',
    render: ({ organizationId, organizationName }) => (
      <Anchor component={Link} to={paths.dossier(organizationId, 'filings')} size="sm" lineClamp={1}>
        {organizationName}
      </Anchor>
    ),
  },
  { accessor: 'communityName', title: '社区', width: 120, ellipsis: true },
  {
    accessor: 'issuedOn',
    title: '发证',
    width: 170,
    render: ({ issuedOn, kind }) => `${issuedOn} ${certificateKindLabels[kind]}`,
  },
  { accessor: 'validTo', title: '有效期至', width: 104, render: ({ validTo }) => validTo ?? '长期' },
  {
    accessor: 'collectedBy',
    title: '领证',
    width: 110,
    ellipsis: true,
    render: ({ collectedBy }) => collectedBy ?? '—',
  },
  {
    accessor: 'standing',
    title: '情况',
    width: 140,
    render: ({ standing, status, ...paper }) => (
      <>
        <StatusBadge tone={tones[standing]}>
          {standing === 'ended' ? certificateStatusLabels[status] : certificateStandingLabels[standing]}
        </StatusBadge>
        <Text size="xs" c="dimmed">
          {paperEndWords(paper) ?? ''}
        </Text>
      </>
    ),
  },
  {
    accessor: 'id',
    title: '',
    width: 52,
    render: (row) => <CertificateActions certificate={row} />,
  },
];

const Filters = ({
  query,
  filter,
}: {
  readonly query: RegisterQuery;
  readonly filter: CertificateFilter;
}) => (
  <RegisterFilters query={query} placeholder="筛选备案号、组织名称">
    <FilterMenu
      label="状态"
      options={statusOptions}
      selected={filter.statuses}
      onChange={(statuses) => query.set({ status: statuses.join(',') })}
    />
    <Select
      w={150}
      aria-label="要办的"
      placeholder="要办的"
      clearable
      data={concerns}
      value={filter.concern}
      onChange={(concern) => query.set({ concern: concern ?? '' })}
    />
  </RegisterFilters>
);

/** Every certificate that was ever issued: valid, running out, replaced, lost, void; and who has the paper. */
export const CertificatesRegister = () => {
  const api = useApi();
  const query = useRegisterQuery();
  const filter = filterOf(query);
  const found = useQuery(
    api.certificates.list.queryOptions({
      input: { filter, offset: (query.page - 1) * registerPageSize, limit: registerPageSize },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <>
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Filters query={query} filter={filter} />
        <Group gap="sm" wrap="nowrap" flex="none">
          <LinkButton
            to={paths.verification}
            variant="default"
            leftSection={<IconShieldCheck size={18} stroke={1.6} />}
          >
            核验证书
          </LinkButton>
          <ExportListButton
            make={() => api.certificates.exportList.call({ filter })}
            disabled={(found.data?.total ?? 0) === 0}
          />
        </Group>
      </Group>
      <RegisterTable
        found={found}
        query={query}
        columns={columns}
        rowId={({ id }) => id}
        unit="本"
        empty={
          <EmptyState
            icon={IconCertificate}
            title="没有这样的证书"
            hint="发过的证书都列在这里，发证在“备案办理”里办。筛选过的，放宽条件再看。"
          />
        }
      />
    </>
  );
};
