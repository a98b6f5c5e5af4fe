import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  deleteOrganization,
  getOrganization,
  updateOrganizationFacts,
  factsOf,
} from '../../../src/core/db/repositories/organizations.ts';
import { rebuildSearchIndex } from '../../../src/core/db/search-index.ts';
import { phoneTails } from '../../../src/core/keys/phone-tail.ts';
import { removeRecord, restoreRecord, storeRecord } from '../../../src/core/services/dossier-records.ts';
import { addMember } from '../../../src/core/services/roster-changes.ts';
import { search } from '../../../src/core/services/search.ts';
import type { OrganizationId, RecordId } from '../../../src/shared/domain/ids.ts';
import type { PersonInput } from '../../../src/shared/domain/person.ts';
import type { SearchKind } from '../../../src/shared/domain/search.ts';
import { openTestArchive, type TestArchive } from '../../support/open-test-archive.ts';
import { enterOrganization } from '../../support/organization-facts.ts';
import { startTeam, takeSteps, upToCertificate } from '../../support/filing-steps.ts';
import { reportOf } from '../../support/sample-records.ts';

let archive: TestArchive;
let dance: OrganizationId;
let report: RecordId;

const person = (name: string, more: Partial<PersonInput> = {}): PersonInput => ({
  name,
  sex: null,
  birthDate: null,
  politicalStatus: null,
  identityKind: null,
  identityNumber: null,
  phone: null,
  ...more,
});

const join = (organizationId: OrganizationId, input: PersonInput) =>
  addMember(archive, {
    person: input,
    membership: {
      organizationId,
      role: 'member',
      roleTitle: null,
      joinedOn: null,
      leftOn: null,
      remark: null,
    },
  });

beforeAll(async () => {
  archive = await openTestArchive();
  const filing = await startTeam(archive);
  await takeSteps(archive, filing.id, upToCertificate);
  dance = filing.organizationId;
  const shop = await enterOrganization(archive, '阳光里爱心超市');
  await enterOrganization(archive, '和平里（老年）书画社ABC');
  await join(dance, person('欧阳𠮷祥', { identityNumber: '990516197101115317', phone: '13900004321' }));
  await join(dance, person('单桂英'));
  await join(shop, person('王桂'));
  await join(shop, person('王桂英'));
  await join(shop, person('阿依古丽·买买提', { phone: '13900004321' }));
  const saved = await storeRecord(archive, {
    id: null,
    record: {
      organizationId: dance,
      occurredOn: '2026-07-20',
      title: '上半年工作报告',
      content: reportOf({
        body: '上半年排练四十次，到敬老院慰问演出三场，敬老院联系人13800138000。',
        committeeOpinion: '同意，建议增加青少年项目',
      }),
    },
  });
  report = saved.id;
});
afterAll(() => archive.close());

/** Titles of what is found, by kind. */
const found = async (text: string, kind: SearchKind | null = null): Promise<Record<string, string[]>> =>
  Object.fromEntries(
    (await search(archive, { text, kind, limit: 10 })).map((group) => [
      group.kind,
      group.hits.map(({ title }) => title.text),
    ]),
  );

