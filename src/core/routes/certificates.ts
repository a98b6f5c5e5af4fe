import { implement, type Router } from '@orpc/server';
import { certificatesContract } from '../../shared/contract/filings.ts';
import { readCertificate, recordCollection } from '../services/certificates.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(certificatesContract).$context<CoreContext>().use(codedRefusals);

export const certificatesRoutes: Router<typeof certificatesContract, CoreContext> = os.router({
  get: os.get.handler(({ input, context }) => readCertificate(archiveOf(context), input.id)),
  recordCollection: os.recordCollection.handler(({ input, context }) =>
    recordCollection(archiveOf(context), input),
  ),
});
