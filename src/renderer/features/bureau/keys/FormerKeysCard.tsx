import { Code, Stack, Text } from '@mantine/core';
import type { BureauCard } from '../../../../shared/domain/bureau.ts';
import { instantWords } from '../../../app/calendar-words.ts';
import { Card } from '../../../components/Card.tsx';

/** Keys that were in use before; nothing where there are none. */
export const FormerKeysCard = ({ card: { former } }: { readonly card: BureauCard }) =>
  former.length === 0 ? null : (
    <Card title="换下的旧密钥">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          继续保留，用来打开按旧卡加密的报送包。
        </Text>
        {former.map(({ recipient, retiredAt }) => (
          <div key={recipient}>
            <Text size="sm">{instantWords(retiredAt)}换下</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{recipient}</Code>
          </div>
        ))}
      </Stack>
    </Card>
  );
