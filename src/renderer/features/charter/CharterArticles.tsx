import { Text, Title } from '@mantine/core';
import type { CharterText } from '../../../shared/domain/charter.ts';
import { chineseNumeral } from '../../../shared/domain/chinese-number.ts';
import { firstNumberOf } from './charter-draft.ts';
import classes from './Charter.module.css';

/** A charter to be read: chapters, articles, items, numbered as on paper. */
export const CharterArticles = ({ text }: { readonly text: CharterText }) => (
  <div className={classes['paper']}>
    {text.chapters.map(({ title, articles }, chapter) => (
      <section key={`${chapter}-${title}`}>
        <Title order={3} size="h6" ta="center" my="sm">
          {`第${chineseNumeral(chapter + 1)}章　${title}`}
        </Title>
        {articles.map((article, index) => (
          <div key={`${index}-${article.text}`}>
            <Text size="sm">
              <b>{`第${chineseNumeral(firstNumberOf(text, chapter) + index)}条　`}</b>
              {article.text}
            </Text>
            {article.items.map((item, at) => (
              <Text key={`${at}-${item}`} size="sm" pl="xl">
                {`（${chineseNumeral(at + 1)}）${item}`}
              </Text>
            ))}
          </div>
        ))}
      </section>
    ))}
  </div>
);
