import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { openBulkThreads, type BulkThreads } from '../../src/core/crypto/bulk-threads.ts';
import { layBag } from '../../src/core/ledger/bag-layout.ts';
import {
  generateSigningKey,
  publicKeyText,
  signContent,
  type SigningKey,
} from '../../src/core/ledger/minisign.ts';
import { formatPackageName } from '../../src/core/ledger/package-name.ts';
import { writePackage } from '../../src/core/ledger/package-writer.ts';
import { systemRandom } from '../../src/core/system-ports.ts';
import type { LedgerOrganization, LedgerSnapshot } from '../../src/shared/domain/ledger-snapshot.ts';
import { canonicalJson } from '../../src/shared/domain/ledger-snapshot.ts';
import { diceOf } from '../street-dice.ts';
import { streetLedger, streetLine } from './street-ledger.ts';

/** A street without an archive: its name and keys, for districts of any size. */
export interface MadeStreet {
  readonly code: string;
  readonly name: string;
  readonly signing: SigningKey;
  readonly signingKey: string;
  readonly escrow: string;
}

export const makeStreets = async (count: number): Promise<readonly MadeStreet[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const signing = generateSigningKey(systemRandom);
      return {
        code: `990101${String(index + 1).padStart(3, '0')}`,
        name: `第${index + 1}街道`,
        signing,
        signingKey: publicKeyText(signing),
        escrow: await identityToRecipient(await generateX25519Identity()),
      };
    }),
  );

/** The card that such a street hands to the bureau. */
export const cardOfStreet = ({ name, escrow, signingKey }: MadeStreet): string =>
  `单位：${name}\n公钥：${escrow}\n签名公钥：${signingKey}`;

const words = (text: string): readonly string[] => text.split(' ');
const themes = words(
  '夕阳红 百姓 和谐 爱心 阳光 邻里 梅花 常青 巧手 同心 乐龄 向日葵 平安 绿色 书香 长城 银发 彩虹',
);
const kinds = words(
  '舞蹈队 合唱团 书画社 太极拳队 志愿服务队 助老帮扶队 便民服务站 议事会 治安巡逻队 读书会',
);
const surnames = words('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林');
const given = words('秀英 建国 桂兰 志强 丽华 明军 红梅 淑珍 文平 春海 燕飞 永福');
const classes = ['culture-sports', 'public-welfare', 'living-service', 'community-affairs', null] as const;

/** Days of half-years, e.g. 2024H2. */
const daysOf = (period: string): Pick<LedgerSnapshot, 'period' | 'startsOn' | 'endsOn' | 'frozenOn'> => {
  const year = period.slice(0, 4);
  return period.endsWith('H1')
    ? { period, startsOn: `${year}-01-01`, endsOn: `${year}-06-30`, frozenOn: `${year}-07-01` }
    : { period, startsOn: `${year}-07-01`, endsOn: `${year}-12-31`, frozenOn: `${Number(year) + 1}-01-01` };
};

/** A street's ledger of a period; the next period has most of the same organizations. The same for the same street. */
export const generatedLedger = (
  street: Pick<MadeStreet, 'code' | 'name'>,
  period: string,
  organizations: number,
): LedgerSnapshot => {
  const days = daysOf(period);
  const lineAt = (at: number): LedgerOrganization => {
    const dice = diceOf(Number(street.code) * 1000 + at);
    const year = days.startsOn.slice(0, 4);
    const isNew = at >= organizations - 10;
    return streetLine(street.code, at, {
      name: `${dice.pick(themes)}${at % 7 === 0 ? '' : `第${at}`}${dice.pick(kinds)}`,
      category: dice.pick(classes),
      filingNumber: `${street.name}社备〔${isNew ? year : '2023'}〕${at + 1}号`,
      filedOn: isNew ? days.startsOn : '2023-03-01',
      responsiblePerson: `${dice.pick(surnames)}${dice.pick(given)}`,
      maskedPhone: `138****${String(dice.below(10_000)).padStart(4, '0')}`,
      members: 5 + dice.below(60),
      partyMembers: dice.below(5),
      proposedRegistration: at % 40 === 0,
      dispositions: at % 50 === 0 ? 1 : 0,
      events: isNew ? [{ on: days.startsOn, kind: '首次备案', detail: null }] : [],
    });
  };
  const lines = Array.from({ length: organizations }, (_, at) => lineAt(at));
  return streetLedger(street, lines, {
    ...days,
    dispositions: lines
      .filter(({ dispositions }) => dispositions > 0)
      .map(({ id, community, name }) => ({
        organizationId: id,
        community,
        organization: name,
        on: days.startsOn,
        authority: `${street.name}办事处`,
        type: 'talk',
        title: '约谈',
        documentNumber: null,
        result: '已整改',
        rectifyBy: null,
        rectifiedOn: null,
      })),
  });
};

export interface MadePackage {
  readonly folder: string;
  readonly recipient: string;
  readonly serial: number;
}

/** Writes a ledger as a street's package, by the product's own bag, zip, cipher and signature. @returns its path */
export const makeStreetPackage = async (
  street: MadeStreet,
  snapshot: LedgerSnapshot,
  { folder, recipient, serial }: MadePackage,
  threads?: BulkThreads,
): Promise<string> => {
  const { period } = snapshot;
  const district = street.code.slice(0, 6);
  const name = formatPackageName({ district, street: street.code, period, serial, correction: null });
  const bag = await layBag({
    payload: [{ name: 'ledger.json', bytes: Buffer.from(canonicalJson(snapshot)) }],
    info: [
      ['Source-Organization', snapshot.hub.name],
      ['Ledger-Serial', String(serial)],
      ['Signing-Key', street.signingKey],
      ['Escrow-Recipient', street.escrow],
    ],
    sign: (tagManifest) => signContent(street.signing, tagManifest, `period:${period} street:${street.code}`),
  });
  const path = join(folder, name);
  await rm(path, { force: true });
  const own = threads ?? (await openBulkThreads(bag.payloadBytes));
  try {
    await writePackage(
      {
        folder,
        baseName: name.slice(0, -'.ledger.age'.length),
        mark: 'made',
        sources: bag.sources,
        recipients: [recipient, street.escrow],
      },
      own,
      { written: async () => {}, prove: async () => {} },
    );
  } finally {
    if (threads === undefined) await own.close();
  }
  return path;
};
