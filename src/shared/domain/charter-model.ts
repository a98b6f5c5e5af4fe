import type { CharterArticle, CharterChapter, CharterText } from './charter.ts';
import type { OrganizationFacts } from './organization.ts';

const article = (code: string, text: string, items: readonly string[] = []): CharterArticle => ({
  code,
  text,
  items: [...items],
});

const general = ({ shortName }: OrganizationFacts): CharterChapter => ({
  title: '总则',
  articles: [
    article('name', `本组织的名称是{组织名称}${shortName === null ? '' : '，简称{简称}'}。`),
    article(
      'nature',
      '本组织是由社区居民、驻区单位自愿发起、自愿参加，按照本章程开展活动的非营利性社区社会组织，类别为{类别}。',
    ),
    article(
      'purpose',
      '本组织的宗旨是：{宗旨}。本组织遵守宪法、法律、法规和国家政策，践行社会主义核心价值观，弘扬爱国主义精神，遵守社会道德风尚。',
    ),
    article('place', '本组织的活动地域为{活动地域}，活动场所设在{活动场所}。'),
    article(
      'guidance',
      '本组织接受{备案机关}的备案管理和分类指导，接受{居（村）委会}的日常业务指导，其档案由{枢纽型社会组织}在街道指导下统一管理。',
    ),
  ],
});

const party = ({ partyAdviser }: OrganizationFacts): CharterChapter => ({
  title: '党的建设',
  articles: [
    article(
      'leadership',
      '本组织坚持中国共产党的全面领导，接受{街道党（工）委}的统一领导，由{兜底党组织}兜底管理，在党的领导下开展活动。',
    ),
    article(
      'party-building',
      `本组织具备条件的，按照《中国共产党章程》的规定设立党的组织，开展党的活动，并为党组织的活动提供必要条件。正式党员不足三人的，通过建立联合党支部、选派党建指导员或者党建联络员等方式开展党的工作。${
        partyAdviser === null ? '' : '本组织的党建指导员为{党建指导员}。'
      }`,
    ),
    article(
      'party-members',
      '本组织支持党员担任负责人，支持把符合条件的骨干培养发展为党员，支持优秀党员参加社区党组织领导班子的工作。',
    ),
    article(
      'committee-reports',
      '本组织定期向社区“两委”（社区党组织和{居（村）委会}）报告工作，接受“两委”、居（村）民代表和辖区单位的满意度测评，并根据测评意见改进工作。',
    ),
    article('party-opinion', '本组织的重大事项、重要活动，事先听取兜底党组织的意见。'),
  ],
});

const scope: CharterChapter = {
  title: '业务范围',
  articles: [
    article('scope', '本组织的业务范围是：', ['{业务范围}']),
    article('needs', '本组织开展活动，做到需求由群众提出、活动有群众参与、成效让群众评判。'),
    article('red-lines', '本组织不得有下列行为：', [
      '危害国家统一、安全和民族团结，影响社会稳定；',
      '损害国家利益、社会公共利益以及其他组织和个人的合法权益；',
      '违背社会道德风尚；',
      '从事营利性经营活动，或者未经依法登记开展有偿服务；',
      '超出备案的活动地域开展活动，或者设立分支机构。',
    ]),
  ],
};

const members: CharterChapter = {
  title: '成员',
  articles: [
    article('joining', '承认本章程，自愿参加本组织活动的居民和单位，可以申请成为本组织的成员。'),
    article('admission', '成员加入本组织的程序是：', [
      '提交加入申请；',
      '经负责人会议讨论通过；',
      '登入成员花名册。',
    ]),
    article('rights', '成员享有下列权利：', [
      '选举权、被选举权和表决权；',
      '参加本组织的活动；',
      '对本组织的工作提出批评、建议和进行监督；',
      '加入自愿、退出自由。',
    ]),
    article('duties', '成员履行下列义务：', [
      '遵守本章程，执行本组织的决议；',
      '维护本组织的合法权益和声誉；',
      '参加本组织的活动，完成本组织交办的工作；',
      '如实反映情况，提供有关资料。',
    ]),
    article(
      'leaving',
      '成员退出应当告知本组织。成员有严重违反本章程的行为，经负责人会议表决通过，予以除名。成员变动应当及时更新成员花名册。',
    ),
  ],
};

