import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { FontReport } from '../../../shared/domain/font-report.ts';
import { useApi } from '../../app/archive-api.tsx';

interface FontNoticeProps {
  readonly kind: DocumentKind;
  readonly subjectIds: readonly string[];
}

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Characters worth naming on a screen. */
const most = 8;

const missingWords = ({ missing, papersWithBoxes }: FontReport, papers: number): string => {
  const named = missing
    .slice(0, most)
    .map(({ character, names }) => `${character}（${codeOf(character)}，${names.join('、')}）`)
    .join('；');
  const more = missing.length > most ? `等 ${missing.length} 个字` : '';
  const where = papers === 1 ? '' : `${papers} 份里有 ${papersWithBoxes} 份：`;
  return `${where}${named}${more}`;
};

const replacedWords = ({ replaced }: FontReport): string =>
  [...Map.groupBy(replaced, ({ by }) => by)]
    .map(([by, fonts]) => {
      const asked = fonts.map((font) => font.asked).join('、');
      return by === null ? `${asked}没有可代替的` : `${asked}用 ${by} 代替`;
    })
    .join('，');

/** Before a sheet is wasted: characters that would come out as boxes, and fonts that others stand in for. */
export const FontNotice = ({ kind, subjectIds }: FontNoticeProps) => {
  const { data } = useQuery(
    useApi().documents.fonts.queryOptions({
      input: subjectIds.length === 0 ? skipToken : { kind, subjectIds: [...subjectIds] },
    }),
  );
  if (!data) return null;
  return (
    <>
      {data.missing.length === 0 ? null : (
        <Alert
          color="orange"
          py="xs"
          icon={<IconAlertTriangle size={20} />}
          title="有的字本机没有字库，打出来会是空框"
        >
          <Text size="sm">{missingWords(data, subjectIds.length)}</Text>
          <Text size="sm" c="dimmed">
            请先安装有这些字的字库（如系统的“中文补充字体”），或者打印后手写补上。
          </Text>
        </Alert>
      )}
      {data.replaced.length === 0 ? null : (
        <Text size="xs" c="dimmed" lineClamp={1} title={replacedWords(data)}>
          本机缺少字体：{replacedWords(data)}。
        </Text>
      )}
    </>
  );
};
