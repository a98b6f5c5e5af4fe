import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import type { SearchGroup } from '../../../shared/contract/search.ts';
import { searchKindLabels } from '../../../shared/labels/search.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { AtHandActions, GoToActions } from './AtHandActions.tsx';
import { HitLines } from './HitLines.tsx';
import { keyOf, linkOf } from './hit-links.ts';
import { searchSpotlight, searchStore } from './search-spotlight-store.ts';

const noGroups: readonly SearchGroup[] = [];
/** Hits of each kind in the box; the search page shows more. */
const shownOfKind = 5;

const overlay = { blur: 0, backgroundOpacity: 0.35 } as const;

const emptyWords = '输入名称、拼音（如 wdd）、备案号、档号，或证件、电话的后四位';

/** Ctrl+K: finds anything, groups it by what it is, and opens it, without a mouse. */
export const SearchSpotlight = () => {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 80);
  const { data: groups = noGroups, isFetching } = useQuery(
    useApi().search.query.queryOptions({
      input: { text: settled, kind: null, limit: shownOfKind },
      enabled: settled !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const shown = settled === '' ? noGroups : groups;
  const first = shown[0]?.hits[0];
  // The library selects the first line when the text changes, but the answers arrive later: Enter means the first.
  const openFirst = (event: KeyboardEvent): void => {
    const waits = event.nativeEvent.isComposing || isFetching || settled !== text.trim();
    if (event.key !== 'Enter' || waits || first === undefined) return;
    if (event.currentTarget.closest('[role=dialog]')?.querySelector('[data-selected]')) return;
    searchSpotlight.close();
    void navigate(linkOf(first));
  };
  return (
    <Spotlight.Root
      store={searchStore}
      query={text}
      onQueryChange={setText}
      shortcut={['mod + K']}
      scrollable
      maxHeight={520}
      size={680}
      centered={false}
      yOffset="10vh"
      overlayProps={overlay}
    >
      <Spotlight.Search
        placeholder="查组织、成员、备案号、档号、证件后四位、拼音首字母"
        leftSection={<IconSearch size={20} stroke={1.6} />}
        onKeyDown={openFirst}
      />
      <Spotlight.ActionsList>
        {settled === '' ? <AtHandActions /> : <GoToActions text={settled} />}
        {shown.map(({ kind, hits, more }) => (
          <Spotlight.ActionsGroup key={kind} label={`${searchKindLabels[kind]}${more ? '（还有更多）' : ''}`}>
            {hits.map((hit) => (
              <Spotlight.Action key={keyOf(hit)} onClick={() => void navigate(linkOf(hit))}>
                <HitLines hit={hit} />
              </Spotlight.Action>
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {shown.length > 0 ? (
          <Spotlight.Action
            label={`在搜索页查看“${settled}”的全部结果`}
            leftSection={<IconArrowRight size={20} stroke={1.6} aria-hidden />}
            onClick={() => void navigate(paths.search(settled))}
          />
        ) : (
          <Spotlight.Empty>
            {settled === '' ? emptyWords : isFetching ? '正在查找…' : '没有找到，换个说法试试'}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
};
