import { Grid, List, Text } from '@mantine/core';
import { Card } from '../../../components/Card.tsx';
import { BringKeysForm } from './BringKeysForm.tsx';
import { MakeKeysForm } from './MakeKeysForm.tsx';

/** What is done once, before anything can be received, and in which order. */
export const KeyCeremony = () => (
  <Grid gap="md">
    <Grid.Col span={7}>
      <Card title="生成本局密钥" accent>
        <List type="ordered" size="sm" spacing={4} mb="md">
          <List.Item>生成密钥。最好两人在场。</List.Item>
          <List.Item>打印恢复纸，密封后放进保险柜。</List.Item>
          <List.Item>照纸演练一次，证明纸上的密钥是对的。</List.Item>
          <List.Item>打印公钥卡，发给各街镇；街镇打电话来核对指纹。</List.Item>
        </List>
        <MakeKeysForm label="生成密钥" />
      </Card>
    </Grid.Col>
    <Grid.Col span={5}>
      <Card title="以前生成过的，导入进来">
        <Text size="sm" c="dimmed" mb="sm">
          用命令行 bureau keygen 生成过密钥、各街镇已经登记了公钥的，把两个文件选进来，不用重新发卡。
        </Text>
        <BringKeysForm />
      </Card>
    </Grid.Col>
  </Grid>
);
