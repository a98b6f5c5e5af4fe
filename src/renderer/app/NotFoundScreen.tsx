import { IconMapOff } from '@tabler/icons-react';
import { LinkButton } from '../components/LinkButton.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { paths } from './paths.ts';

export const NotFoundScreen = () => (
  <EmptyState
    icon={IconMapOff}
    title="没有这个页面"
    hint="地址可能写错了，或者内容已经移走。"
    action={<LinkButton to={paths.home}>回到工作台</LinkButton>}
  />
);
