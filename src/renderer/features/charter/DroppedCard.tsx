import { Button, Group, Stack, Text } from '@mantine/core';
import type { Charter } from '../../../shared/contract/charters.ts';
import type { CharterText } from '../../../shared/domain/charter.ts';
import { Card } from '../../components/Card.tsx';
import { addToChapter, droppedArticles } from './charter-draft.ts';
import { FilledText } from './FilledText.tsx';

interface DroppedCardProps {
  readonly charter: Charter;
  readonly text: CharterText;
  readonly onChange: (text: CharterText) => void;
}

/** Articles of the model text that were struck out, each to be brought back. */
export const DroppedCard = ({ charter: { model, values }, text, onChange }: DroppedCardProps) => {
  const dropped = droppedArticles(model, text);
  if (dropped.length === 0) return null;
  return (
    <Card title={`删去的示范条文 ${dropped.length} 条`}>
      <Stack gap="xs">
        {dropped.map(({ chapter, article }) => (
          <Group key={article.code} justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="xs" lineClamp={2}>
              <FilledText words={article.text} values={values} />
            </Text>
            <Button
              size="compact-xs"
              variant="light"
              flex="none"
              onClick={() => onChange(addToChapter(text, chapter, article))}
            >
              恢复
            </Button>
          </Group>
        ))}
      </Stack>
    </Card>
  );
};
