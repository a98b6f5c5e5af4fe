import { Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { hasBallots, surveyImbalances, type SurveyContent } from '../../../../shared/domain/survey.ts';
import { imbalanceWords } from './imbalance-words.ts';

/** More than these are only counted. */
const shown = 4;

/** Whether 发放, 回收, 有效, 作废 and the answers agree, as they are typed. */
export const BalanceNotice = ({ content }: { readonly content: SurveyContent }) => {
  const imbalances = surveyImbalances(content);
  if (imbalances.length === 0)
    return (
      <Group gap="xs" aria-live="polite">
        <IconCircleCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden />
        <Text size="sm">{hasBallots(content) ? '票数全部相符' : '还没有录入票数'}</Text>
      </Group>
    );
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap" aria-live="polite">
      <IconAlertTriangle size={18} color="var(--mantine-color-orange-7)" aria-hidden />
      <List size="sm" listStyleType="none">
        {imbalances.slice(0, shown).map((imbalance) => (
          <List.Item key={`${imbalance.group}-${imbalance.problem}-${imbalance.item}`}>
            {imbalanceWords(imbalance, content.items)}
          </List.Item>
        ))}
        {imbalances.length > shown ? (
          <List.Item c="dimmed">还有 {imbalances.length - shown} 处不符</List.Item>
        ) : null}
      </List>
    </Group>
  );
};
