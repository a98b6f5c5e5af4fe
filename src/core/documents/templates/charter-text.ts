import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { chineseNumeral, copiesLabel } from '../../../shared/domain/chinese-number.ts';
import type { FilingPaperData } from '../../services/filing-paper-data.ts';
import { field, text } from '../blocks.ts';
import type { Inline } from '../model.ts';
import { categoryLabel } from './certificate-facts.ts';
import { committeeName } from './committee-name.ts';

export interface CharterArticle {
  readonly text: readonly Inline[];
  /** Numbered （一）（二） below the text. */
  readonly items?: readonly (readonly Inline[])[];
}

export interface CharterChapter {
  readonly title: string;
  readonly articles: readonly CharterArticle[];
}

export const chapterNumber = chineseNumeral;

/** Text with fields set in between, in reading order. */
const say = (strings: TemplateStringsArray, ...fields: readonly (Inline | string)[]): Inline[] =>
  strings.flatMap((part, index) => {
    const value = fields[index];
    const inline = typeof value === 'string' ? text(value) : value;
    return [...(part === '' ? [] : [text(part)]), ...(inline ? [inline] : [])];
  });

const article = (
  content: readonly Inline[],
  items?: readonly (readonly Inline[] | string)[],
): CharterArticle => ({
  text: content,
  ...(items && { items: items.map((item) => (typeof item === 'string' ? [text(item)] : item)) }),
});

/** A fact without the full stop that a clerk may have typed, because the sentence brings its own. */
const bare = (value: string | null): string | null => value?.trim().replace(/[。.；;，,]+$/, '') ?? null;

const general = (data: FilingPaperData): CharterChapter => {
  const { facts, office, community } = data;
  const name = say`本组织的名称是${field('组织名称', facts.name)}`;
  const short = facts.shortName === null ? say`。` : say`，简称${field('简称', facts.shortName)}。`;
  const category = categoryLabel(facts.categories);
  return {
    title: '总则',
    articles: [
      article([...name, ...short]),
      article(
        say`本组织是由社区居民、驻区单位自愿发起、自愿参加，按照本章程开展活动的非营利性社区社会组织，类别为${field('类别', category, 6)}。`,
      ),
      article(
        say`本组织的宗旨是：${field('宗旨', bare(facts.purpose), 12)}。本组织遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，弘扬爱国主义精神，遵守社会道德风尚。`,
      ),
      article(
        say`本组织的活动地域为${field('活动地域', bare(facts.activityArea), 8)}，活动场所设在${field('活动场所', bare(facts.premises), 8)}。`,
      ),
      article(
        say`本组织接受${field('备案机关', office.authorityName)}的备案管理和分类指导，接受${field('居（村）委会', committeeName(community))}的日常业务指导，其档案由${field('枢纽型社会组织', office.hubName)}在街道指导下统一管理。`,
      ),
    ],
  };
};

const party = ({ facts, office, community }: FilingPaperData): CharterChapter => ({
  title: '党的建设',
  articles: [
    article(
      say`本组织坚持中国共产党的全面领导，接受${field('街道党（工）委', office.partyCommittee, 8)}的统一领导，由${field('兜底党组织', facts.fallbackParty?.name ?? null, 10)}兜底管理，在党的领导下开展活动。`,
    ),
    article(
      say`本组织具备条件的，按照《中国共产党章程》的规定设立党的组织，开展党的活动，并为党组织的活动提供必要条件。正式党员不足三人的，通过建立联合党支部、选派党建指导员或者党建联络员等方式开展党的工作。${
        facts.partyAdviser === null ? '' : `本组织的党建指导员为${facts.partyAdviser}。`
      }`,
    ),
    article(
      say`本组织支持党员担任负责人，支持把符合条件的骨干培养发展为党员，支持优秀党员参加社区党组织领导班子的工作。`,
    ),
    article(
      say`本组织定期向社区“两委”（社区党组织和${field('居（村）委会', committeeName(community))}）报告工作，接受“两委”、居（村）民代表和辖区单位的满意度测评，并根据测评意见改进工作。`,
    ),
    article(say`本组织的重大事项、重要活动，事先听取兜底党组织的意见。`),
  ],
});

const scope = ({ facts }: FilingPaperData): CharterChapter => {
  const parts = (bare(facts.businessScope) ?? '')
    .split(/[；;\n]+/)
    .map((part) => part.trim())
    .filter(Boolean);
  const business =
    parts.length > 1
      ? article(
          say`本组织的业务范围是：`,
          parts.map((part, index) => [
            field('业务范围', part),
            text(index === parts.length - 1 ? '。' : '；'),
          ]),
        )
      : article(say`本组织的业务范围是：${field('业务范围', parts[0] ?? null, 16)}。`);
  return {
    title: '业务范围',
    articles: [
      business,
      article(say`本组织开展活动，做到需求由群众提出、活动有群众参与、成效让群众评判。`),
      article(say`本组织不得有下列行为：`, [
        '危害国家统一、安全和民族团结，影响社会稳定；',
        '损害国家利益、社会公共利益以及其他组织和个人的合法权益；',
        '违背社会道德风尚；',
        '从事营利性经营活动，或者未经依法登记开展有偿服务；',
        '超出备案的活动地域开展活动，或者设立分支机构。',
      ]),
    ],
  };
};

