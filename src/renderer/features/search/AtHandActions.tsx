import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { navigation } from '../../app/shell/navigation.ts';
import { HitLines } from './HitLines.tsx';
import { keyOf, linkOf } from './hit-links.ts';
import { readVisits } from './visits.ts';

const Hits = ({ label, hits }: { readonly label: string; readonly hits: readonly SearchHit[] }) => {
  const navigate = useNavigate();
  return hits.length === 0 ? null : (
    <Spotlight.ActionsGroup label={label}>
      {hits.map((hit) => (
        <Spotlight.Action key={keyOf(hit)} onClick={() => void navigate(linkOf(hit))}>
          <HitLines hit={hit} />
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
};

/** Before anything is typed: what is kept at hand, and what was opened lately. */
export const AtHandActions = () => {
  const { data } = useQuery(useApi().search.atHand.queryOptions({ input: { visited: [...readVisits()] } }));
  return (
    <>
      <Hits label="收藏" hits={data?.favourites ?? []} />
      <Hits label="最近打开" hits={data?.recent ?? []} />
    </>
  );
};

const screens = [
  ...navigation.map(({ to, label }) => ({ to, label })),
  { to: paths.newFiling(), label: '新建备案' },
  { to: paths.settings(), label: '设置' },
  { to: paths.settings('communities'), label: '设置：社区' },
  { to: paths.settings('rules'), label: '设置：规则' },
];

/** Screens whose name has what is typed. */
export const GoToActions = ({ text }: { readonly text: string }) => {
  const navigate = useNavigate();
  const meant = screens.filter(({ label }) => label.includes(text));
  return meant.length === 0 ? null : (
    <Spotlight.ActionsGroup label="打开页面">
      {meant.map(({ to, label }) => (
        <Spotlight.Action
          key={to}
          label={label}
          leftSection={<IconArrowRight size={20} stroke={1.6} aria-hidden />}
          onClick={() => void navigate(to)}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
};
