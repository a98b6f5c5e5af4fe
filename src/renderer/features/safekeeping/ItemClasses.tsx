import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/archive-api.tsx';
import { MessageNotice } from '../../components/ErrorNotice.tsx';

const namedNumbers = 10;

/** Whether the numbers of every class run without gaps (DA/T 70-2018, GD-2-6). */
export const ItemClasses = () => {
  const { data: classes = [] } = useQuery(useApi().archiving.classes.queryOptions());
  const broken = classes.filter(({ missing }) => missing.length > 0);
  if (classes.length === 0) return null;
  if (broken.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb="sm">
        件号核对：{classes.length} 类，各类连续，没有缺号。
      </Text>
    );
  }
  return broken.map(({ classKey, missing }) => (
    <MessageNotice
      key={classKey}
      message={{
        happened: `${classKey} 缺件号 ${missing.slice(0, namedNumbers).join('、')}${missing.length > namedNumbers ? ` 等 ${missing.length} 个` : ''}。`,
        kept: '程序编号不会跳号，可能是档案库被别的程序改动过。',
        next: '请与最近一次备份核对。',
      }}
    />
  ));
};
