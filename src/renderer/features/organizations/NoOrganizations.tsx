import { Button, Group, Paper } from '@mantine/core';
import { IconBuildingCommunity, IconFilterOff } from '@tabler/icons-react';
import { paths } from '../../app/paths.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';

interface NoOrganizationsProps {
  readonly filtered: boolean;
  readonly onClear: () => void;
}

export const NoOrganizations = ({ filtered, onClear }: NoOrganizationsProps) => (
  <Paper withBorder>
    {filtered ? (
      <EmptyState
        icon={IconFilterOff}
        title="没有符合条件的组织"
        hint="放宽一两个条件再看看。"
        action={
          <Button mt="sm" variant="default" onClick={onClear}>
            清除全部条件
          </Button>
        }
      />
    ) : (
      <EmptyState
        icon={IconBuildingCommunity}
        title="还没有社会组织"
        hint="已有 Excel 台账的，一次导入就好，导入前可以先试算，导入后可以整体撤销。新成立的，从备案申请开始。"
        action={
          <Group mt="sm">
            <LinkButton to={paths.imports}>导入 Excel 台账</LinkButton>
            <LinkButton to={paths.newFiling()} variant="default">
              新建备案
            </LinkButton>
          </Group>
        }
      />
    )}
  </Paper>
);
