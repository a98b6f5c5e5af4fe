import { implement, type Router } from '@orpc/server';
import { chartersContract } from '../../shared/contract/charters.ts';
import { readWordText } from '../interchange/word-text.ts';
import { readCharter, saveCharterText } from '../services/charters.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(chartersContract).$context<CoreContext>().use(codedRefusals);

export const chartersRoutes: Router<typeof chartersContract, CoreContext> = os.router({
  ofFiling: os.ofFiling.handler(({ input, context }) => readCharter(archiveOf(context), input.filingId)),
  save: os.save.handler(({ input, context }) => saveCharterText(archiveOf(context), input)),
  readWord: os.readWord.handler(async ({ input, context }) => {
    archiveOf(context);
    return { text: await readWordText(new Uint8Array(await input.file.arrayBuffer())) };
  }),
});
