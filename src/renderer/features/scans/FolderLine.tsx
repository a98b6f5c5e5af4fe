import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { listRefreshMs } from './WaitingScans.tsx';

/** How the scanner's folder stands, in a line that leads to its settings. */
export const FolderLine = () => {
  const { data } = useQuery({ ...useApi().scans.folder.queryOptions(), refetchInterval: listRefreshMs });
  if (data === undefined) return null;
  const { name, readable, arriving, refused } = data;
  const more = [
    arriving === 0 ? '' : `${arriving} 份正在写入`,
    refused.length === 0 ? '' : `${refused.length} 份没有收`,
  ].filter(Boolean);
  const words =
    name === null
      ? '还没有选扫描文件夹'
      : readable
        ? `正在收取扫描文件夹“${name}”${more.length === 0 ? '' : `（${more.join('，')}）`}`
        : `扫描文件夹“${name}”现在打不开`;
  return (
    <Text size="sm" c={readable ? 'dimmed' : 'red.8'} component="span">
      {`${words}　`}
      <Anchor component={Link} to={paths.settings('scans')} size="sm">
        扫描设置
      </Anchor>
    </Text>
  );
};
