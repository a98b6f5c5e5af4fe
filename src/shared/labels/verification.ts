import type { CertificateStatus } from '../domain/filing.ts';
import type { Verdict } from '../domain/verification.ts';
import type { VerifiedStatement } from '../domain/verification-code.ts';
import { certificateKindLabels } from './certificate.ts';

/** Green, amber and red; `none` says nothing of any certificate. */
export type VerdictTone = 'genuine' | 'doubtful' | 'false' | 'none';

interface VerdictWords {
  readonly tone: VerdictTone;
  readonly title: string;
  readonly text: string;
}

export const verdictWords: Readonly<Record<Verdict['kind'], VerdictWords>> = {
  'in-force': {
    tone: 'genuine',
    title: '真证书，现在有效',
    text: '签名与发证机关的公钥相符。请再核对纸上的备案号、名称和下面的是否一致。',
  },
  ended: {
    tone: 'doubtful',
    title: '真证书，但已经停用',
    text: '这本证书确由发证机关签发，以后状态有了变化，不能再作凭据。',
  },
  'not-recorded': {
    tone: 'doubtful',
    title: '签名相符，但档案库里没有这本证书',
    text: '可能是从较早的备份恢复过档案库，请查纸质存根。',
  },
  'unknown-key': {
    tone: 'false',
    title: '不是本机关签发的',
    text: '签名所用的密钥不是发证机关的，所写内容不能相信。',
  },
  altered: {
    tone: 'false',
    title: '内容与签名不符',
    text: '核验码签名以后被人改动过，或者是伪造的，所写内容不能相信。',
  },
  broken: {
    tone: 'false',
    title: '核验码不完整，或者被改动过',
    text: '请重新扫描一次；仍是这样，证书就不能相信。',
  },
  unsigned: {
    tone: 'doubtful',
    title: '旧证书，核验码没有签名',
    text: '谁都能做出这样的码，只能凭备案号查档案。换证后就有签名。',
  },
  'paper-code': {
    tone: 'none',
    title: '这是扫描归档码，不是证书的核验码',
    text: '证书的核验码在证书左下角。',
  },
  other: {
    tone: 'none',
    title: '不是备案证书的核验码',
    text: '请扫描备案证书左下角的二维码。输入的应当是一长串数字。',
  },
};

/** What a code says, line by line. */
export const statementLines = (statement: VerifiedStatement): readonly (readonly [string, string])[] => [
  ['组织名称', statement.organizationName],
  ['备案号', statement.filingNumber],
  ['发证机关', statement.authorityName],
  ['发证日期', `${statement.issuedOn}（${certificateKindLabels[statement.kind]}）`],
  ['有效期至', statement.validTo ?? '长期'],
];

/** Why a genuine certificate counts no more. */
export const endedWords: Readonly<Record<Exclude<CertificateStatus, 'valid'> | 'expired', string>> = {
  replaced: '已换发新证，本证作废',
  lost: '已声明遗失作废',
  recovered: '已被收缴',
  void: '已作废',
  expired: '已过有效期',
};