/** What is looked for as people type it, and everything that must come up for it, in this order. */
const testSet: readonly (readonly [what: string, text: string, expected: Record<string, string[]>])[] = [
  [
    'two characters mid-name, in every kind that has them',
    '蹈队',
    {
      organization: ['阳光里夕阳红舞蹈队'],
      filing: ['阳光里夕阳红舞蹈队'],
      certificate: ['阳光里夕阳红舞蹈队'],
    },
  ],
  [
    'names before what is only told of',
    '舞蹈',
    {
      organization: ['阳光里夕阳红舞蹈队', '阳光里爱心超市', '和平里（老年）书画社ABC'],
      filing: ['阳光里夕阳红舞蹈队'],
      certificate: ['阳光里夕阳红舞蹈队'],
    },
  ],
  ['one character mid-name', '超', { organization: ['阳光里爱心超市'] }],
  ['a rare character', '𠮷', { person: ['欧阳𠮷祥'] }],
  ['the exact name before a longer one', '王桂', { person: ['王桂', '王桂英'] }],
  ['a name of three characters', '王桂英', { person: ['王桂英'] }],
  ['characters that do not stand together', '王英', {}],
  ['words apart', '阳光里 超市', { organization: ['阳光里爱心超市'] }],
  ['across a bracket', '里老年书', { organization: ['和平里（老年）书画社ABC'] }],
  ['with a bracket of another width', '(老年)书画', { organization: ['和平里（老年）书画社ABC'] }],
  ['letters in full width and capitals', 'ａＢc', { organization: ['和平里（老年）书画社ABC'] }],
  ['a name with a dot', '古丽买买', { person: ['阿依古丽·买买提'] }],
  ['initials at the end of a name', 'wdd', expect.objectContaining({ organization: ['阳光里夕阳红舞蹈队'] })],
  ['initials of a whole name', 'yglax', expect.objectContaining({ organization: ['阳光里爱心超市'] })],
  ['two initials in the middle of a name', 'gy', { person: ['单桂英', '王桂英'] }],
  ['full pinyin in the middle of a name', 'guiying', { person: ['单桂英', '王桂英'] }],
  ['pinyin that is still being typed', 'wanggu', { person: ['王桂', '王桂英'] }],
  ['the reading of a surname', 'shangui', { person: ['单桂英'] }],
  ['a village by its spelling', 'longquan', { community: ['龙泉村'] }],
  ['an area code', '990101001201', { community: ['龙泉村'] }],
  ['the last four of an identity number', '5317', { person: ['欧阳𠮷祥'] }],
  ['more of an identity number', '101115317', { person: ['欧阳𠮷祥'] }],
  ['a whole identity number', '990516197101115317', { person: ['欧阳𠮷祥'] }],
  ['an identity number that ends alike', '201115317', {}],
  ['the last four of a phone number', '4321', { person: ['欧阳𠮷祥', '阿依古丽·买买提'] }],
  ['a whole phone number', '13900004321', { person: ['欧阳𠮷祥', '阿依古丽·买买提'] }],
  ['a word in the middle of a report', '敬老院', { record: ['上半年工作报告'] }],
  ['one character in the middle of an opinion', '增', { record: ['上半年工作报告'] }],
  ['a word that nobody used', '龙舟', {}],
];

describe('one box', () => {
  test.each(testSet)('finds %s: %s', async (_, text, expected) => {
    expect(await found(text)).toEqual(expected);
  });

  test('does not take the end of one number for another', async () => {
    expect(await found('20261号')).toEqual({});
  });

  test('finds a filing number by any part of it and with any bracket', async () => {
    const [hit] = (await search(archive, { text: '社备', kind: 'organization', limit: 1 }))[0]?.hits ?? [];
    const number = hit?.found?.text ?? '';
    expect(hit?.found).toMatchObject({ field: 'number' });
    expect(number).toMatch(/^新河街社备〔\d{4}〕\d+号$/);
    for (const typed of [number, number.replace('〔', '[').replace('〕', ']'), number.slice(-8)])
      expect((await found(typed))['certificate']).toEqual(['阳光里夕阳红舞蹈队']);
  });

  test('says where a word was found and marks it', async () => {
    const [group] = await search(archive, { text: '慰问', kind: null, limit: 5 });
    expect(group).toMatchObject({ kind: 'record', more: false });
    const [hit] = group?.hits ?? [];
    expect(hit?.title).toEqual({ text: '上半年工作报告', marks: [] });
    expect(hit?.found?.field).toBe('text');
    const [from = 0, to = 0] = hit?.found?.marks[0] ?? [];
    expect(hit?.found?.text.slice(from, to)).toBe('慰问');
    const [spelled] = (await search(archive, { text: 'wdd', kind: 'organization', limit: 1 }))[0]?.hits ?? [];
    expect(spelled?.title).toEqual({ text: '阳光里夕阳红舞蹈队', marks: [[6, 9]] });
  });

  test('shows numbers masked, and says when there are more', async () => {
    const groups = await search(archive, { text: '5317', kind: null, limit: 5 });
    expect(groups[0]?.hits[0]?.found).toEqual({
      field: 'identity-tail',
      text: '990***********5317',
      marks: [[14, 18]],
    });
    expect(JSON.stringify(groups)).not.toMatch(/1971|13900004321/);
    const [people] = await search(archive, { text: '王桂', kind: 'person', limit: 1 });
    expect(people).toMatchObject({ more: true, hits: [{ title: { text: '王桂' } }] });
  });
});

