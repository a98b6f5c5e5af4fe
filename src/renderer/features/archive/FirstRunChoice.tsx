import { Group, Stack, Text, ThemeIcon, UnstyledButton } from '@mantine/core';
import {
  IconBuildingCommunity,
  IconFolderPlus,
  IconInbox,
  IconRestore,
  type Icon,
} from '@tabler/icons-react';
import classes from './FirstRunChoice.module.css';

interface WayProps {
  readonly icon: Icon;
  readonly title: string;
  readonly hint: string;
  readonly onClick: () => void;
}

const Way = ({ icon: Icon, title, hint, onClick }: WayProps) => (
  <UnstyledButton className={classes['way'] ?? ''} onClick={onClick}>
    <Group wrap="nowrap" gap="md">
      <ThemeIcon size={44} radius="md" variant="light" aria-hidden>
        <Icon size={24} stroke={1.6} />
      </ThemeIcon>
      <div>
        <Text fw={700}>{title}</Text>
        <Text size="sm" c="dimmed">
          {hint}
        </Text>
      </div>
    </Group>
  </UnstyledButton>
);

interface FirstRunChoiceProps {
  readonly sampleAvailable: boolean;
  readonly onCreate: () => void;
  readonly onBureau: () => void;
  readonly onSample: () => void;
  readonly onRestore: () => void;
}

export const FirstRunChoice = ({
  sampleAvailable,
  onCreate,
  onBureau,
  onSample,
  onRestore,
}: FirstRunChoiceProps) => (
  <Stack gap="sm">
    <Way
      icon={IconFolderPlus}
      title="新建本街道的档案"
      hint="街镇和枢纽型社会组织用：登记、备案、花名册，每半年报送台账。填街道和社区，设密码就能用；已有的 Excel 台账随后导入。"
      onClick={onCreate}
    />
    <Way
      icon={IconInbox}
      title="新建区民政局的接收台账"
      hint="区民政局用：接收各街镇报送的台账，核对、退回、汇总。不登记组织，只要填区的名称和代码。"
      onClick={onBureau}
    />
    <Way
      icon={IconRestore}
      title="从备份恢复"
      hint="换了电脑，或档案坏了、丢了：插上备份用的 U 盘或移动硬盘，用备份那天的密码恢复。"
      onClick={onRestore}
    />
    {sampleAvailable ? (
      <Way
        icon={IconBuildingCommunity}
        title="打开示范街道"
        hint="先用一个编好的街道试一遍，再建自己的档案。"
        onClick={onSample}
      />
    ) : null}
  </Stack>
);