const organs: CharterChapter = {
  title: '组织机构和负责人',
  articles: [
    article('assembly', '全体成员会议是本组织的最高权力机构，行使下列职权：', [
      '制定和修改章程；',
      '选举和罢免负责人；',
      '审议负责人会议的工作报告和财务报告；',
      '决定变更、终止等重大事项。',
    ]),
    article(
      'assembly-rules',
      '全体成员会议每年至少召开一次，应当有三分之二以上的成员出席方能召开，其决议经到会成员半数以上表决通过；修改章程、决定终止，应当经到会成员三分之二以上表决通过。',
    ),
    article(
      'leaders-meeting',
      '负责人会议在全体成员会议闭会期间负责日常工作，每半年至少召开一次，讨论工作计划、活动安排、成员加入和除名、资金使用等事项，并作会议记录。',
    ),
    article('leader-conditions', '本组织的负责人应当具备下列条件：', [
      '坚持党的路线、方针、政策，政治素质好；',
      '热心社区事务，在成员中有较好的声誉和组织能力；',
      '具有完全民事行为能力，身体健康，能坚持正常工作；',
      '未受过剥夺政治权利的刑事处罚。',
    ]),
    article(
      'leader-election',
      '负责人由全体成员会议选举产生，经社区党组织和{居（村）委会}同意。本组织现任负责人为{负责人}。负责人变更的，应当重新备案。',
    ),
  ],
};

const assets: CharterChapter = {
  title: '资产管理和使用',
  articles: [
    article('funds', '本组织的活动资金及来源：{活动资金及来源}。'),
    article(
      'no-distribution',
      '本组织的资金和物资用于本章程规定的业务范围，不得在成员中分配，任何单位和个人不得侵占、私分或者挪用。',
    ),
    article(
      'accounts',
      '本组织建立收支登记制度，指定专人管理，定期向成员公布收支情况。接受捐赠、资助的，按照与捐赠人、资助人约定的用途使用，并公布使用情况。',
    ),
  ],
};

const supervision: CharterChapter = {
  title: '监督管理',
  articles: [
    article(
      'supervision',
      '本组织接受{备案机关}、{居（村）委会}和有关部门的指导、监督，如实提供有关情况和资料。',
    ),
    article(
      'disclosure',
      '本组织向成员和居民公开名称、负责人、业务范围、活动情况、资金收支等信息，接受成员和居民监督。',
    ),
    article(
      'outside-area',
      '举办大型活动或者到备案的活动地域以外参加活动的，应当事先向{居（村）委会}报告，落实安全措施。',
    ),
    article(
      'refiling',
      '名称、负责人、活动场所、活动地域、业务范围、章程等备案事项发生变更的，应当重新进行备案。',
    ),
  ],
};

const dissolution: CharterChapter = {
  title: '终止',
  articles: [
    article('end-causes', '本组织有下列情形之一的，应当终止：', [
      '完成章程规定的宗旨，或者自行解散；',
      '因分立、合并需要终止；',
      '由于其他原因无法继续开展活动。',
    ]),
    article(
      'end-procedure',
      '本组织终止，依法经全体成员会议表决通过，及时向{居（村）委会}提出申请，由其将本组织的章程、备案证书、申请书报{备案机关}，经批准并公示后终止。',
    ),
    article(
      'remaining-assets',
      '本组织终止前，应当清理债权债务，处理善后事宜。剩余财产在{居（村）委会}监督下，用于与本组织宗旨相关的公益事业。终止后，不再以本组织的名义开展活动。',
    ),
  ],
};

const closing: CharterChapter = {
  title: '附则',
  articles: [
    article(
      'adoption',
      '本章程经{章程通过日期}全体成员会议表决通过：应到{应到}人，实到{实到}人，同意{同意}人，反对{反对}人，弃权{弃权}人。',
    ),
    article('amendment', '本章程的修改，经全体成员会议表决通过后，应当重新进行备案。'),
    article('interpretation', '本章程由本组织负责人会议负责解释。'),
    article('effect', '本章程自街道审核同意之日起生效，{份数}，由街道、居（村）委会和本组织分别留存。'),
  ],
};

/**
 * The charter in our own words along DOMAIN 2.4, until the office pastes the official model text. Every fact stands in
 * a field.
 */
export const modelCharter = (facts: OrganizationFacts): CharterText => ({
  chapters: [general(facts), party(facts), scope, members, organs, assets, supervision, dissolution, closing],
});
