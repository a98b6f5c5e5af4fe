import { Stack, Title } from '@mantine/core';
import { useState } from 'react';
import type { Charter } from '../../../shared/contract/charters.ts';
import { chineseNumeral } from '../../../shared/domain/chinese-number.ts';
import { Card } from '../../components/Card.tsx';
import { ArticleForm } from './ArticleForm.tsx';
import { ArticleLine } from './ArticleLine.tsx';
import {
  addArticleAfter,
  firstNumberOf,
  isSameArticle,
  modelArticle,
  removeArticle,
  replaceArticle,
  type ArticlePlace,
} from './charter-draft.ts';
import type { CharterDraft } from './use-charter-draft.ts';

interface ArticleEditorProps {
  readonly charter: Charter;
  readonly draft: CharterDraft;
}

const isAt = (open: ArticlePlace | null, chapter: number, article: number): boolean =>
  open !== null && open.chapter === chapter && open.article === article;

/** Every article where it stands: read, changed, restored, removed, or followed by a new one. */
export const ArticleEditor = ({ charter: { model, values }, draft }: ArticleEditorProps) => {
  const { text, change } = draft;
  const [open, setOpen] = useState<ArticlePlace | null>(null);
  const lineOf = (chapter: number, index: number) => {
    const article = text.chapters[chapter]?.articles[index];
    if (article === undefined) return null;
    const place = { chapter, article: index };
    const number = chineseNumeral(Math.min(99, firstNumberOf(text, chapter) + index));
    const original = modelArticle(model, article);
    const key = `${chapter}-${index}`;
    if (isAt(open, chapter, index)) {
      return (
        <ArticleForm
          key={key}
          number={number}
          article={article}
          onSave={(next) => {
            change(replaceArticle(text, place, next));
            setOpen(null);
          }}
          onCancel={() => setOpen(null)}
        />
      );
    }
    return (
      <ArticleLine
        key={key}
        number={number}
        article={article}
        values={values}
        onEdit={() => setOpen(place)}
        onAdd={() => {
          change(addArticleAfter(text, place, { code: null, text: '', items: [] }));
          setOpen({ chapter, article: index + 1 });
        }}
        onRemove={() => change(removeArticle(text, place))}
        onRestore={
          original === null || isSameArticle(original, article)
            ? null
            : () => change(replaceArticle(text, place, original))
        }
      />
    );
  };
  return (
    <Card>
      <Stack gap="md">
        {text.chapters.map(({ title, articles }, chapter) => (
          <section key={`${chapter}-${title}`}>
            <Title order={3} size="h6" ta="center" mb={6}>
              {`第${chineseNumeral(chapter + 1)}章　${title}`}
            </Title>
            {articles.map((_, index) => lineOf(chapter, index))}
          </section>
        ))}
      </Stack>
    </Card>
  );
};
