import { describe, expect, test } from 'vitest';
import { fillCharter, type CharterText } from '../../../src/shared/domain/charter.ts';
import {
  checkCharter,
  missingClauses,
  type CharterClause,
} from '../../../src/shared/domain/charter-clauses.ts';
import { modelCharter } from '../../../src/shared/domain/charter-model.ts';
import { readCharterText } from '../../../src/shared/domain/charter-reading.ts';
import { charterValues } from '../../../src/shared/domain/charter-values.ts';
import { communityId } from '../../../src/shared/domain/ids.ts';
import { requiredClauses } from '../../../src/shared/domain/required-clauses.ts';
import { danceTeamFacts } from '../../support/organization-facts.ts';

const facts = danceTeamFacts(communityId.parse('c1'));
const values = charterValues({
  facts,
  office: {
    authorityName: '新河街道办事处',
    hubName: '新河街道社会组织联合会',
    partyCommittee: '新河街道党工委',
  },
  committee: '阳光里社区居民委员会',
  responsiblePerson: '王秀英',
  category: '文体活动类',
  copies: 3,
});
const model = fillCharter(modelCharter(facts), values);

const clauseOf = (code: string): CharterClause => {
  const clause = requiredClauses.find((each) => each.code === code);
  if (clause === undefined) throw new Error(`no clause ${code}`);
  return clause;
};
const one = (text: string): CharterText => ({
  chapters: [{ title: '总则', articles: [{ code: null, text, items: [] }] }],
});
const says = (code: string, text: string): string | undefined =>
  checkCharter(one(text), [clauseOf(code)])[0]?.state;

describe('the model text', () => {
  test('says every required clause', () => {
    expect(missingClauses(model, requiredClauses)).toEqual([]);
  });

  test('says them where no fact is known yet, too', () => {
    const bare = {
      ...facts,
      fallbackParty: null,
      premises: null,
      activityArea: null,
      businessScope: null,
      funds: null,
    };
    expect(missingClauses(modelCharter(bare), requiredClauses)).toEqual([]);
  });

  // Whatever article is struck out, no clause is found that was said nowhere else.
  test('without the articles that say a clause lacks that clause', () => {
    for (const { clause, sentences } of checkCharter(model, requiredClauses)) {
      const without: CharterText = {
        chapters: model.chapters.map(({ title, articles }) => ({
          title,
          articles: articles.filter(
            ({ text, items }) =>
              !sentences.some((said) => [text, ...items].some((part) => part.includes(said.text))),
          ),
        })),
      };
      const again = checkCharter(without, [clause])[0];
      for (const said of again?.sentences ?? []) {
        expect(sentences.map(({ text }) => text)).not.toContain(said.text);
      }
    }
    const noParty = { chapters: model.chapters.filter(({ title }) => title !== '党的建设') };
    expect(missingClauses(noParty, requiredClauses)).toEqual([
      '坚持党的领导',
      '党的建设',
      '兜底党组织',
      '定期向两委报告工作',
      '接受满意度测评',
    ]);
  });
});

describe('a proposal', () => {
  test.each(requiredClauses.map((clause) => [clause.name, clause] as const))(
    'for %s says what it proposes',
    (_, clause) => {
      const text = fillCharter(one(clause.proposal), values);
      expect(checkCharter(text, [clause])[0]).toMatchObject({ state: 'found', lacks: [] });
      expect(model.chapters.map(({ title }) => title)).toContain(clause.chapter);
    },
  );
});

