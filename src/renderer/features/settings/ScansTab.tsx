import { Anchor, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { FolderState } from '../../../shared/domain/scan-folder.ts';
import { folderRefusalLabels } from '../../../shared/labels/scan-inbox.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { StatusBadge } from '../../components/StatusBadge.tsx';

const Standing = ({ name, readable }: FolderState) => {
  if (name === null) return <StatusBadge tone="waiting">还没有选</StatusBadge>;
  return readable ? (
    <StatusBadge tone="good">正在收取</StatusBadge>
  ) : (
    <StatusBadge tone="late">打不开</StatusBadge>
  );
};

const FolderCard = ({ folder }: { readonly folder: FolderState }) => (
  <Card
    title={folder.name === null ? '扫描文件夹' : `扫描文件夹：${folder.name}`}
    aside={<Standing {...folder} />}
  >
    <Stack gap="xs">
      <Text size="sm">
        把扫描仪的存放位置设成一个文件夹，再在窗口上方菜单“文件—扫描文件夹…”里选它。档案打开时，每隔几秒收一次。
      </Text>
      <Text size="sm" c="dimmed">
        用浏览器打开的，请在启动命令里加上 --scan-folder 和文件夹的位置。
      </Text>
      <Text size="sm">
        收进档案的文件移到里面的“已归档”文件夹，按月存放；什么都不会删除。还在写入的、打不开的，留在原处。
      </Text>
      {folder.readable ? null : (
        <Text size="sm" c="red.8">
          文件夹现在打不开：可能是网络盘断了，或文件夹改了名。接通后会自动继续收。
        </Text>
      )}
      {folder.refused.length === 0 ? null : (
        <>
          <Text size="sm" fw={700}>
            没有收的（{folder.refused.length} 份，仍在原处）
          </Text>
          <List size="sm">
            {folder.refused.map(({ fileName, reason }) => (
              <List.Item key={fileName}>
                {fileName}：{folderRefusalLabels[reason]}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  </Card>
);

/** How scans come in, and how papers are printed so that they find home. */
export const ScansTab = () => {
  const { data, error } = useQuery({ ...useApi().scans.folder.queryOptions(), refetchInterval: 5_000 });
  return (
    <Stack gap="md">
      {data === undefined ? <ErrorNotice error={error} /> : <FolderCard folder={data} />}
      <Card title="让纸自己回家">
        <List size="sm" spacing={6}>
          <List.Item>
            用本程序
            <Anchor component={Link} to={paths.documents} size="sm">
              打印
            </Anchor>
            的表，右上角都有归档码，不用另外设置；存成 Word 再打印的也有。
          </List.Item>
          <List.Item>盖章、签字请避开归档码；折叠不要折在码上。</List.Item>
          <List.Item>扫描用 200 到 300 分辨率，黑白、灰度、彩色都可以；手机拍照请拍全整页。</List.Item>
          <List.Item>几份表可以一次扫成一个 PDF，会按归档码自动分开，各归各处，原件照样保留。</List.Item>
          <List.Item>归档码里没有姓名和号码；别的街道打印的表不会归到本档案。</List.Item>
          <List.Item>
            读不出来的，在
            <Anchor component={Link} to={paths.scans()} size="sm">
              扫描收件
            </Anchor>
            里等您确认。
          </List.Item>
        </List>
      </Card>
    </Stack>
  );
};
