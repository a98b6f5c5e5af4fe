import { Anchor, Stack, Table, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import type { ArchiveItem } from '../../../shared/domain/archive-item.ts';
import { partOfRecord } from '../../../shared/domain/dossier-record.ts';
import { filingId, recordId, type OrganizationId } from '../../../shared/domain/ids.ts';
import type { PlaceRow } from '../../../shared/domain/storage-place.ts';
import { retentionLabels } from '../../../shared/labels/archiving.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { DossierPlace } from '../places/DossierPlace.tsx';
import { recordLink } from '../search/hit-links.ts';
import classes from './ArchivedTab.module.css';

/** Most items of one dossier that are listed; an organization settles a handful of matters a year. */
const mostItems = 200;

/** A filing has a page of its own; what else was archived stands in its tab. */
const linkOf = ({ source, sourceId, recordKind, organizationId }: ArchiveItem): string =>
  source === 'filing'
    ? paths.filing(filingId.parse(sourceId))
    : recordKind === null
      ? paths.dossier(organizationId, 'files')
      : recordLink({ organizationId, part: partOfRecord[recordKind], recordId: recordId.parse(sourceId) });

const intoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });

interface RowProps {
  readonly item: ArchiveItem;
  readonly place: PlaceRow | undefined;
  readonly sought: boolean;
}

const Row = ({ item, place, sought }: RowProps) => (
  <Table.Tr
    ref={sought ? intoView : null}
    className={sought ? (classes['sought'] ?? '') : ''}
    aria-current={sought}
  >
    <Table.Td className={classes['code'] ?? ''}>{item.archivalCode}</Table.Td>
    <Table.Td>
      <Anchor component={Link} to={linkOf(item)} size="sm">
        {item.title}
      </Anchor>
    </Table.Td>
    <Table.Td className={classes['code'] ?? ''}>{item.datedOn ?? '—'}</Table.Td>
    <Table.Td className={classes['code'] ?? ''}>{retentionLabels[item.retention]}</Table.Td>
    <Table.Td>
      {place === undefined ? (
        ''
      ) : (
        <Anchor component={Link} to={paths.place(place.id)} size="sm">
          {place.path}
        </Anchor>
      )}
    </Table.Td>
  </Table.Tr>
);

/** What of this dossier was archived, by its codes; the one that a search found stands out. */
export const ArchivedTab = ({ organizationId }: { readonly organizationId: OrganizationId }) => {
  const [query] = useSearchParams();
  const { data, error, refetch } = useQuery(
    useApi().archiving.items.queryOptions({
      input: { organizationId, year: null, retention: null, text: '', offset: 0, limit: mostItems },
    }),
  );
  const { data: stands } = useQuery(useApi().places.ofDossier.queryOptions({ input: { organizationId } }));
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data?.rows.length === 0) {
    return (
      <>
        <DossierPlace organizationId={organizationId} place={stands?.whole ?? null} />
        <EmptyState
          icon={IconArchive}
          title="还没有归档的文件"
          hint="办结的事项在“档案保管”的“归档”页按年度编档号，编过的列在这里。"
          action={<LinkButton to={paths.safekeeping('archive')}>去归档</LinkButton>}
        />
      </>
    );
  }
  return (
    <Stack gap="xs">
      <DossierPlace organizationId={organizationId} place={stands?.whole ?? null} />
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {['档号', '题名', '日期', '期限', '单独存放'].map((head) => (
              <Table.Th key={head} className={classes['code'] ?? ''}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data?.rows.map((item) => (
            <Row
              key={item.id}
              item={item}
              place={stands?.items.find(({ itemId }) => itemId === item.id)?.place}
              sought={item.id === query.get('item')}
            />
          ))}
        </Table.Tbody>
      </Table>
      {(data?.total ?? 0) > mostItems ? (
        <Text size="sm" c="dimmed">
          只列出前 {mostItems} 件，全部在“档案保管”的“归档目录”里。
        </Text>
      ) : null}
    </Stack>
  );
};
