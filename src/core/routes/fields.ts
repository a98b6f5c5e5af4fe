import { implement, type Router } from '@orpc/server';
import { fieldsContract } from '../../shared/contract/fields.ts';
import {
  readCustomFields,
  readCustomValues,
  writeCustomFields,
  writeCustomValues,
} from '../services/custom-fields.ts';
import { archiveOf, codedRefusals, type CoreContext } from './base.ts';

const os = implement(fieldsContract).$context<CoreContext>().use(codedRefusals);

export const fieldsRoutes: Router<typeof fieldsContract, CoreContext> = os.router({
  list: os.list.handler(({ context }) => readCustomFields(archiveOf(context))),
  save: os.save.handler(({ input, context }) => writeCustomFields(archiveOf(context), input.fields)),
  values: os.values.handler(({ input, context }) =>
    readCustomValues(archiveOf(context), input.organizationId),
  ),
  saveValues: os.saveValues.handler(({ input, context }) => writeCustomValues(archiveOf(context), input)),
});