// Sentences as charters of residents' teams really put them, and such as only look alike.
describe('sentences', () => {
  const table: readonly (readonly [code: string, state: string, text: string])[] = [
    ['party-leadership', 'found', '本队坚持中国共产党的领导，遵守国家法律。'],
    ['party-leadership', 'found', '本团队在党的领导下开展文体活动。'],
    ['party-leadership', 'found', '坚持以习近平新时代中国特色社会主义思想为指导，坚持党的全面领导。'],
    ['party-leadership', 'missing', '本队拥护党的路线、方针、政策。'],
    ['party-leadership', 'missing', '本队有中国共产党党员三名，队长负责日常领导。'],
    ['party-leadership', 'found', '在新河街道党（工）委的领导下开展活动。'],
    ['party-leadership', 'missing', '本组织不接受党组织的领导。'],
    ['party-leadership', 'missing', '本组织独立开展活动，无需在党的领导下进行。'],
    ['party-building', 'found', '符合条件时建立党组织，社区为党组织开展活动提供必要条件。'],
    ['party-building', 'partial', '正式党员不足三人的，由党建联络员联系。'],
    ['party-building', 'missing', '本组织不设立党组织，也不提供场地。'],
    ['fallback-party', 'found', '由阳光里社区党委负责兜底管理。'],
    ['fallback-party', 'missing', '由阳光里社区党委负责管理。'],
    ['committee-reports', 'found', '每半年向社区“两委”汇报工作一次。'],
    ['committee-reports', 'found', '定期向阳光里社区居委会报告工作。'],
    ['committee-reports', 'missing', '举办大型活动的，事先向居委会报告。'],
    ['committee-reports', 'missing', '不向“两委”以外的单位提供资料。'],
    ['survey', 'found', '每年接受一次满意度 测评。'],
    ['survey', 'missing', '听取居民的意见，努力让居民满意。'],
    ['non-profit', 'found', '本队为非盈利的群众性文体团队。'],
    ['non-profit', 'found', '不以营利为目的。'],
    ['non-profit', 'missing', '本队可以从事营利活动补充经费。'],
    ['law-and-values', 'partial', '遵守宪法、法律、法规。'],
    ['join-and-leave', 'found', '队员入队自愿申请，可随时退出。'],
    ['join-and-leave', 'partial', '居民自愿加入，退出须经队长批准。'],
    ['join-and-leave', 'missing', '队员由社区指定。'],
    ['assembly', 'found', '全体成员会议是最高权力机构，决议须经到会成员过半数表决通过。'],
    ['assembly', 'partial', '重大事项经全队过半数同意。'],
    ['responsible-person', 'partial', '队长即负责人，由队员推选产生。'],
    ['finance', 'partial', '活动经费来源于成员自筹。'],
    ['finance', 'found', '经费来源为成员自筹和捐赠，不得私分，每季度公布一次收支。'],
    ['refiling', 'found', '名称、负责人变更的，应当到街道重新办理备案。'],
    ['refiling', 'missing', '名称、负责人变更的，应当及时告知成员。'],
    [
      'termination',
      'found',
      '本队终止须经全体成员会议表决通过，由居委会将申请书、备案证书、章程报街道，街道同意后公示。',
    ],
    ['termination', 'partial', '本队终止须经全体成员会议表决通过，并交回备案证书。'],
    ['termination', 'missing', '队长决定停止活动时，本队自行解散。'],
    ['remaining-assets', 'found', '终止后剩余资产用于社区公益事业。'],
    ['remaining-assets', 'missing', '终止后剩余财产由成员平均分配。'],
  ];
  test.each(table)('%s is %s: %s', (code, state, text) => {
    expect(says(code, text)).toBe(state);
  });

  test('an item is read with the words that lead to it', () => {
    const text: CharterText = {
      chapters: [
        {
          title: '成员',
          articles: [{ code: null, text: '成员享有下列权利：', items: ['参加活动；', '退出自由。'] }],
        },
      ],
    };
    const [finding] = checkCharter(text, [clauseOf('join-and-leave')]);
    expect(finding).toMatchObject({
      state: 'partial',
      lacks: ['加入自愿'],
      sentences: [{ article: '第 1 条', text: '退出自由。' }],
    });
  });

  test('words that are more than forty characters apart are not one statement', () => {
    const far = `变更${'情况说明'.repeat(11)}重新备案`;
    expect(says('refiling', far)).toBe('missing');
    expect(says('refiling', '变更情况说明后重新备案')).toBe('found');
  });
});

describe('pasted words', () => {
  test('are taken apart into chapters, articles and items, whatever the numerals and spaces', () => {
    const text = [
      '新河街道阳光里舞蹈队章程',
      '（2021年3月18日通过）',
      '第一章　总则',
      '第一条　本队名称是阳光里舞蹈队。',
      '第 2 条 队员享有下列权利：',
      '（一）参加活动；',
      '(二) 退出自由。',
      '第二章 附  则',
      '第三条　本章程自通过之日起生效。',
      '未尽事宜由队长会议决定。',
    ].join('\n');
    expect(readCharterText(text)).toEqual({
      chapters: [
        {
          title: '总则',
          articles: [
            { code: null, text: '本队名称是阳光里舞蹈队。', items: [] },
            { code: null, text: '队员享有下列权利：', items: ['参加活动；', '退出自由。'] },
          ],
        },
        {
          title: '附  则',
          articles: [
            { code: null, text: '本章程自通过之日起生效。', items: [] },
            { code: null, text: '未尽事宜由队长会议决定。', items: [] },
          ],
        },
      ],
    });
  });

  test('without any number are one article a line', () => {
    expect(readCharterText('本队自愿参加。\n\n　可以退出。')).toEqual({
      chapters: [
        {
          title: '章程',
          articles: [
            { code: null, text: '本队自愿参加。', items: [] },
            { code: null, text: '可以退出。', items: [] },
          ],
        },
      ],
    });
  });
});
