import { Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { CommunityInput } from '../../../shared/domain/office.ts';
import { communitiesFromText, type CommunityLine } from './community-lines.ts';

interface CommunityPasteFieldProps {
  readonly communities: readonly CommunityInput[];
  readonly onChange: (communities: readonly CommunityInput[]) => void;
}

const refusedText = (refused: readonly CommunityLine[]): string =>
  `有 ${refused.length} 行没读懂（第 ${refused.map(({ line }) => line).join('、')} 行）：要有名称和不重复的 12 位代码。`;

/** Communities pasted as a block; each can be mended later in the settings. */
export const CommunityPasteField = ({ communities, onChange }: CommunityPasteFieldProps) => {
  const [text, setText] = useState(() => communities.map(({ name, code }) => `${name}\t${code}`).join('\n'));
  const { refused } = communitiesFromText(text);
  return (
    <Stack gap={4}>
      <Textarea
        label="社区名单"
        description="从 Excel 或 WPS 复制“社区名称、12 位区划代码”两列，粘贴到这里，每行一个。也可以先空着，导入台账时再补。"
        placeholder={'阳光里社区\t990101001001\n柳林村\t990101001201'}
        autosize
        minRows={8}
        maxRows={12}
        autoFocus
        value={text}
        error={refused.length === 0 ? undefined : refusedText(refused)}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          onChange(communitiesFromText(value).communities);
        }}
      />
      <Text size="sm" c="dimmed" aria-live="polite">
        已读出 {communities.length} 个社区
      </Text>
    </Stack>
  );
};
