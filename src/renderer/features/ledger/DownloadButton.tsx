import { Button, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { PackageId } from '../../../shared/domain/ids.ts';
import { useApi, useSaveFromHost } from '../../app/archive-api.tsx';
import { messageOf } from '../../components/error-sentence.ts';

interface DownloadButtonProps extends ButtonProps {
  readonly id: PackageId;
}

/** Saves a package; the host streams it, so that its size does not matter. */
export const DownloadButton = ({ id, ...look }: DownloadButtonProps) => {
  const { ledger } = useApi();
  const saveFromHost = useSaveFromHost();
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const { href } = await ledger.downloadTicket.call({ id });
      await saveFromHost(href);
    } catch (error) {
      notifications.show({ color: 'orange', message: messageOf(error).happened });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      leftSection={<IconDownload size={18} stroke={1.6} />}
      loading={busy}
      onClick={() => void download()}
      {...look}
    >
      下载
    </Button>
  );
};
