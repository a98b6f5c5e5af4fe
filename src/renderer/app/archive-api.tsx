import { createContext, use, useMemo, type ReactNode } from 'react';
import { apiOf, type ArchiveApi, type ArchiveClient } from './client.ts';
import type { HostConnection } from './host-connection.ts';

interface Access {
  readonly api: ArchiveApi;
  readonly downloadHref: HostConnection['downloadHref'];
  readonly sendToInbox: HostConnection['sendToInbox'];
}

const AccessContext = createContext<Access | null>(null);

interface ArchiveApiProviderProps {
  readonly client: ArchiveClient;
  readonly downloadHref: HostConnection['downloadHref'];
  readonly sendToInbox: HostConnection['sendToInbox'];
  readonly children: ReactNode;
}

export const ArchiveApiProvider = ({
  client,
  downloadHref,
  sendToInbox,
  children,
}: ArchiveApiProviderProps) => {
  const access = useMemo(
    () => ({ api: apiOf(client), downloadHref, sendToInbox }),
    [client, downloadHref, sendToInbox],
  );
  return <AccessContext value={access}>{children}</AccessContext>;
};

const useAccess = (): Access => {
  const access = use(AccessContext);
  if (access === null) throw new Error('no ArchiveApiProvider above');
  return access;
};

/** The calls of the contract. @throws Error outside an ArchiveApiProvider */
export const useApi = (): ArchiveApi => useAccess().api;

/** Saves what the host streams itself (a finished package), by the path that `downloadTicket` returned. */
export const useSaveFromHost = (): ((path: string) => Promise<void>) => {
  const { downloadHref } = useAccess();
  return async (path) => {
    const anchor = document.createElement('a');
    anchor.href = await downloadHref(path);
    anchor.download = '';
    anchor.click();
  };
};

/** Hands a file to the bureau's inbox; the host streams it. The call throws a CodedError where it is refused. */
export const useSendToInbox = (): HostConnection['sendToInbox'] => useAccess().sendToInbox;
