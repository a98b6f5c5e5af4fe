import { chineseDate } from '../../../shared/domain/chinese-date.ts';
import { keyCardText, type KeyCard } from '../../../shared/domain/key-card.ts';
import type { Desk } from '../../../shared/domain/desk.ts';
import type { LedgerFinding } from '../../../shared/domain/ledger.ts';
import { ledgerFindingLabels, ledgerFindingLevelLabels, periodWords } from '../../../shared/labels/ledger.ts';
import { paragraph, style } from '../blocks.ts';
import {
  acrossList,
  listStyles,
  listTable,
  runningNumber,
  uprightList,
  type ListColumn,
} from '../list-page.ts';
import type { Block, PaperDocument, QrCode, StyleSheet } from '../model.ts';

/** Keys are read character by character: one width, and room between lines. */
const keyStyles: StyleSheet = {
  ...listStyles,
  key: style('密钥', { face: 'black', sizePt: 12 }, { linePt: 22 }),
  code: style('二维码', { face: 'fang-song', sizePt: 10.5 }, { align: 'center', linePt: 14 }),
};

const codeOf = (text: string, label: string, sizeMm: number): QrCode => ({
  kind: 'qr-code',
  style: 'code',
  text,
  sizeMm,
  label,
  comesBack: false,
});

/** In groups of four with wide gaps, so that eyes do not lose their place. */
const inGroups = (text: string): string =>
  text.replace(/^(AGE-SECRET-KEY-1|age1)?(.*)$/, (_, prefix: string | undefined, rest: string) =>
    [prefix ?? '', ...(rest.match(/.{1,4}/g) ?? [])].filter((part) => part !== '').join('  '),
  );

const findingColumns: readonly ListColumn<LedgerFinding>[] = [
  runningNumber(12),
  { label: '级别', widthMm: 24, align: 'center', text: ({ level }) => ledgerFindingLevelLabels[level] },
  { label: '组织', widthMm: 66, text: ({ organizationName }) => organizationName },
  { label: '事项', widthMm: 98, text: ({ code }) => ledgerFindingLabels[code] },
  { label: '说明', widthMm: 65, text: ({ detail }) => detail },
];

export interface CheckPaper {
  readonly hubName: string;
  readonly period: string;
  readonly checkedOn: string;
  readonly findings: readonly LedgerFinding[];
}

/** 报送前检查报告, to be worked off on paper (LEDGER-PACKAGE rule 2). */
export const ledgerCheckPaper = ({ hubName, period, checkedOn, findings }: CheckPaper): PaperDocument => {
  const title = `${periodWords(period)}工作台账报送前检查报告`;
  const blocking = findings.filter(({ level }) => level === 'blocking').length;
  return {
    kind: 'ledger-check',
    title,
    page: acrossList,
    styles: listStyles,
    decoration: [],
    properties: { subject: title, author: hubName, note: null },
    blocks: [
      paragraph('title', title),
      paragraph(
        'facts',
        `单位：${hubName}　检查日期：${chineseDate(checkedOn)}　必须改正 ${blocking} 处，请核对 ${findings.length - blocking} 处`,
      ),
      ...(findings.length === 0
        ? [paragraph('body', '没有发现问题，可以报送。')]
        : [listTable(findingColumns, findings)]),
      paragraph('facts', '检查人：　　　　　　　　复核人：　　　　　　　　'),
    ],
  };
};

export interface CardPaper {
  readonly card: KeyCard;
  readonly fingerprint: string;
  readonly fingerprintWords: readonly string[];
  readonly printedOn: string;
  /** What the keys are for, in a sentence. */
  readonly purpose: string;
}

