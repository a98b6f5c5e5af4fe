import { parentPort } from 'node:worker_threads';
import { PreviewFailed } from '../previews/preview-job.ts';
import type { PageAnswer, PageJob } from './page-job.ts';
import { pageParts } from './page-parts.ts';

const answerTo = async (job: PageJob): Promise<PageAnswer> => {
  try {
    return { parts: await pageParts(job) };
  } catch (error) {
    if (error instanceof PreviewFailed) return { failure: error.reason };
    const message = error instanceof Error ? `${error.name} ${error.message}` : '';
    return { failure: /encrypt/i.test(message) ? 'encrypted' : 'damaged' };
  }
};

parentPort?.on('message', (job: PageJob) => {
  void answerTo(job).then((answer) =>
    parentPort?.postMessage(answer, 'parts' in answer ? [answer.parts.bytes.buffer] : []),
  );
});
