import { Button, Group, Select, Stack, Switch } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import type { FactVersion } from '../../../shared/contract/organizations.ts';
import { organizationId } from '../../../shared/domain/ids.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { ScreenLoading } from '../../app/ScreenLoading.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Comparison } from './Comparison.tsx';
import { versionTitle } from './version-lines.ts';

interface VersionChoiceProps {
  readonly label: string;
  readonly versions: readonly FactVersion[];
  readonly value: number;
  readonly onChange: (index: number) => void;
}

const VersionChoice = ({ label, versions, value, onChange }: VersionChoiceProps) => (
  <Select
    label={label}
    w={260}
    allowDeselect={false}
    data={versions.map((version, index) => ({ value: String(index), label: versionTitle(version) }))}
    value={String(value)}
    onChange={(chosen) => onChange(Number(chosen))}
  />
);

const within = (text: string | null, otherwise: number, count: number): number => {
  const index = text === null ? otherwise : Number(text);
  return Number.isInteger(index) && index >= 0 && index < count ? index : Math.min(otherwise, count - 1);
};

const Versions = ({ versions }: { readonly versions: readonly [FactVersion, ...FactVersion[]] }) => {
  const [query, setQuery] = useSearchParams();
  const left = within(query.get('left'), 2, versions.length);
  const right = within(query.get('right'), 0, versions.length);
  const onlyChanges = query.get('all') !== 'yes';
  const set = (change: Readonly<Record<string, string>>): void =>
    setQuery({ ...Object.fromEntries(query), ...change }, { replace: true });
  const [first] = versions;
  return (
    <Stack gap="md">
      <Group align="flex-end">
        <VersionChoice
          label="前一版"
          versions={versions}
          value={left}
          onChange={(index) => set({ left: String(index) })}
        />
        <VersionChoice
          label="后一版"
          versions={versions}
          value={right}
          onChange={(index) => set({ right: String(index) })}
        />
        <Switch
          mb={8}
          label="只看不同的"
          checked={onlyChanges}
          onChange={(event) => set({ all: event.currentTarget.checked ? '' : 'yes' })}
        />
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={1.6} />}
          onClick={() => globalThis.print()}
        >
          打印对照表
        </Button>
      </Group>
      <Comparison left={versions[left] ?? first} right={versions[right] ?? first} onlyChanges={onlyChanges} />
    </Stack>
  );
};

/** Everything that an organization has filed: any two versions side by side, differences marked. */
export const VersionsScreen = () => {
  const id = organizationId.parse(useParams()['id']);
  const { data, error, refetch } = useQuery(useApi().organizations.versions.queryOptions({ input: { id } }));
  if (data === undefined) {
    return error === null ? <ScreenLoading /> : <ErrorNotice error={error} onRetry={() => void refetch()} />;
  }
  const [first, ...rest] = data;
  if (first === undefined) return null;
  return (
    <>
      <PageHeader
        crumbs={[
          { title: '社会组织', to: paths.organizations },
          { title: first.facts.name, to: paths.dossier(id, 'filings') },
        ]}
        title="历次备案的内容"
        detail={`办结的备案 ${rest.length} 次，哪两版都可以对照`}
      />
      <Versions versions={[first, ...rest]} />
    </>
  );
};