const members: CharterChapter = {
  title: '成员',
  articles: [
    article(say`承认本章程，自愿参加本组织活动的居民和单位，可以申请成为本组织的成员。`),
    article(say`成员加入本组织的程序是：`, ['提交加入申请；', '经负责人会议讨论通过；', '登入成员花名册。']),
    article(say`成员享有下列权利：`, [
      '选举权、被选举权和表决权；',
      '参加本组织的活动；',
      '对本组织的工作提出批评、建议和进行监督；',
      '加入自愿、退出自由。',
    ]),
    article(say`成员履行下列义务：`, [
      '遵守本章程，执行本组织的决议；',
      '维护本组织的合法权益和声誉；',
      '参加本组织的活动，完成本组织交办的工作；',
      '如实反映情况，提供有关资料。',
    ]),
    article(
      say`成员退出应当告知本组织。成员有严重违反本章程的行为，经负责人会议表决通过，予以除名。成员变动应当及时更新成员花名册。`,
    ),
  ],
};

const organs = ({ responsiblePerson, community }: FilingPaperData): CharterChapter => ({
  title: '组织机构和负责人',
  articles: [
    article(say`全体成员会议是本组织的最高权力机构，行使下列职权：`, [
      '制定和修改章程；',
      '选举和罢免负责人；',
      '审议负责人会议的工作报告和财务报告；',
      '决定变更、终止等重大事项。',
    ]),
    article(
      say`全体成员会议每年至少召开一次，应当有三分之二以上的成员出席方能召开，其决议经到会成员半数以上表决通过；修改章程、决定终止，应当经到会成员三分之二以上表决通过。`,
    ),
    article(
      say`负责人会议在全体成员会议闭会期间负责日常工作，每半年至少召开一次，讨论工作计划、活动安排、成员加入和除名、资金使用等事项，并作会议记录。`,
    ),
    article(say`本组织的负责人应当具备下列条件：`, [
      '坚持党的路线、方针、政策，政治素质好；',
      '热心社区事务，在成员中有较好的声誉和组织能力；',
      '具有完全民事行为能力，身体健康，能坚持正常工作；',
      '未受过剥夺政治权利的刑事处罚。',
    ]),
    article(
      say`负责人由全体成员会议选举产生，经社区党组织和${field('居（村）委会', committeeName(community))}同意。本组织现任负责人为${field('负责人', responsiblePerson?.name ?? null, 6)}。负责人变更的，应当重新备案。`,
    ),
  ],
});

const assets = ({ facts }: FilingPaperData): CharterChapter => ({
  title: '资产管理和使用',
  articles: [
    article(say`本组织的活动资金及来源：${field('活动资金及来源', bare(facts.funds), 12)}。`),
    article(
      say`本组织的资金和物资用于本章程规定的业务范围，不得在成员中分配，任何单位和个人不得侵占、私分或者挪用。`,
    ),
    article(
      say`本组织建立收支登记制度，指定专人管理，定期向成员公布收支情况。接受捐赠、资助的，按照与捐赠人、资助人约定的用途使用，并公布使用情况。`,
    ),
  ],
});

const supervision = ({ office, community }: FilingPaperData): CharterChapter => ({
  title: '监督管理',
  articles: [
    article(
      say`本组织接受${field('备案机关', office.authorityName)}、${field('居（村）委会', committeeName(community))}和有关部门的指导、监督，如实提供有关情况和资料。`,
    ),
    article(
      say`本组织向成员和居民公开名称、负责人、业务范围、活动情况、资金收支等信息，接受成员和居民监督。`,
    ),
    article(
      say`举办大型活动或者到备案的活动地域以外参加活动的，应当事先向${field('居（村）委会', committeeName(community))}报告，落实安全措施。`,
    ),
    article(say`名称、负责人、活动场所、活动地域、业务范围、章程等备案事项发生变更的，应当重新进行备案。`),
  ],
});

const dissolution = ({ office, community }: FilingPaperData): CharterChapter => ({
  title: '终止',
  articles: [
    article(say`本组织有下列情形之一的，应当终止：`, [
      '完成章程规定的宗旨，或者自行解散；',
      '因分立、合并需要终止；',
      '由于其他原因无法继续开展活动。',
    ]),
    article(
      say`本组织终止，依法经全体成员会议表决通过，及时向${field('居（村）委会', committeeName(community))}提出申请，由其将本组织的章程、备案证书、申请书报${field('备案机关', office.authorityName)}，经批准并公示后终止。`,
    ),
    article(
      say`本组织终止前，应当清理债权债务，处理善后事宜。剩余财产在${field('居（村）委会', committeeName(community))}监督下，用于与本组织宗旨相关的公益事业。终止后，不再以本组织的名义开展活动。`,
    ),
  ],
});

const closing = ({ facts, copies }: FilingPaperData): CharterChapter => {
  const vote = facts.foundingVote;
  const on = facts.charterAdoptedOn ?? vote?.heldOn ?? null;
  const count = (name: string, value: number | null | undefined) => field(name, value ?? null, 2);
  return {
    title: '附则',
    articles: [
      article(
        say`本章程经${field('章程通过日期', on && chineseDate(on), 8)}全体成员会议表决通过：应到${count('应到', vote?.expected)}人，实到${count('实到', vote?.present)}人，同意${count('同意', vote?.inFavour)}人，反对${count('反对', vote?.against)}人，弃权${count('弃权', vote?.abstained)}人。`,
      ),
      article(say`本章程的修改，经全体成员会议表决通过后，应当重新进行备案。`),
      article(say`本章程由本组织负责人会议负责解释。`),
      article(
        say`本章程自街道审核同意之日起生效，${copiesLabel(copies)}，由街道、居（村）委会和本组织分别留存。`,
      ),
    ],
  };
};

/**
 * The charter in our own words along DOMAIN 2.4, until the office pastes the official model text. Every fact
 * stands in a field; a missing one leaves brackets.
 */
export const charterChapters = (data: FilingPaperData): CharterChapter[] => [
  general(data),
  party(data),
  scope(data),
  members,
  organs(data),
  assets(data),
  supervision(data),
  dissolution(data),
  closing(data),
];