/** 公钥卡: public keys to hand out, with what to compare by telephone. */
export const keyCardPaper = (paper: CardPaper): PaperDocument => {
  const { card, fingerprint, fingerprintWords, printedOn, purpose } = paper;
  const title = `${card.name}公钥卡`;
  const keys: Block[] = [
    paragraph('facts', '加密公钥（age）'),
    paragraph('key', inGroups(card.recipient)),
    ...(card.signingKey === null
      ? []
      : [paragraph('facts', '签名公钥（minisign）'), paragraph('key', inGroups(card.signingKey))]),
  ];
  return {
    kind: 'key-card',
    title,
    page: uprightList,
    styles: keyStyles,
    decoration: [],
    properties: { subject: title, author: card.name, note: null },
    blocks: [
      paragraph('title', title),
      paragraph('body', purpose),
      ...keys,
      paragraph('facts', `有效期至：${card.validUntil === null ? '不限' : chineseDate(card.validUntil)}`),
      paragraph('facts', '指纹（电话核对，逐组相同才算无误）'),
      paragraph('key', fingerprint),
      paragraph('facts', '指纹词（念词核对也可以）'),
      paragraph('key', fingerprintWords.join('　')),
      codeOf(keyCardText(card), '公钥卡二维码，用“导入图片”读取', 52),
      paragraph(
        'note',
        '公钥可以公开，只能用来加密和查证，打不开任何报送包。请不要按这张卡上的电话核对指纹。',
      ),
      paragraph('facts', `印制日期：${chineseDate(printedOn)}　　印制人：　　　　　　　　（盖章）`),
    ],
  };
};

export interface RecoveryPaper {
  readonly owner: Desk;
  readonly ownerName: string;
  readonly escrowIdentity: string;
  readonly signingPublicKey: string;
  /** minisign's file; its second line is what has to be kept. */
  readonly signingFile: string;
  readonly printedOn: string;
}

const recoveryWords = {
  office: {
    whose: '报送密钥',
    opens: '本单位报送过的全部台账',
    identity: '留存密钥',
    drill: '在“台账报送”的“本单位密钥”里做“演练”',
  },
  bureau: {
    whose: '收件密钥',
    opens: '各街道报送来的全部台账',
    identity: '收件私钥',
    drill: '在“本局密钥”里做“演练”',
  },
} as const satisfies Readonly<Record<Desk, Readonly<Record<string, string>>>>;

/** 密钥恢复纸: with it and the age program, packages are opened without password, archive or this application. */
export const recoveryPaper = (paper: RecoveryPaper): PaperDocument => {
  const title = '报送密钥恢复纸（机密）';
  const signing = paper.signingFile.split('\n')[1] ?? '';
  return {
    kind: 'recovery-sheet',
    title,
    page: uprightList,
    styles: keyStyles,
    decoration: [],
    properties: { subject: title, author: paper.ownerName, note: null },
    blocks: [
      paragraph('title', title),
      paragraph(
        'body',
        `${paper.ownerName}的${recoveryWords[paper.owner].whose}。忘了密码、电脑坏了、程序不能用的时候，凭这张纸仍能打开${recoveryWords[paper.owner].opens}。谁拿到这张纸，谁就能打开报送包、冒用本单位签名：请封进信封，签字盖章，放进保险柜，不要拍照，不要扫描。`,
      ),
      paragraph('facts', `一、${recoveryWords[paper.owner].identity}（打开报送包）`),
      paragraph('key', inGroups(paper.escrowIdentity)),
      codeOf(paper.escrowIdentity, recoveryWords[paper.owner].identity, 34),
      paragraph('facts', '二、签名密钥（minisign 私钥文件的第二行）'),
      paragraph('key', inGroups(signing)),
      codeOf(signing, '签名密钥', 40),
      paragraph('facts', `对应的签名公钥：${paper.signingPublicKey}`),
      paragraph(
        'note',
        `用法：把“一”的各组去掉空格连成一行（扫二维码更省事），存成 key.txt，执行 age -d -i key.txt -o 报送.zip 报送包.ledger.age，再解压。打开档案库另用开户时印的恢复码。每年演练一次：${recoveryWords[paper.owner].drill}。`,
      ),
      paragraph(
        'facts',
        `印制日期：${chineseDate(paper.printedOn)}　　保管人：　　　　　　　监印人：　　　　　　　`,
      ),
    ],
  };
};
