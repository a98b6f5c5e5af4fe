import { expect, test } from 'vitest';
import { materialChecklist, type MaterialEvidence } from '../../../src/shared/domain/filing-materials.ts';
import type { CommunityId } from '../../../src/shared/domain/ids.ts';
import type { RequiredMaterial } from '../../../src/shared/domain/rule-pack.ts';
import { danceTeamFacts } from '../../support/organization-facts.ts';

const facts = danceTeamFacts('c1' as CommunityId);
const nothing: MaterialEvidence = {
  facts,
  memberCount: 0,
  hasCertificate: false,
  papers: [],
  missingClauses: [],
};
const material = (code: string, name: string): RequiredMaterial => ({
  code,
  name,
  basis: '第二条（一）',
  filingKinds: ['initial'],
});

const hints = (
  required: readonly RequiredMaterial[],
  evidence: MaterialEvidence,
): readonly (string | null)[] => materialChecklist('initial', required, evidence).map(({ hint }) => hint);

test('the filing form names every fact that it still lacks', () => {
  const form = [material('filing-form', '社区社会组织备案表')];
  expect(hints(form, nothing)).toEqual(['备案表还缺：负责人']);
  const bare = {
    ...facts,
    premises: '',
    fallbackParty: null,
    categories: { 'four-class': null, domain: null, 'six-class': null, nature: null },
  };
  expect(hints(form, { ...nothing, facts: bare })).toEqual([
    '备案表还缺：负责人、活动场所、兜底党组织、类别',
  ]);
});

test('a material of the office’s own is there once a paper is named after it', () => {
  const own = [material('premises-proof', '场所使用证明')];
  expect(hints(own, nothing)).toEqual(['请附上《场所使用证明》的扫描件']);
  expect(hints(own, { ...nothing, papers: ['01 场所使用证明（盖章）.pdf'] })).toEqual([null]);
});

test('only the kind of filing that needs a material is asked for it', () => {
  const required: readonly RequiredMaterial[] = [
    material('roster', '成员花名册'),
    { ...material('certificate', '备案证书'), filingKinds: ['dissolution'] },
  ];
  const codesOf = (kind: 'initial' | 'change' | 'dissolution'): readonly string[] =>
    materialChecklist(kind, required, nothing).map(({ code }) => code);
  expect([codesOf('initial'), codesOf('change'), codesOf('dissolution')]).toEqual([
    ['roster'],
    [],
    ['certificate'],
  ]);
});

test('a charter on paper that lacks a required clause is not complete', () => {
  const charter = [material('charter', '社区社会组织章程')];
  const scanned = { ...nothing, papers: ['章程.pdf'] };
  expect(hints(charter, scanned)).toEqual([null]);
  expect(hints(charter, { ...scanned, missingClauses: ['终止的程序', '兜底党组织'] })).toEqual([
    '章程还缺条款：终止的程序、兜底党组织',
  ]);
});
