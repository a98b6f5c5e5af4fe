import { Alert, List, Table, Text } from '@mantine/core';
import type { DisclosureScreening } from '../../../../shared/domain/disclosure.ts';
import { personalDataKindLabels } from '../../../../shared/labels/personal-data.ts';

const unreadReasons: Readonly<Record<DisclosureScreening['unread'][number]['reason'], string>> = {
  encrypted: '有打开密码',
  'too-large': '太大',
  damaged: '已损坏',
  unsafe: '有不安全的内容',
  picture: '照片、扫描件或 PDF',
  'unknown-format': '旧格式或不认识的格式',
};

/** What was found, masked and with its place; and what a person has to look at. */
export const ScreeningFindings = ({ screening }: { readonly screening: DisclosureScreening }) => {
  const { findings, total, unread } = screening;
  return (
    <>
      {total === 0 ? null : (
        <>
          <Alert color="orange" title={`发现 ${total} 处像是个人信息`} />
          <Table.ScrollContainer minWidth={0} mah={280}>
            <Table verticalSpacing={6} stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  {['种类', '内容（已遮盖）', '在哪里'].map((head) => (
                    <Table.Th key={head} fw={400} c="dimmed">
                      {head}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {findings.map(({ kind, excerpt, file, place }, index) => (
                  <Table.Tr key={`${index}${place}`}>
                    <Table.Td style={{ whiteSpace: 'nowrap' }}>{personalDataKindLabels[kind]}</Table.Td>
                    <Table.Td>{excerpt}</Table.Td>
                    <Table.Td>{file === null ? place : `${file} · ${place}`}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {findings.length < total ? (
            <Text size="sm" c="dimmed">
              只列出前 {findings.length} 处。
            </Text>
          ) : null}
        </>
      )}
      {unread.length === 0 ? null : (
        <>
          <Text size="sm">下面的文件程序看不了文字，请打开看一看：</Text>
          <List size="sm">
            {unread.map(({ file, reason }) => (
              <List.Item key={file}>
                {file}（{unreadReasons[reason]}）
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
};
