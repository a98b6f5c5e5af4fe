import { Code, List, Stack, Text } from '@mantine/core';
import { Card } from '../../components/Card.tsx';

/** What the bureau does with its own key and four standard programs; see docs/formats. */
const steps: readonly { readonly title: string; readonly command: string }[] = [
  { title: '解密（age）', command: 'age -d -i 私钥.txt -o 报送.zip 报送包.ledger.age' },
  { title: '解压（任何解压软件）', command: 'unzip 报送.zip' },
  {
    title: '进入解出的文件夹，查证签名（minisign）',
    command: 'minisign -Vm tagmanifest-sha256.txt -p office.pub',
  },
  { title: '核对清单（sha256sum）', command: 'sha256sum -c tagmanifest-sha256.txt manifest-sha256.txt' },
];

/** How a bureau without this application opens and checks a package. */
export const HowToOpen = () => (
  <Card title="接收单位怎样打开">
    <Stack gap="sm">
      <Text size="sm">
        报送包是一个加密文件，可以放在 U 盘里送去，也可以发邮件。接收单位用自己的私钥打开，只需要通用的软件：
      </Text>
      <List type="ordered" spacing="sm" size="sm">
        {steps.map(({ title, command }) => (
          <List.Item key={title}>
            {title}
            <Code block mt={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {command}
            </Code>
          </List.Item>
        ))}
      </List>
      <Text size="sm">
        四步都通过，就可以打开 data
        文件夹里的“工作台账.xlsx”和“报送函.docx”。任何一步不通过，请不要使用，请本单位重新发送。
      </Text>
    </Stack>
  </Card>
);
