import type { Progress } from '../shared/contract/progress.ts';

/**
 * Follows a progress stream to its result. A terminal sees a line that moves; a file or `--json` sees nothing.
 * @throws whatever the work throws
 */
export const follow = async <R>(
  stream: AsyncIterable<Progress | { readonly type: 'result'; readonly result: R }>,
  quiet: boolean,
): Promise<R> => {
  const show = !quiet && process.stderr.isTTY;
  let outcome: { readonly result: R } | null = null;
  for await (const event of stream) {
    if (event.type === 'result') outcome = event;
    else if (show)
      process.stderr.write(
        `\r${event.stage} ${event.done}${event.total === null ? '' : `/${event.total}`}\u001b[K`,
      );
  }
  if (show) process.stderr.write('\r\u001b[K');
  if (outcome === null) throw new Error('The work ended without a result.');
  return outcome.result;
};
