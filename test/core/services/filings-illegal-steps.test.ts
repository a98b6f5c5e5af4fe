import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getFilingRecord, updateFiling } from '../../../src/core/db/repositories/filings.ts';
import { advanceFiling } from '../../../src/core/services/filings-advance.ts';
import { startFilingOn } from '../../../src/core/services/filings-start.ts';
import { getFiling } from '../../../src/core/services/filings.ts';
import {
  filingAction,
  filingState,
  type FilingKind,
  type FilingState,
} from '../../../src/shared/domain/filing.ts';
import { allowedActions } from '../../../src/shared/domain/filing-state-machine.ts';
import type { FilingId } from '../../../src/shared/domain/ids.ts';
import { startTeam, stepOf, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';

let archive: TestArchive;
const filings: Partial<Record<FilingKind, FilingId>> = {};

const filingOf = async (kind: FilingKind): Promise<FilingId> => {
  const first = await startTeam(archive, `阳光里${kind}队`);
  if (kind === 'initial') return first.id;
  await takeSteps(archive, first.id, upToCertificate);
  const { organizationId } = first;
  return (await startFilingOn(archive, { organizationId, kind, entryMode: 'live' })).id;
};

beforeAll(async () => {
  archive = await openTestArchive();
  for (const kind of ['initial', 'change', 'dissolution'] as const) filings[kind] = await filingOf(kind);
});
afterAll(() => archive.close());

/** Puts the filing into a state as though its steps had led there. */
const putInto = (id: FilingId, state: FilingState): Promise<void> =>
  archive.store.write((writer) => {
    const filing = getFilingRecord(writer, id);
    if (filing === null) throw new Error('no filing');
    updateFiling(writer, { ...filing, state });
  });

describe.each(['initial', 'change', 'dissolution'] as const)('a %s filing', (kind) => {
  test.each(filingState.options)(
    'in state %s refuses every step that the procedure does not know',
    async (state) => {
      const id = filings[kind];
      if (id === undefined) throw new Error('no filing');
      await putInto(id, state);
      const illegal = filingAction.options.filter(
        (action) => !allowedActions(kind, state, 'live').includes(action),
      );
      expect(illegal.length).toBeGreaterThan(9);
      for (const action of illegal) {
        await expect(advanceFiling(archive, id, stepOf(action, '2026-11-20'))).rejects.toMatchObject({
          code: 'ILLEGAL_STEP',
          data: { state, action },
        });
      }
      expect(await getFiling(archive, id)).toMatchObject({ state, steps: [], certificateId: null });
    },
  );
});
