import { Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { SearchHit } from '../../../shared/contract/home.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { SearchHitAction } from './SearchHitAction.tsx';
import { searchSpotlight, searchStore } from './search-spotlight-store.ts';

const noHits: readonly SearchHit[] = [];

const overlay = { blur: 0, backgroundOpacity: 0.35 } as const;

const keyOf = (hit: SearchHit): string =>
  hit.kind === 'person' ? `${hit.personId}-${hit.organizationId}` : hit.organizationId;

/** Ctrl+K: finds anything by name, pinyin initials, filing number or the last four of an identity number. */
export const SearchSpotlight = () => {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 120);
  const { data: hits = noHits, isFetching } = useQuery(
    useApi().search.query.queryOptions({
      input: { text: settled, limit: 20 },
      enabled: settled !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const open = (hit: SearchHit): void =>
    void navigate(paths.dossier(hit.organizationId, hit.kind === 'person' ? 'roster' : undefined));
  const shown = settled === '' ? noHits : hits;
  // The library selects the first line when the text changes, but the answers arrive later: Enter means the first.
  const openFirst = (event: KeyboardEvent): void => {
    const first = shown[0];
    const waits = event.nativeEvent.isComposing || isFetching || settled !== text.trim();
    if (event.key !== 'Enter' || waits || first === undefined) return;
    if (event.currentTarget.closest('[role=dialog]')?.querySelector('[data-selected]')) return;
    searchSpotlight.close();
    open(first);
  };
  return (
    <Spotlight.Root
      store={searchStore}
      query={text}
      onQueryChange={setText}
      shortcut={['mod + K']}
      scrollable
      maxHeight={480}
      centered={false}
      yOffset="12vh"
      overlayProps={overlay}
    >
      <Spotlight.Search
        placeholder="查组织、成员、备案号、证件后四位、拼音首字母"
        leftSection={<IconSearch size={20} stroke={1.6} />}
        onKeyDown={openFirst}
      />
      <Spotlight.ActionsList>
        {shown.map((hit) => (
          <SearchHitAction key={keyOf(hit)} hit={hit} onOpen={() => open(hit)} />
        ))}
        {shown.length > 0 ? null : (
          <Spotlight.Empty>
            {settled === ''
              ? '输入名称、拼音首字母（如 ygl）、备案号，或证件后四位'
              : isFetching
                ? '正在查找…'
                : '没有找到，换个说法试试'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
