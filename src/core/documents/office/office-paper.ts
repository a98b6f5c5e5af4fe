import type { DocumentKind } from '../../../shared/domain/document.ts';
import type { IsoInstant } from '../../../shared/domain/dates.ts';
import type { TemplateFlaw } from '../../../shared/domain/office-template.ts';
import { renderHtml } from '../html-renderer.ts';
import type { PaperDocument } from '../model.ts';
import {
  factsOfPaper,
  namesInTemplate,
  shownCode,
  templateOfPaper,
  type SharedFacts,
} from '../paper-facts.ts';
import { sampleData } from '../samples/sample-organization.ts';
import { sharingSample, type SharingPaper } from '../samples/sample-papers.ts';
import { WordRenderer } from '../word-renderer.ts';
import { checkOfficeTemplate, fillOfficeTemplate, namesOf, type KnownNames } from './fill-office-template.ts';

/**
 * Kinds whose wording depends on what is known: their built-in paper composes sentences, and a template cut from one of
 * them would say of every organization what is true of the sample.
 */
export const composedKinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>([
  'charter',
  'work-report',
  'survey-ballot',
  'survey-result',
  'disclosure-sheet',
  'notice-board',
  'gap-letter',
  'commendation-letter',
  'plaque-text',
  'dossier-spine',
  'archive-stamps',
  'place-labels',
  'box-list',
  'box-spine',
  'seal-register',
  'training-pass',
  'service-proof',
  'thanks-letter',
  'service-case',
  'call-list',
  'service-list',
]);

const sampleOf = (kind: DocumentKind): SharingPaper =>
  sharingSample(kind, { data: sampleData, picture: null, bare: false, memberCount: 12 });

export const sampleHtml = (
  kind: DocumentKind,
): Pick<PaperDocument['page'], 'paper'> & { readonly html: string } => {
  const { paper } = sampleOf(kind);
  return { html: renderHtml([paper]), paper: paper.page.paper };
};

/** The built-in paper with names in the place of its facts, as a Word file. */
export const exportedTemplate = (kind: DocumentKind, madeAt: IsoInstant): Uint8Array => {
  const { paper, shared } = sampleOf(kind);
  return new WordRenderer().render(templateOfPaper(paper, shared), madeAt);
};

/** Names that a template of the kind may use. */
const knownNames = (kind: DocumentKind): KnownNames => {
  const { paper, shared } = sampleOf(kind);
  return namesOf(factsOfPaper(paper, shared));
};

/** Names that a template of the kind has when it is exported. */
const usualNames = (kind: DocumentKind): ReadonlySet<string> => {
  const { paper, shared } = sampleOf(kind);
  return namesInTemplate(templateOfPaper(paper, shared));
};

export const flawsOfTemplate = (kind: DocumentKind, template: Uint8Array): TemplateFlaw[] =>
  checkOfficeTemplate(template, knownNames(kind), usualNames(kind), shownCode(sampleOf(kind).paper));

/** Fills the office's own template of a kind, for the papers that it can stand for. */
export class OfficePaperRenderer {
  readonly #template: Uint8Array;
  readonly #known: KnownNames;
  readonly #variant: string | undefined;

  constructor(kind: DocumentKind, template: Uint8Array) {
    this.#template = template;
    this.#known = knownNames(kind);
    this.#variant = sampleOf(kind).paper.variant;
  }

  /**
   * The Word file; null where the paper is of another wording than the template, or says something that no template of
   * its kind can, e.g. a seventh founder: then it is printed as built in, and nothing is lost.
   */
  render(paper: PaperDocument, shared: SharedFacts): Uint8Array | null {
    // Nor does a template say across the sheet that it is a draft.
    if (paper.variant !== this.#variant || paper.watermark) return null;
    const facts = factsOfPaper(paper, shared);
    const more = Object.entries(facts.facts).some(
      ([name, value]) => value !== '' && !this.#known.facts.has(name) && !Object.hasOwn(shared, name),
    );
    const otherLists = Object.keys(facts.lists).some((list) => !this.#known.lists.has(list));
    return more || otherLists ? null : fillOfficeTemplate(this.#template, facts, shownCode(paper));
  }
}
