import { createORPCClient, ORPCError, type ClientLink, type ClientContext } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/index.ts';
import { CodedError, errorCatalogue, type ErrorCode } from '../../shared/errors.ts';

/** The contract as calls: `client.organizations.list(input)`. */
export type ArchiveClient = ContractRouterClient<Contract>;
/** The contract as TanStack Query options: `api.organizations.list.queryOptions({ input })`, and `.call(input)`. */
export type ArchiveApi = RouterUtils<ArchiveClient>;

/** What carries calls to the core. */
export type ArchiveLink = ClientLink<ClientContext>;

export const clientOver = (link: ArchiveLink): ArchiveClient => createORPCClient(link);

export const apiOf = (client: ArchiveClient): ArchiveApi => createTanstackQueryUtils(client);

/** The expected failure behind what a call threw; null for everything else (a bug, or a lost connection). */
export const codedErrorOf = (error: unknown): CodedError | null => {
  if (error instanceof CodedError) return error;
  if (!(error instanceof ORPCError) || !(error.code in errorCatalogue)) return null;
  const code = error.code as ErrorCode;
  const data = errorCatalogue[code].safeParse(error.data);
  return data.success ? new CodedError(code, data.data) : null;
};
