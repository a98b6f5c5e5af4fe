import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/zh-cn';
import { useState, type ReactNode } from 'react';
import { ArchiveApiProvider } from './archive-api.tsx';
import type { ArchiveClient } from './client.ts';
import type { HostConnection } from './host-connection.ts';
import { styleNonce } from './style-nonce.ts';
import { makeQueryClient } from './query-client.ts';
import { theme } from './theme.ts';

interface ProvidersProps {
  readonly client: ArchiveClient;
  readonly downloadHref: HostConnection['downloadHref'];
  readonly sendToInbox: HostConnection['sendToInbox'];
  /** `test` shows and hides at once, without transitions. */
  readonly env?: 'default' | 'test';
  readonly children: ReactNode;
}

const dates = { locale: 'zh-cn', firstDayOfWeek: 1 } as const;
const modalLabels = { confirm: '确定', cancel: '取消' };

/** Everything that a screen may count on, in the application and in tests alike. */
export const Providers = ({
  client,
  downloadHref,
  sendToInbox,
  env = 'default',
  children,
}: ProvidersProps) => {
  const [queryClient] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <ArchiveApiProvider client={client} downloadHref={downloadHref} sendToInbox={sendToInbox}>
        <MantineProvider env={env} theme={theme} getStyleNonce={styleNonce} defaultColorScheme="auto">
          <DatesProvider settings={dates}>
            <ModalsProvider labels={modalLabels}>
              <Notifications position="bottom-right" limit={4} />
              {children}
            </ModalsProvider>
          </DatesProvider>
        </MantineProvider>
      </ArchiveApiProvider>
    </QueryClientProvider>
  );
};
