import { Text } from '@mantine/core';
import type { Filing, PublicNotice } from '../../../shared/domain/filing.ts';
import { daysBetween, monthAndDay } from '../../app/calendar-words.ts';
import { Card } from '../../components/Card.tsx';
import { NoticePhotosCard } from './NoticePhotosCard.tsx';
import { ObjectionsCard } from './ObjectionsCard.tsx';
import { StageSteps } from './StageSteps.tsx';
import { todayHere } from './today-here.ts';

/** Where a notice stands on its way to its last day. */
const noticeWords = ({ endsOn, pausedOn }: PublicNotice, today: string): string => {
  if (pausedOn !== null)
    return `${monthAndDay(pausedOn)}有异议，停止计时；异议处理完毕后，余下的天数接着算。`;
  const left = daysBetween(today, endsOn);
  if (left > 0) return `还有 ${left} 天，${monthAndDay(endsOn)}期满。`;
  return left === 0 ? '今天是公示的最后一天。' : '已经期满，没有异议就可以办下一步。';
};

const NoticeCard = ({ notice }: { readonly notice: PublicNotice }) => (
  <Card title={`公示 ${notice.days} 天：${notice.startsOn} 至 ${notice.endsOn}`}>
    <Text size="sm">
      {noticeWords(notice, todayHere())}
      <Text span inherit c="dimmed">
        {`　${notice.place}，${notice.method}`}
      </Text>
    </Text>
  </Card>
);

export const NoticeStage = ({ filing }: { readonly filing: Filing }) => (
  <>
    {filing.notice === null ? null : <NoticeCard notice={filing.notice} />}
    <ObjectionsCard filing={filing} />
    <StageSteps filing={filing} stage="notice" />
    {filing.notice === null ? null : <NoticePhotosCard filing={filing} />}
  </>
);
