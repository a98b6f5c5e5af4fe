import { chineseDate, chineseDateRange } from '../../../shared/domain/chinese-date.ts';
import { countOf, registerSpec, textOf } from '../../../shared/domain/service-register.ts';
import { sexLabels } from '../../../shared/labels/person.ts';
import {
  durationText,
  registerWords,
  serviceCodeLabel,
  yuanText,
} from '../../../shared/labels/service-register.ts';
import { printedColumns } from '../../services/service-cells.ts';
import type { ServiceListData, ServicePaperData } from '../../services/service-papers.ts';
import { paragraph, printable } from '../blocks.ts';
import {
  acrossList,
  listStyles,
  listTable,
  runningNumber,
  uprightList,
  type ListColumn,
} from '../list-page.ts';
import type { Block, PaperDocument } from '../model.ts';
import { bodyText, factsTable, numberedText, officialPaper } from '../official-page.ts';

const dateWords = (day: string | null): string | null => (day === null ? null : chineseDate(day));

const rangeWords = (from: string | null, to: string | null): string | null =>
  from === null || to === null ? null : chineseDateRange(from, to);

const proofFact = ({ line }: ServicePaperData, field: Parameters<typeof textOf<'service-proof'>>[2]) =>
  textOf('service-proof', line.content, field);

/** 《志愿服务记录证明》: who, what was served, who issues it and answers for it, how it was posted. */
export const serviceProof = (data: ServicePaperData): PaperDocument => {
  const { office, line, identity } = data;
  const fact = (field: Parameters<typeof textOf<'service-proof'>>[2]) => proofFact(data, field);
  const activities = countOf('service-proof', line.content, 'activities') ?? 0;
  const services = (fact('services') ?? '').split('\n').filter((each) => each !== '');
  return officialPaper({
    kind: 'service-proof',
    title: ['志愿服务', '记录证明'],
    subject: '志愿服务记录证明',
    number: fact('number'),
    redHead: false,
    addressee: null,
    body: [
      numberedText(0, '志愿者'),
      factsTable([
        ['姓　　名', identity?.sex ? `${line.title}（${sexLabels[identity.sex]}）` : line.title],
        ['证件号码', identity?.maskedNumber ?? null],
        ['所属组织', line.organizationName],
      ]),
      numberedText(1, '志愿服务'),
      factsTable([
        ['服务期间', rangeWords(fact('from'), fact('to'))],
        ['服务时长', `${durationText(line.minutes)}，共 ${activities} 次`],
        ...(fact('purpose') === null ? [] : [['用　　途', fact('purpose')] as const]),
      ]),
      ...services.map((each) => paragraph('small', printable(each))),
      numberedText(2, '出具单位'),
      factsTable([
        ['单　　位', office.hubName],
        [
          '负责经办',
          [fact('responsible'), fact('handler')].every((each) => each === null)
            ? null
            : `负责人 ${fact('responsible') ?? '　　　　'}　经办人 ${fact('handler') ?? '　　　　'}`,
        ],
        ['联系电话', office.contactPhone],
        ['公　　示', rangeWords(fact('noticeFrom'), fact('noticeTo'))],
      ]),
    ],
    issuer: office.hubName,
    date: dateWords(line.occurredOn),
    // The hub organization has a seal of its own, of which the archive keeps no picture.
    picture: null,
  });
};

export const serviceProofMissing = (data: ServicePaperData): string[] =>
  proofFact(data, 'number') === null ? ['编号'] : [];

/** 《感谢信》 to who gave a resource. */
export const thanksLetter = ({ office, line }: ServicePaperData): PaperDocument => {
  const fact = (field: Parameters<typeof textOf<'resource'>>[2]) => textOf('resource', line.content, field);
  const fen = countOf('resource', line.content, 'fen');
  const form = fact('form');
  const offer = [
    ...(fact('offer') === null ? [] : [fact('offer')]),
    ...(fen === null ? [] : [`${form === 'money' ? '' : '合'}人民币 ${yuanText(fen)} 元`]),
  ].join('，');
  const given = `${form === null ? '支持' : serviceCodeLabel(form)}${offer === '' ? '' : `（${offer}）`}`;
  return officialPaper({
    kind: 'thanks-letter',
    title: ['感谢信'],
    subject: '感谢信',
    redHead: false,
    addressee: line.title,
    body: [
      bodyText(
        `${chineseDate(line.occurredOn)}，您${line.organizationName === null ? '为本街道社区' : `为${line.organizationName}`}提供了${given}，支持社区社会组织服务居民群众。`,
      ),
      ...(fact('use') === null ? [] : [bodyText(`这份支持用于：${fact('use') ?? ''}。`)]),
      bodyText('您的善举温暖了邻里，汇聚了社区向上向善的力量。谨致衷心感谢！'),
    ],
    issuer: office.hubName,
    date: dateWords(fact('thanksOn')),
    picture: null,
  });
};

