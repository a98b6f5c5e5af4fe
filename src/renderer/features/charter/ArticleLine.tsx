import { Button, Group, Text } from '@mantine/core';
import {
  withScopeItems,
  type CharterArticle,
  type CharterFieldValues,
} from '../../../shared/domain/charter.ts';
import { chineseNumeral } from '../../../shared/domain/chinese-number.ts';
import classes from './Charter.module.css';
import { FilledText } from './FilledText.tsx';

interface ArticleLineProps {
  /** As on paper: 十二 */
  readonly number: string;
  readonly article: CharterArticle;
  readonly values: CharterFieldValues;
  readonly onEdit: () => void;
  readonly onAdd: () => void;
  readonly onRemove: () => void;
  /** null where it stands as in the model text, or is none of it. */
  readonly onRestore: (() => void) | null;
}

/** One article as it will be printed, and what can be done with it. */
export const ArticleLine = (props: ArticleLineProps) => {
  const { number, article, values, onEdit, onAdd, onRemove, onRestore } = props;
  const { text, items } = withScopeItems(article, values);
  const tool = (label: string, onClick: () => void) => (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray.8"
      aria-label={`第${number}条${label}`}
      onClick={onClick}
    >
      {label}
    </Button>
  );
  return (
    <div className={classes['article']}>
      <Text size="sm" component="div">
        <b>{`第${number}条　`}</b>
        <FilledText words={text} values={values} />
      </Text>
      {items.map((item, at) => (
        <Text key={`${at}-${item}`} size="sm" pl="xl" component="div">
          {`（${chineseNumeral(at + 1)}）`}
          <FilledText words={item} values={values} />
        </Text>
      ))}
      <Group gap={2} className={classes['tools'] ?? ''}>
        {tool('修改', onEdit)}
        {onRestore === null ? null : tool('恢复示范条文', onRestore)}
        {tool('在后面加一条', onAdd)}
        {tool('删去', onRemove)}
      </Group>
    </div>
  );
};
