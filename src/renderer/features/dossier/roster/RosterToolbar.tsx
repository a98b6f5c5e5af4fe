import { ActionIcon, Button, Checkbox, Group, Menu, TextInput, Tooltip } from '@mantine/core';
import { IconDotsVertical, IconSearch, IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { RosterOn } from '../../../../shared/contract/roster.ts';
import { rosterSubject } from '../../../../shared/domain/roster-paper.ts';
import { paths } from '../../../app/paths.ts';
import { useDossierSealed } from '../../exits/dossier-sealed.ts';
import { DateField } from '../../../components/DateField.tsx';

/** What the roster's buttons open. */
export type RosterAction = 'new' | 'sheet' | 'snapshots' | 'structure' | 'export';

interface RosterToolbarProps {
  readonly shown: RosterOn;
  readonly onShow: (change: Partial<RosterOn>) => void;
  readonly onAction: (action: RosterAction) => void;
}

/** Which roster is looked at on the left, what is done with it on the right. */
export const RosterToolbar = ({ shown, onShow, onAction }: RosterToolbarProps) => {
  const sealed = useDossierSealed();
  const subject = rosterSubject(shown.organizationId, shown.asOf);
  return (
    <Group justify="space-between" mb="sm" gap="xs">
      <Group gap="xs" wrap="nowrap">
        <TextInput
          w={150}
          placeholder="筛选姓名、职务"
          aria-label="筛选成员"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={shown.text}
          onChange={(event) => onShow({ text: event.currentTarget.value })}
        />
        <Tooltip label="只记到年或月的加入日期，按当年、当月第一天算；没有加入日期的，算一直在册">
          <DateField
            w={132}
            aria-label="看哪一天的花名册"
            placeholder="看某一天"
            value={shown.asOf}
            onChange={(asOf) => onShow({ asOf })}
          />
        </Tooltip>
        <Checkbox
          label="含已离开的"
          styles={{ label: { whiteSpace: 'nowrap' } }}
          disabled={shown.asOf !== null}
          checked={shown.includeFormer}
          onChange={(event) => onShow({ includeFormer: event.currentTarget.checked })}
        />
      </Group>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" disabled={sealed} onClick={() => onAction('sheet')}>
          批量录入
        </Button>
        <Button
          variant="light"
          leftSection={<IconUserPlus size={18} stroke={1.6} />}
          disabled={sealed}
          onClick={() => onAction('new')}
        >
          添加成员
        </Button>
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label="更多">
              <IconDotsVertical size={18} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onAction('export')}>导出 Excel</Menu.Item>
            <Menu.Item component={Link} to={paths.print('roster-full', [subject])}>
              打印全册
            </Menu.Item>
            <Menu.Item component={Link} to={paths.print('roster-public', [subject])}>
              打印公开名册
            </Menu.Item>
            <Menu.Item component={Link} to={paths.print('consent-form', [shown.organizationId])}>
              打印告知同意书
            </Menu.Item>
            <Menu.Item onClick={() => onAction('structure')}>年龄、性别、党员结构</Menu.Item>
            <Menu.Item onClick={() => onAction('snapshots')}>存档的花名册</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  );
};
