import { useState } from 'react';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useSendToInbox } from '../../../src/renderer/app/archive-api.tsx';
import { connectToHost } from '../../../src/renderer/app/host-connection.ts';
import { messageOf } from '../../../src/renderer/components/error-sentence.ts';
import { fakeClient, showScreen } from '../../support/fake-archive.tsx';

const received = { id: 'file-1', fileName: '报送包.ledger.age', byteLength: 3 };

/** A page whose host answers what is sent to it with these, one after another. */
const pageAnswering = (answers: readonly Response[]) => {
  const sent: { readonly path: string; readonly init: RequestInit }[] = [];
  const waiting = [...answers];
  const page = {
    location: { protocol: 'http:', hash: '', origin: 'http://127.0.0.1:1', pathname: '/' },
    sessionStorage: { getItem: () => 'session' },
    fetch: async (path: string, init: RequestInit) => {
      sent.push({ path, init });
      return waiting.shift() ?? Response.error();
    },
  };
  // as much of a window as a connection over HTTP asks for
  return { page: page as unknown as Window, sent };
};

const Send = () => {
  const send = useSendToInbox();
  const [said, say] = useState('');
  const file = new File(['age'], '报送包.ledger.age');
  return (
    <>
      <button
        onClick={() =>
          void send(file).then(
            ({ id }) => say(id),
            (error: unknown) => say(messageOf(error).happened),
          )
        }
      >
        放入
      </button>
      <p>{said}</p>
    </>
  );
};

test('a file goes to the inbox past the contract, and a refusal comes back as its sentence', async () => {
  const { page, sent } = pageAnswering([
    Response.json(received),
    Response.json({ code: 'WRONG_DESK', data: { desk: 'office' } }, { status: 409 }),
    new Response('', { status: 500 }),
  ]);
  const { sendToInbox } = await connectToHost(page);
  const { user } = showScreen(<Send />, fakeClient({}), { sendToInbox });
  const click = () => user.click(screen.getByRole('button', { name: '放入' }));
  await click();
  await screen.findByText('file-1');
  expect(sent[0]?.path).toBe('/inbox');
  expect(sent[0]?.init).toMatchObject({
    method: 'POST',
    headers: {
      authorization: 'Bearer session',
      'x-file-name': '%E6%8A%A5%E9%80%81%E5%8C%85.ledger.age',
    },
  });
  await click();
  await screen.findByText('这是街道的档案，没有这项工作。');
  await click();
  await screen.findByText(messageOf(new Error('a bug')).happened);
});
