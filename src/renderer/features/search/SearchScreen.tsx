import { Anchor, Stack, TextInput } from '@mantine/core';
import { IconSearch, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { searchKind, type SearchKind } from '../../../shared/domain/search.ts';
import { searchKindLabels } from '../../../shared/labels/search.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { useDraftText } from '../../components/use-draft-text.ts';
import { GroupCard } from './GroupCard.tsx';

const shownOfEach = 10;
const shownOfOne = 100;

/** Up and down go from the box to the hits and from hit to hit. */
const moveAmongHits = (event: KeyboardEvent<HTMLElement>): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.nativeEvent.isComposing) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-search-box], [data-hit]')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
};

const openFirst = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  document.querySelector<HTMLElement>('[data-hit]')?.click();
};

const NothingFound = ({ asked }: { readonly asked: boolean }) => (
  <EmptyState
    icon={asked ? IconSearchOff : IconSearch}
    title={asked ? '没有找到' : '想找什么？'}
    hint={
      asked
        ? '换个说法，或只输入其中一两个字；拼音首字母、备案号的一段、证件或电话的后四位也可以。'
        : '名称里的一两个字、拼音首字母（如 wdd）、备案号、档号、证件或电话的后四位，都能找到；报告、公开和处理的正文也在内。'
    }
  />
);

/** One box over the whole archive, with more room than Ctrl+K. */
export const SearchScreen = () => {
  const [query, setQuery] = useSearchParams();
  const text = query.get('q') ?? '';
  const kind: SearchKind | null = searchKind.safeParse(query.get('kind')).data ?? null;
  const [draft, setDraft] = useDraftText(text, (q) => setQuery(q === '' ? {} : { q }, { replace: true }));
  const { data, error, refetch } = useQuery(
    useApi().search.query.queryOptions({
      input: { text, kind, limit: kind === null ? shownOfEach : shownOfOne },
      enabled: text.trim() !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const groups = text.trim() === '' ? [] : (data ?? []);
  return (
    <Stack gap="md" onKeyDown={moveAmongHits}>
      <PageHeader
        title="搜索"
        detail={
          kind === null ? (
            '上下键选择，回车打开'
          ) : (
            <>
              只看{searchKindLabels[kind]}　
              <Anchor component={Link} to={paths.search(text)} inherit>
                看全部
              </Anchor>
            </>
          )
        }
      />
      <TextInput
        size="md"
        autoFocus
        data-search-box
        aria-label="搜索"
        placeholder="查组织、成员、备案号、档号、证件后四位、拼音首字母"
        leftSection={<IconSearch size={20} stroke={1.6} aria-hidden />}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={openFirst}
      />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {groups.map((group) => (
        <GroupCard key={group.kind} group={group} text={text} alone={kind !== null} />
      ))}
      {groups.length === 0 && (data !== undefined || text.trim() === '') ? (
        <NothingFound asked={text.trim() !== ''} />
      ) : null}
    </Stack>
  );
};