describe('hostile queries', () => {
  test.each([
    '',
    ' ',
    '"',
    '""" OR "',
    "' OR 1=1 --",
    '*',
    '-',
    '-- NEAR(',
    'grams:王*',
    '(((',
    '%',
    '_',
    '😀',
    '👨‍👩‍👧',
    '\u0000',
    '\uD800',
    '̀̀̀',
    '〔〕',
    '　',
  ])('%j finds nothing and harms nothing', async (text) => {
    expect(await search(archive, { text, kind: null, limit: 5 })).toEqual([]);
  });

  test('a pasted page is read by its beginning', async () => {
    expect(await found(`舞蹈${' 舞蹈'.repeat(2000)}`)).toHaveProperty('organization');
    expect(await found('王'.repeat(4000))).toEqual({});
    expect(await found('*'.repeat(4000))).toEqual({});
    expect(await found('a'.repeat(4000))).toEqual({});
  });
});

describe('the index', () => {
  const indexed = (): Promise<unknown> =>
    archive.store.read((reader) =>
      reader.all(
        'SELECT kind, field, text, head, initials, pinyin FROM search_entries ORDER BY kind, text, field',
      ),
    );

  test('keeps no number of a person', async () => {
    const kept = JSON.stringify(await indexed());
    expect(kept).not.toMatch(/5317|990516|4321/);
    const terms = await archive.store.write((writer) => {
      writer.run("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search_grams', 'row')");
      const all = writer.all<{ term: string }>('SELECT term FROM temp.terms').map(({ term }) => term);
      writer.run('DROP TABLE temp.terms');
      return all;
    });
    expect(terms.filter((term) => term.startsWith('r'))).toHaveLength(1);
    expect(terms.filter((term) => term.startsWith('s')).length).toBeGreaterThan(0);
    const digit = (value: string): string => value.codePointAt(0)?.toString(36).padStart(4, '0') ?? '';
    expect(terms).not.toContain(digit('5') + digit('3'));
  });

  test('follows a change of name, the recycle bin and deletion in the same transaction', async () => {
    const id = await enterOrganization(archive, '和平里棋友会');
    expect(await found('棋友')).toEqual({ organization: ['和平里棋友会'] });
    await archive.store.write((writer) => {
      const before = getOrganization(writer, id);
      if (before === null) throw new Error('it was just entered');
      updateOrganizationFacts(writer, id, { ...factsOf(before), name: '和平里牌友会' }, before.updatedAt);
    });
    expect([await found('棋友'), await found('牌友')]).toEqual([{}, { organization: ['和平里牌友会'] }]);
    await archive.store.write((writer) => deleteOrganization(writer, id));
    expect(await found('牌友')).toEqual({});

    await removeRecord(archive, report);
    expect(await found('敬老院')).toEqual({});
    await restoreRecord(archive, report);
    expect(await found('敬老院')).toEqual({ record: ['上半年工作报告'] });
  });

  test('takes several changes of one thing in one transaction, by whatever statement they come', async () => {
    await archive.store.write((writer) => {
      for (const name of ['一号', '二号'])
        writer.run(
          `INSERT INTO communities (id, code, name, settlement, position) VALUES ('c9', '990101001999', ?, 'urban', 9)
           ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
          [`${name}站`],
        );
      writer.run("UPDATE OR REPLACE communities SET name = '三号站' WHERE id = 'c9'");
    });
    expect([await found('一号站'), await found('三号站')]).toEqual([{}, { community: ['三号站'] }]);
    await archive.store.write((writer) => void writer.run("DELETE FROM communities WHERE id = 'c9'"));
  });

  test('is as it was when a write fails', async () => {
    const failing = archive.store.write((writer) => {
      writer.run("UPDATE organizations SET name = '不该有的名字' WHERE id = ?", [dance]);
      throw new Error('planned');
    });
    await expect(failing).rejects.toThrow('planned');
    expect(await found('不该有')).toEqual({});
    expect(await found('蹈队', 'organization')).toEqual({ organization: ['阳光里夕阳红舞蹈队'] });
  });

  test('is the same when made anew', async () => {
    const before = await indexed();
    await archive.store.write((writer) => rebuildSearchIndex(writer, phoneTails(archive.keys.lookup)));
    expect(await indexed()).toEqual(before);
    expect(await found('guiying')).toEqual({ person: ['单桂英', '王桂英'] });
    expect(await archive.store.read((reader) => reader.all('SELECT * FROM search_queue'))).toEqual([]);
  });
});

test('numbers of people in what is told are masked where it is shown', async () => {
  const [group] = await search(archive, { text: '慰问演出', kind: 'record', limit: 10 });
  expect(group?.hits[0]?.found?.text).toContain('敬老院联系人138****8000');
});
