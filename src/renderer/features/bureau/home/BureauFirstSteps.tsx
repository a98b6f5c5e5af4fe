import { List, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../../app/archive-api.tsx';
import { bureauPaths } from '../../../app/bureau-paths.ts';
import { Card } from '../../../components/Card.tsx';
import { LinkButton } from '../../../components/LinkButton.tsx';

interface Step {
  readonly done: boolean;
  readonly title: string;
  readonly hint: string;
  readonly to: string;
  readonly action: string;
}

/** What has to be done before the first package can be opened; gone when all is done. */
const useSteps = (): readonly Step[] | null => {
  const { bureau } = useApi();
  const { data: card } = useQuery(bureau.card.queryOptions());
  const { data: streets } = useQuery(bureau.streets.queryOptions());
  const { data: recovery } = useQuery(bureau.recoveryState.queryOptions());
  if (card === undefined || streets === undefined || recovery === undefined) return null;
  return [
    {
      done: card !== null,
      title: '生成本局密钥',
      hint: '没有密钥，街镇就没法给本局报送。',
      to: bureauPaths.keys,
      action: '去生成',
    },
    {
      done: recovery.printedAt !== null && recovery.drilledAt !== null,
      title: '打印恢复纸，演练一次',
      hint: '电脑坏了，凭它仍能打开报来的台账。',
      to: bureauPaths.keys,
      action: '去打印',
    },
    {
      done: streets.length > 0,
      title: '登记街镇名册',
      hint: '登记了才看得出谁还没有报；可以从 Excel 粘贴。',
      to: bureauPaths.streets,
      action: '去登记',
    },
  ];
};

export const BureauFirstSteps = () => {
  const steps = useSteps();
  if (steps === null || steps.every(({ done }) => done)) return null;
  const next = steps.find(({ done }) => !done);
  return (
    <Card
      title="从这里开始"
      accent
      aside={
        next === undefined ? null : (
          <LinkButton to={next.to} size="xs">
            {next.action}
          </LinkButton>
        )
      }
    >
      <List spacing={4} center>
        {steps.map(({ done, title, hint }) => (
          <List.Item
            key={title}
            icon={
              done ? (
                <IconCircleCheck size={20} color="var(--mantine-color-teal-7)" aria-label="已做" />
              ) : (
                <IconCircleDashed size={20} aria-label="还没有做" />
              )
            }
          >
            <Text span size="sm" fw={done ? 400 : 700} {...(done ? { c: 'dimmed' } : {})}>
              {title}
            </Text>
            {done ? null : (
              <Text span size="sm" c="dimmed" ms="sm">
                {hint}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Card>
  );
};
