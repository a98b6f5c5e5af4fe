import type { CharterArticle, CharterChapter, CharterText } from './charter.ts';
import { withoutInvisible } from './plain-text.ts';

const numeral = '[〇零一二三四五六七八九十百0-9０-９]+';
const chapterLine = new RegExp(String.raw`^第\s*${numeral}\s*章[\s　、.．:：]*(.*)$`);
const articleLine = new RegExp(String.raw`^第\s*${numeral}\s*条[\s　、.．:：]*(.*)$`);
const itemLine = new RegExp(String.raw`^(?:[（(]\s*${numeral}\s*[)）]|\d+[.．、])[\s　]*(.+)$`);

/** A line while it is being put in its place. */
interface Growing {
  readonly chapters: { title: string; articles: { text: string; items: string[] }[] }[];
}

const untitled = '章程';

const chapterIn = (growing: Growing): Growing['chapters'][number] => {
  const last = growing.chapters.at(-1);
  if (last !== undefined) return last;
  const first = { title: untitled, articles: [] };
  growing.chapters.push(first);
  return first;
};

const place = (growing: Growing, line: string): void => {
  const chapter = chapterLine.exec(line);
  if (chapter) {
    growing.chapters.push({ title: (chapter[1] ?? '').slice(0, 40) || untitled, articles: [] });
    return;
  }
  const { articles } = chapterIn(growing);
  const article = articleLine.exec(line);
  const item = itemLine.exec(line);
  const open = articles.at(-1);
  if (article) articles.push({ text: article[1] ?? '', items: [] });
  else if (item && open) open.items.push(item[1] ?? '');
  else if (open && open.text === '') open.text = line;
  else articles.push({ text: line, items: [] });
};

const toArticle = ({
  text,
  items,
}: {
  readonly text: string;
  readonly items: readonly string[];
}): CharterArticle => ({
  code: null,
  text: text.slice(0, 4000),
  items: items.slice(0, 60).map((item) => item.slice(0, 1000)),
});

/**
 * Takes the words of a charter apart: 第…章, 第…条, （一）. A line that is none of these is an article of its own, so that
 * nothing is lost; the title above the first chapter is left out.
 */
export const readCharterText = (text: string): CharterText => {
  const growing: Growing = { chapters: [] };
  const lines = withoutInvisible(text)
    .split('\n')
    .map((line) => line.replaceAll(/^[\s　]+|[\s　]+$/g, ''))
    .filter((line) => line !== '');
  const first = lines.findIndex((line) => chapterLine.test(line) || articleLine.test(line));
  for (const line of lines.slice(first > 0 && first <= 3 ? first : 0)) place(growing, line);
  const chapters: CharterChapter[] = growing.chapters
    .filter(({ articles }) => articles.length > 0)
    .map(({ title, articles }) => ({ title, articles: articles.map(toArticle) }));
  return { chapters };
};
