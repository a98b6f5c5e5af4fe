import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
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

const More = ({ number, onAdd, onRemove, onRestore }: ArticleLineProps) => (
  <Menu position="bottom-end">
    <Menu.Target>
      <ActionIcon variant="subtle" color="gray.7" aria-label={`第${number}条更多`}>
        <IconDots size={16} />
      </ActionIcon>
    </Menu.Target>
    <Menu.Dropdown>
      {onRestore === null ? null : <Menu.Item onClick={onRestore}>恢复示范条文</Menu.Item>}
      <Menu.Item onClick={onAdd}>在后面加一条</Menu.Item>
      <Menu.Item onClick={onRemove}>删去</Menu.Item>
    </Menu.Dropdown>
  </Menu>
);

/** One article as it will be printed, and what can be done with it. */
export const ArticleLine = (props: ArticleLineProps) => {
  const { number, article, values, onEdit } = props;
  const { text, items } = withScopeItems(article, values);
  return (
    <Group className={classes['article'] ?? ''} wrap="nowrap" align="flex-start" gap="sm">
      <div style={{ flex: 1, minWidth: 0 }}>
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
      </div>
      <Group gap={2} wrap="nowrap" className={classes['tools'] ?? ''}>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray.8"
          aria-label={`第${number}条修改`}
          onClick={onEdit}
        >
          修改
        </Button>
        <More {...props} />
      </Group>
    </Group>
  );
};
