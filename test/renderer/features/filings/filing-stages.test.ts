import { expect, test } from 'vitest';
import {
  actionsAt,
  currentStage,
  stagesOf,
  stepsAt,
} from '../../../../src/renderer/features/filings/filing-stages.ts';
import { filingOf, filingStepOf } from '../../../support/sample-filing.ts';

const notice = {
  startsOn: '2026-11-03',
  endsOn: '2026-11-09',
  days: 7,
  place: '公告栏',
  method: '张贴',
  pausedOn: null,
};

test('a notice that has run out waits for the certificate, one that was stopped does not', () => {
  const filing = filingOf({ state: 'on-notice', notice });
  expect(currentStage(filing, '2026-11-09')).toBe('notice');
  expect(currentStage(filing, '2026-11-10')).toBe('certificate');
  expect(currentStage(filingOf({ state: 'on-notice', kind: 'dissolution', notice }), '2026-11-10')).toBe(
    'closing',
  );
  const stopped = filingOf({ state: 'objected', notice: { ...notice, pausedOn: '2026-11-05' } });
  expect(currentStage(stopped, '2026-11-10')).toBe('notice');
});

test('whether an objection holds is decided where it hangs, and stays on record there', () => {
  const objected = filingOf({ state: 'objected' });
  expect(actionsAt(objected, 'notice')).toEqual(['record-objection', 'resolve-objection', 'street-refuse']);
  const refusal = filingStepOf({ action: 'street-refuse', fromState: 'objected', toState: 'refused' });
  expect(stepsAt([refusal], 'notice')).toEqual([refusal]);
  expect(stepsAt([refusal], 'street')).toEqual([]);
});

test('every step on record shows at exactly one station', () => {
  const actions = filingOf({ entryMode: 'back-entry' }).allowedActions;
  const steps = actions.map((action, index) => filingStepOf({ sequence: index + 1, action }));
  const shown = stagesOf('initial').flatMap((stage) => stepsAt(steps, stage));
  expect(shown.map(({ sequence }) => sequence).sort((one, other) => one - other)).toEqual(
    steps.map(({ sequence }) => sequence),
  );
});
