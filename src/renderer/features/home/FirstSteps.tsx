import { List, Text } from '@mantine/core';
import { paths } from '../../app/paths.ts';
import { Card } from '../../components/Card.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';

/** An empty archive teaches the way from an Excel ledger to a printed certificate. */
export const FirstSteps = () => (
  <Card title="从这里开始">
    <List type="ordered" spacing="lg" py="sm" pe="xl">
      <List.Item>
        <Text fw={700}>导入已有的 Excel 台账</Text>
        <Text size="sm" c="dimmed" mb={6}>
          组织和花名册都可以。先试算，看清每一处改动，再导入；导入后还能整体撤销。
        </Text>
        <LinkButton to={paths.imports} size="sm">
          导入 Excel 台账
        </LinkButton>
      </List.Item>
      <List.Item>
        <Text fw={700}>或者，办一件新的备案</Text>
        <Text size="sm" c="dimmed" mb={6}>
          从申请、初审、审核、公示到发证，一步一步来，中途随时可停。
        </Text>
        <LinkButton to={paths.newFiling()} size="sm" variant="default">
          新建备案
        </LinkButton>
      </List.Item>
      <List.Item>
        <Text fw={700}>核对本街道的规则</Text>
        <Text size="sm" c="dimmed" mb={6}>
          公示天数、备案号样式、一式几份，按本地文件改好，以后照此计算。
        </Text>
        <LinkButton to={paths.settings('rules')} size="sm" variant="default">
          查看规则
        </LinkButton>
      </List.Item>
    </List>
  </Card>
);
