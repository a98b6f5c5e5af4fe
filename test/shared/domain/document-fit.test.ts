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
  it.each([
    ['committee-report', false, ['work-report']],
    ['survey', false, ['survey-ballot', 'survey-result']],
    ['disclosure', false, ['disclosure-sheet']],
    ['disposition', true, ['rectification-order']],
    ['disposition', false, ['disposition-decision']],
    ['meeting-vote', false, []],
    ['decision', false, []],
  ] as const)('%s, rectifies: %s', (kind, rectifies, papers) => {
    expect(recordKinds.filter((document) => fitsRecord(document, { kind, rectifies }))).toEqual(papers);
  });
});
