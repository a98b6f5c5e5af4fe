import type { MatterPaperData } from '../../services/matter-paper-data.ts';
import { committeeName } from '../../../shared/domain/committee-name.ts';
import { field, printable, text } from '../blocks.ts';
import type { Block, PaperDocument, SealPicture } from '../model.ts';
import { bodyText, fact, numberedText, officialPaper } from '../official-page.ts';
import { basisOf, dateOrNull, yourCommittee } from './paper-words.ts';

const agreementOf = ({ matter }: MatterPaperData) =>
  matter.steps.findLast(({ action }) => action === 'street-agree') ?? null;

export const approvalMissing = (data: MatterPaperData): string[] => {
  const { office, facts, filingNumber, matter } = data;
  const step = agreementOf(data);
  return [
    ...(step === null ? ['街道审核同意的记录'] : []),
    ...(step?.documentNumber ? [] : ['发文字号']),
    ...(matter.kind === 'initial' && filingNumber === null ? ['备案号'] : []),
    ...(matter.kind === 'initial' && !office.partyCommittee ? ['街道党（工）委'] : []),
    ...(matter.kind === 'initial' && facts.fallbackParty === null ? ['兜底党组织'] : []),
  ];
};

const filingClauses = (data: MatterPaperData): Block[] => {
  const { facts, office, filingNumber, community } = data;
  return [
    numberedText(
      0,
      `同意${printable(facts.name)}备案，备案号为`,
      fact('备案号', filingNumber, 10),
      `。活动地域为`,
      fact('活动地域', facts.activityArea, 8),
      '。',
    ),
    numberedText(
      1,
      '该组织由',
      fact('街道党（工）委', office.partyCommittee, 8),
      '统一领导，由',
      fact('兜底党组织', facts.fallbackParty?.name, 8),
      '兜底管理，在党的领导下开展活动。',
    ),
    numberedText(
      2,
      `请${yourCommittee(community)}加强日常业务指导，督促该组织依照章程开展活动，定期向“两委”报告工作，接受满意度测评；备案事项变更的，指导其重新备案。`,
    ),
  ];
};

const changeClauses = ({ facts, matter }: MatterPaperData): Block[] => [
  numberedText(0, `同意${printable(facts.name)}变更下列备案事项：`),
  ...(matter.changes.length === 0
    ? [bodyText(fact('变更事项', null, 20), '。')]
    : matter.changes.map(({ item, before, after }, index) =>
        bodyText(
          text(`（${index + 1}）${item}：由“`),
          field('变更前', before, 6),
          text('”变更为“'),
          field('变更后', after, 6),
          text('”。'),
        ),
      )),
  numberedText(1, '请指导该组织及时修改章程、更换备案证书，原备案证书收回存档。'),
];

const dissolutionClauses = (data: MatterPaperData): Block[] => [
  numberedText(
    0,
    `同意${printable(data.facts.name)}终止活动，注销备案`,
    ...(data.filingNumber === null ? [] : [`（备案号：${data.filingNumber}）`]),
    '。',
  ),
  numberedText(
    1,
    `请${yourCommittee(data.community)}指导该组织妥善处理剩余资产和未了事项，收回备案证书，并协助做好公示。`,
  ),
  numberedText(2, '该组织档案由枢纽型社会组织整理封存。'),
];

const matters = {
  initial: { title: '备案的批复', asks: '备案', clauses: filingClauses },
  change: { title: '变更备案事项的批复', asks: '变更备案', clauses: changeClauses },
  dissolution: { title: '终止活动的批复', asks: '终止活动', clauses: dissolutionClauses },
} as const;

const attachmentsOf = {
  initial: ['社区社会组织章程', '社区社会组织备案表'],
  change: ['变更备案表'],
} as const;

/** 同意备案的批复: the street's answer to the committee that sent the filing up (policy Art. 2(2), 2(4), Art. 3). */
export const approval = (data: MatterPaperData, picture: SealPicture | null): PaperDocument => {
  const { facts, office, community, matter, paperRules } = data;
  const step = agreementOf(data);
  const { title, asks, clauses } = matters[matter.kind];
  const basis = basisOf(paperRules, matter.kind === 'dissolution' ? '第三条' : '第二条');
  return officialPaper({
    kind: 'approval',
    variant: matter.kind,
    title: ['关于同意', facts.name, title],
    subject: `同意${asks}的批复`,
    number: step?.documentNumber ?? null,
    redHead: paperRules.redHead,
    addressee: committeeName(community),
    body: [
      bodyText(
        `${yourCommittee(community)}报来的${printable(facts.name)}${asks}材料收悉。根据${basis}，经审核，现批复如下：`,
      ),
      ...clauses(data),
    ],
    attachments: matter.kind === 'dissolution' ? [] : attachmentsOf[matter.kind],
    issuer: office.authorityName,
    date: dateOrNull(step?.actedOn),
    picture: step ? picture : null,
  });
};