export const thanksLetterBlank = ({ line }: ServicePaperData): string[] =>
  textOf('resource', line.content, 'thanksOn') === null ? ['感谢信日期'] : [];

const paragraphsOf = (words: string): Block[] =>
  printable(words)
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => bodyText(part));

/** A brand, case, study or deed, to be handed on (policy Art. 10). */
export const serviceCase = ({ office, line, photos }: ServicePaperData): PaperDocument => {
  const fact = (field: Parameters<typeof textOf<'case'>>[2]) => textOf('case', line.content, field);
  const facts = [
    ['获奖情况', fact('prizes')],
    ['刊登、交流', fact('published')],
    ['所附照片', photos.length === 0 ? null : photos.join('、')],
  ] as const;
  return officialPaper({
    kind: 'service-case',
    title: [line.title],
    subject: registerWords('case').name,
    redHead: false,
    addressee: null,
    body: [
      paragraph('number', [line.organizationName, fact('author')].filter((each) => each !== null).join('　')),
      ...paragraphsOf(fact('body') ?? ''),
      ...facts.flatMap(([name, value]) => (value === null ? [] : [bodyText(`${name}：${value}`)])),
    ],
    issuer: office.hubName,
    date: dateWords(line.occurredOn),
    picture: null,
  });
};

const memberColumns: readonly ListColumn<ServicePaperData['people'][number]>[] = [
  runningNumber(14),
  { label: '姓名', widthMm: 30, align: 'center', text: ({ name }) => name },
  { label: '电话', widthMm: 40, align: 'center', text: ({ maskedPhone }) => maskedPhone },
  { label: '分工', widthMm: 50, text: ({ note }) => note },
  { label: '到位时间', widthMm: 40, text: () => null },
];

/** 《应急队伍呼叫名单》: telephones masked, so that a list that is left lying tells nobody's number. */
export const callList = ({ office, line, people }: ServicePaperData): PaperDocument => {
  const fact = (field: Parameters<typeof textOf<'emergency-team'>>[2]) =>
    textOf('emergency-team', line.content, field);
  return {
    kind: 'call-list',
    title: `应急队伍呼叫名单 ${printable(line.title)}`,
    page: uprightList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', '应急队伍呼叫名单'),
      paragraph(
        'facts',
        printable(
          `队伍：${line.title}　　队长：${fact('leader') ?? '　　　　'}　　集合地点：${fact('gathering') ?? '　　　　'}`,
        ),
      ),
      listTable(memberColumns, people, {
        blankRows: Math.max(0, 10 - people.length),
        rowMm: 10,
        list: '队员',
      }),
      paragraph('note', '电话已隐去中间四位；全号在“人员”里按事由查看。'),
    ],
    properties: { subject: '应急队伍呼叫名单', author: office.hubName, note: null },
  };
};

const pageWidthMm = 265;

/** A register as a list that prints, its columns as wide as their words are long. */
export const serviceList = ({ office, register, printedOn, rows }: ServiceListData): PaperDocument => {
  const words = registerWords(register);
  const columns = printedColumns(register);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const fen = rows.reduce((sum, { content }) => sum + (countOf('purchase', content, 'fen') ?? 0), 0);
  const summed = registerSpec(register).sum === 'fen' && fen > 0 ? `　　合计 ${yuanText(fen)} 元` : '';
  return {
    kind: 'service-list',
    title: words.name,
    page: acrossList,
    styles: listStyles,
    decoration: [],
    blocks: [
      paragraph('title', words.name),
      paragraph(
        'facts',
        printable(
          `单位：${office.hubName}　　共 ${rows.length} ${words.unit}${summed}　　打印日期：${chineseDate(printedOn)}`,
        ),
      ),
      listTable(
        [
          runningNumber(11),
          ...columns.map(({ header, width, value }) => ({
            label: header,
            widthMm: Math.floor(((pageWidthMm - 11) * width) / total),
            text: (row: ServiceListData['rows'][number]) => String(value(row)),
          })),
        ],
        rows,
        { blankRows: rows.length === 0 ? 8 : 0 },
      ),
    ],
    properties: { subject: words.name, author: office.hubName, note: null },
  };
};
