import { Center, MantineProvider } from '@mantine/core';
import { connectionLostMessage } from '../../shared/labels/error-messages.ts';
import { MessageNotice } from '../components/ErrorNotice.tsx';
import { styleNonce } from './style-nonce.ts';
import { theme } from './theme.ts';

/** Shown when the host does not know this page, e.g. after it was started again. */
export const NoConnection = () => (
  <MantineProvider theme={theme} getStyleNonce={styleNonce}>
    <Center h="100vh" p="xl">
      <MessageNotice message={connectionLostMessage} />
    </Center>
  </MantineProvider>
);
