import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { DossierFile } from '../../../shared/domain/dossier-file.ts';
import { dayOfInstant } from '../../../shared/domain/instant-day.ts';

interface VersionMenuProps {
  readonly file: DossierFile;
  /** Index among the versions, the newest first. */
  readonly onOpen: (index: number) => void;
}

/** All versions of a paper; old ones open as they came in. */
export const VersionMenu = ({ file, onOpen }: VersionMenuProps) =>
  file.versions.length < 2 ? null : (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button size="compact-xs" variant="light" rightSection={<IconChevronDown size={14} />}>
          {file.versions.length} 个版本
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {file.versions.map(({ version, attachment }, index) => (
          <Menu.Item key={version} onClick={() => onOpen(index)}>
            第 {version} 版　{dayOfInstant(attachment.addedAt)}　{attachment.fileName}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
