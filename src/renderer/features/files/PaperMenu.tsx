import { ActionIcon, FileButton, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPencil, IconTrash, IconVersions } from '@tabler/icons-react';
import type { DossierFile } from '../../../shared/domain/dossier-file.ts';
import { useSaveAttachment } from './preview/use-save-attachment.ts';
import type { PaperActions } from './use-paper-actions.tsx';

interface PaperMenuProps {
  readonly file: DossierFile;
  readonly actions: PaperActions;
  readonly onEdit: () => void;
}

/** What can be done with one paper of the dossier. */
export const PaperMenu = ({ file, actions, onEdit }: PaperMenuProps) => {
  const save = useSaveAttachment();
  const newest = file.versions[0];
  return (
    <Menu position="bottom-end" keepMounted>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`${file.title}：更多`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <FileButton onChange={(chosen) => chosen !== null && actions.addVersion(file, chosen)}>
          {(props) => (
            <Menu.Item {...props} closeMenuOnClick={false} leftSection={<IconVersions size={16} />}>
              存入新版本
            </Menu.Item>
          )}
        </FileButton>
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
          改名、移到别处
        </Menu.Item>
        {newest === undefined ? null : (
          <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => save(newest.attachment.id)}>
            另存一份
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconTrash size={16} />} c="red.8" onClick={() => actions.remove(file)}>
          移到回收站
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
