import { Anchor, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { OrganizationId } from '../../../shared/domain/ids.ts';
import { redLinesInText } from '../../../shared/domain/red-lines.ts';
import { useApi } from '../../app/archive-api.tsx';
import { paths } from '../../app/paths.ts';
import classes from './NameHints.module.css';

interface NameHintsProps {
  readonly name: string;
  /** Checked for red lines, too. */
  readonly businessScope?: string | null;
  /** The organization whose name it is, so that it is not found to be like itself. */
  readonly exceptId: OrganizationId | null;
}

const nothing = { similar: [], hints: [] };

/** Same or near names in the street, and words that local rules do not allow, while the name is being typed. */
export const NameHints = ({ name, businessScope = null, exceptId }: NameHintsProps) => {
  const [settled] = useDebouncedValue(name.trim(), 300);
  const { data } = useQuery(
    useApi().organizations.checkName.queryOptions({
      input: { name: settled, exceptId },
      enabled: settled.length >= 2,
    }),
  );
  const crossed = redLinesInText(businessScope ?? '');
  const { similar, hints } = settled.length < 2 || data === undefined ? nothing : data;
  if (similar.length === 0 && hints.length === 0 && crossed.length === 0) return null;
  return (
    <div className={classes['hints']} role="status">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      <Stack gap={2}>
        {similar.map(({ id, name: other, exact }) => (
          <Text key={id} size="sm">
            {exact ? '本街道已有同名组织：' : '与已有组织的名称很像：'}
            <Anchor component={Link} to={paths.dossier(id)} inherit>
              {other}
            </Anchor>
          </Text>
        ))}
        {hints.map(({ word, reason, source }) => (
          <Text key={word} size="sm">
            “{word}”：{reason}（{source}）
          </Text>
        ))}
        {crossed.map(({ word, sentence, reason, source }) => (
          <Text key={`${word}${sentence}`} size="sm">
            业务范围“{word}”：{reason}（{source}）
          </Text>
        ))}
        <Text size="xs" c="dimmed">
          只是提醒，不影响保存和上报。
        </Text>
      </Stack>
    </div>
  );
};
