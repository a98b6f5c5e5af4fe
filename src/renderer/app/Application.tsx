import { RouterProvider } from 'react-router/dom';
import { useState } from 'react';
import { clientOver } from './client.ts';
import type { HostConnection } from './host-connection.ts';
import { Providers } from './Providers.tsx';
import { useTextSize } from './text-size.ts';
import { makeRouter } from './router.tsx';

interface ApplicationProps {
  readonly connection: HostConnection;
}

export const Application = ({ connection }: ApplicationProps) => {
  useTextSize();
  const [client] = useState(() => clientOver(connection.link));
  const [router] = useState(makeRouter);
  return (
    <Providers client={client} downloadHref={connection.downloadHref} sendToInbox={connection.sendToInbox}>
      <RouterProvider router={router} />
    </Providers>
  );
};
