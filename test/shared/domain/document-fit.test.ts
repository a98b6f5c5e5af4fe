import { describe, expect, it } from 'vitest';
import { fitsFiling, fitsRecord, type FilingTraits } from '../../../src/shared/domain/document-fit.ts';
import { documentKind, isKindOn, type DocumentKindOn } from '../../../src/shared/domain/document.ts';

const filingKinds = documentKind.options.filter((kind) => isKindOn(kind, 'filing'));
const recordKinds = documentKind.options.filter((kind) => isKindOn(kind, 'record'));
const papersOf = (traits: FilingTraits): readonly DocumentKindOn<'filing'>[] =>
  filingKinds.filter((kind) => fitsFiling(kind, traits));

describe('papers of a filing', () => {
  it.each([
    [
      'fresh',
      { kind: 'initial', actions: ['submit'], objected: false },
      ['application', 'committee-opinion', 'copies-receipt'],
    ],
    [
      'sent back',
      { kind: 'initial', actions: ['submit', 'street-return'], objected: false },
      ['application', 'committee-opinion', 'correction-notice', 'copies-receipt'],
    ],
    [
      'refused',
      { kind: 'initial', actions: ['submit', 'committee-pass', 'street-refuse'], objected: false },
      ['application', 'committee-opinion', 'refusal-notice', 'copies-receipt'],
    ],
    [
      'a change with an objection',
      { kind: 'change', actions: ['street-agree', 'start-notice'], objected: true },
      ['committee-opinion', 'filing-notice', 'objection-answer', 'approval', 'copies-receipt', 'change-form'],
    ],
    [
      'a dissolution that was agreed',
      { kind: 'dissolution', actions: ['street-agree'], objected: false },
      ['committee-opinion', 'approval', 'dissolution-application', 'asset-statement', 'dissolution-notice'],
    ],
  ] as const)('%s', (_, traits, papers) => {
    expect(papersOf(traits)).toEqual(papers);
  });
});

describe('papers of a record', () => {
  const plain = { rectifies: false, praises: false, objected: false };
  it.each([
    [{ ...plain, kind: 'committee-report' }, ['work-report']],
    [{ ...plain, kind: 'survey' }, ['survey-ballot', 'survey-result']],
    [{ ...plain, kind: 'disclosure' }, ['disclosure-sheet']],
    [{ ...plain, kind: 'disclosure', objected: true }, ['disclosure-sheet', 'disclosure-answer']],
    [{ ...plain, kind: 'disposition', rectifies: true }, ['rectification-order']],
    [{ ...plain, kind: 'disposition', praises: true }, ['commendation-letter', 'plaque-text']],
    [{ ...plain, kind: 'disposition' }, ['disposition-decision']],
    [{ ...plain, kind: 'meeting-vote' }, []],
    [{ ...plain, kind: 'decision' }, []],
  ] as const)('%o', (traits, papers) => {
    expect(recordKinds.filter((document) => fitsRecord(document, traits))).toEqual(papers);
  });
});
