import { describe, expect, it } from 'vitest';
import type { PaperIdentity } from '../../../src/shared/domain/paper-code.ts';
import { scanRuns, type PageReading } from '../../../src/shared/domain/scan-runs.ts';

const form: PaperIdentity = { kind: 'filing-form', subjectId: 'a', page: null };
const charter: PaperIdentity = { kind: 'charter', subjectId: 'a', page: null };
const otherForm: PaperIdentity = { kind: 'filing-form', subjectId: 'b', page: null };
const paper = (identity: PaperIdentity): PageReading => ({ kind: 'paper', paper: identity });
const none: PageReading = { kind: 'none' };
const blank: PageReading = { kind: 'blank' };
const foreign: PageReading = { kind: 'foreign' };
const several: PageReading = { kind: 'several' };

const words = (pages: readonly PageReading[]): string[] =>
  scanRuns(pages).map(
    ({ from, to, paper: found, why }) =>
      `${from}-${to} ${found === null ? why : `${found.kind} ${found.subjectId}`}`,
  );

describe('parts of a scan', () => {
  it.each([
    ['nothing', [], []],
    ['one form', [paper(form)], ['1-1 filing-form a']],
    ['a form of two pages', [paper(form), paper(form)], ['1-2 filing-form a']],
    ['two papers of one', [paper(form), paper(form), paper(charter)], ['1-2 filing-form a', '3-3 charter a']],
    ['forms of two', [paper(form), paper(otherForm)], ['1-1 filing-form a', '2-2 filing-form b']],
    [
      'backs of sheets',
      [paper(form), blank, paper(otherForm), blank],
      ['1-2 filing-form a', '3-4 filing-form b'],
    ],
    [
      'a written page without a code',
      [paper(form), none, paper(form)],
      ['1-1 filing-form a', '2-2 none', '3-3 filing-form a'],
    ],
    ['its blank back', [paper(form), none, blank], ['1-1 filing-form a', '2-3 none']],
    ['pages without any', [none, none], ['1-2 none']],
    ['a blank sheet on top', [blank, paper(form)], ['1-2 filing-form a']],
    ['nothing but blank sheets', [blank, blank], ['1-2 none']],
    ['papers of another office', [foreign, foreign, paper(form)], ['1-2 foreign', '3-3 filing-form a']],
    ['a photo of two papers', [several], ['1-1 several']],
    ['two photos of two papers', [several, several], ['1-2 several']],
  ] as const)('%s', (_, pages, expected) => expect(words(pages)).toEqual(expected));

  it('always cover every page once, in order', () => {
    const choices = [paper(form), paper(charter), paper(otherForm), none, blank, foreign, several];
    for (let number = 0; number < 7 ** 4; number += 1) {
      const pages = [0, 1, 2, 3].map((at) => choices[Math.floor(number / 7 ** at) % 7]!);
      const runs = scanRuns(pages);
      expect(
        runs.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)),
      ).toEqual([1, 2, 3, 4]);
      // A page with a code is never in a run of another paper.
      pages.forEach((page, index) => {
        if (page.kind !== 'paper') return;
        expect(runs.find(({ from, to }) => from <= index + 1 && index + 1 <= to)?.paper).toEqual(page.paper);
      });
    }
  });
});
