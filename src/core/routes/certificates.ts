import { implement, type Router } from '@orpc/server';
import { certificatesContract } from '../../shared/contract/certificates.ts';
import {
  recordReturn,
  renewCertificate,
  replaceCertificate,
  voidCertificate,
} from '../services/certificates-issue.ts';
import { exportCertificateRegister, listCertificateRegister } from '../services/certificates-register.ts';
import { readCertificate, recordCollection } from '../services/certificates.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(certificatesContract).$context<CoreContext>().use(codedRefusals);

export const certificatesRoutes: Router<typeof certificatesContract, CoreContext> = os.router({
  get: os.get.handler(({ input, context }) => readCertificate(archiveOf(context), input.id)),
  list: os.list.handler(({ input, context }) => listCertificateRegister(archiveOf(context), input)),
  exportList: os.exportList.handler(({ input, context }) =>
    exportCertificateRegister(archiveOf(context), input.filter),
  ),
  replace: os.replace.handler(({ input, context }) => replaceCertificate(archiveOf(context), input)),
  renew: os.renew.handler(({ input, context }) => renewCertificate(archiveOf(context), input)),
  void: os.void.handler(({ input, context }) => voidCertificate(archiveOf(context), input)),
  recordReturn: os.recordReturn.handler(({ input, context }) => recordReturn(archiveOf(context), input)),
  recordCollection: os.recordCollection.handler(({ input, context }) =>
    recordCollection(archiveOf(context), input),
  ),
});
