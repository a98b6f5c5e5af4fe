import type { TemplateFlaw } from '../domain/office-template.ts';

/** What is wrong with a template, and what to do about it. */
export const templateFlawWords: Readonly<Record<TemplateFlaw['kind'], (name: string) => string>> = {
  unknown: (name) => `{${name}}：没有这个名称，请照导出的模板改正，或者删去。`,
  unclosed: (name) => `{${name}}：括号或者成对的 {#…}、{/…} 不完整，请补齐。`,
  'full-width': () => '用了全角的 ｛｝，请改为半角的 {}。',
  broken: (name) => `${name === '' ? '模板' : `{${name}}`}：读不懂，请重新导出模板再改。`,
  missing: (name) => `{${name}}`,
};
