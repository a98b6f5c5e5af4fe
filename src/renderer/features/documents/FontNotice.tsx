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
  const named = missing.slice(0, most).map(({ character, names }) => {
    // Of a single paper everybody sees whose it is.
    const where = papers === 1 ? '' : `，${names.join('、')}`;
    return `${character}（${codeOf(character)}${where}）`;
  });
  const more = missing.length > most ? `等 ${missing.length} 个字` : '';
  return `${papers === 1 ? '' : `${papers} 份里有 ${papersWithBoxes} 份，`}${named.join('；')}${more}`;
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
        <Alert color="orange" p="xs" icon={<IconAlertTriangle size={20} />}>
          <Text size="sm" lineClamp={3} title={missingWords(data, subjectIds.length)}>
            <strong>本机没有这些字的字库，打出来会是空框：</strong>
            {missingWords(data, subjectIds.length)}。请先安装有这些字的字库，或者打印后手写补上。
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
