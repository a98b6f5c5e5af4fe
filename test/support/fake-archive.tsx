import { createORPCClient, ORPCError } from '@orpc/client';
import { call, type AnyProcedure } from '@orpc/server';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import type { ArchiveClient, ArchiveLink } from '../../src/renderer/app/client.ts';
import type { HostConnection } from '../../src/renderer/app/host-connection.ts';
import { Providers } from '../../src/renderer/app/Providers.tsx';
import { CodedError } from '../../src/shared/errors.ts';

/** Handlers of one test by area and name, made with `implement(<area's contract>)…handler(…)`. */
export type FakeHandlers = Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>>;

/** A coded error as it looks after crossing from a core. */
const asRefusal = (error: unknown): unknown =>
  error instanceof CodedError
    ? new ORPCError(error.code, { defined: true, status: 409, data: error.data })
    : error;

/**
 * A client over in-process handlers that go through the real contract: inputs and outputs are parsed, coded
 * errors cross as they do from the core. A call without a handler fails.
 */
export const fakeClient = (handlers: FakeHandlers): ArchiveClient => {
  const link: ArchiveLink = {
    call: async ([area = '', name = ''], input, { signal }) => {
      const handler = handlers[area]?.[name];
      if (handler === undefined) throw new ORPCError('NO_SUCH_FAKE', { message: `${area}.${name}` });
      try {
        return await call(handler, input, signal === undefined ? {} : { signal });
      } catch (error) {
        throw asRefusal(error);
      }
    },
  };
  return createORPCClient(link);
};

interface Shown extends RenderResult {
  readonly user: UserEvent;
  /** Where the person is now, with the query. */
  readonly address: () => string;
}

/** Shows a screen as the application does, at an address. */
export const showScreen = (
  element: ReactElement,
  client: ArchiveClient,
  {
    path = '*',
    at = '/',
    sendToInbox = () => Promise.reject(new Error('no host')),
  }: {
    readonly path?: string;
    readonly at?: string;
    readonly sendToInbox?: HostConnection['sendToInbox'];
  } = {},
): Shown => {
  const routes: RouteObject[] = [
    { path, element },
    { path: '*', element: null },
  ];
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  return {
    user: userEvent.setup(),
    address: () => `${router.state.location.pathname}${router.state.location.search}`,
    ...render(
      <Providers
        env="test"
        client={client}
        downloadHref={(href) => Promise.resolve(href)}
        sendToInbox={sendToInbox}
      >
        <RouterProvider router={router} />
      </Providers>,
    ),
  };
};
