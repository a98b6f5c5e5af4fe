import { join } from 'node:path';
import { createArchiveSession } from '../../src/core/archive-session.ts';
import { insertOrganization } from '../../src/core/db/repositories/organizations.ts';
import type { Writer } from '../../src/core/db/archive-store.ts';
import { refreshOrganization } from '../../src/core/db/repositories/organization-evidence.ts';
import { makeBureauKeys } from '../../src/core/services/bureau-keys.ts';
import { officeCard } from '../../src/core/services/ledger-keys.ts';
import { addMembers } from '../../src/core/services/roster-entry.ts';
import { getOffice } from '../../src/core/services/office.ts';
import { answerPackage } from '../../src/core/services/package-answers.ts';
import { addStreetKey, confirmStreetKey, putStreet } from '../../src/core/services/registered-streets.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { systemRandom } from '../../src/core/system-ports.ts';
import type { BureauCard } from '../../src/shared/domain/bureau.ts';
import { organizationId } from '../../src/shared/domain/ids.ts';
import type { PeriodCode } from '../../src/shared/domain/ledger.ts';
import { fourClass } from '../../src/shared/domain/organization.ts';
import { receiveMade, takeIn, trustBureau } from './bureau-archive.ts';
import { exportToEnd } from './ledger-archive.ts';
import { openTestArchive, testOffice, testPorts, type TestArchive } from './open-test-archive.ts';
import { memberOf } from './members.ts';
import { danceTeamFacts } from './organization-facts.ts';

/** A street of the sample district: how many organizations it had by each period, and until when it reported. */
interface SampleStreet {
  readonly code: string;
  readonly name: string;
  readonly contact: string;
  readonly communities: readonly string[];
  readonly organizations: readonly [number, number, number];
  /** Day on which its package of the last period came in; null where it did not. */
  readonly reported: string | null;
}

const periods: readonly PeriodCode[] = ['2025H1', '2025H2', '2026H1'];
const inTime: Readonly<Record<string, string>> = { '2025H1': '2025-07-08', '2025H2': '2026-01-09' };

const streets: readonly SampleStreet[] = [
  {
    code: '990101002',
    name: '柳林街道',
    contact: '赵敏',
    communities: ['柳林社区', '文昌社区', '槐荫社区'],
    organizations: [9, 12, 14],
    reported: '2026-07-06',
  },
  {
    code: '990101003',
    name: '东湖街道',
    contact: '孙丽',
    communities: ['东湖社区', '滨水社区'],
    organizations: [7, 8, 11],
    reported: '2026-07-21',
  },
  {
    code: '990101004',
    name: '望江镇',
    contact: '周伟',
    communities: ['望江社区', '石桥村', '龙泉村'],
    organizations: [5, 9, 9],
    reported: '2026-07-10',
  },
  {
    code: '990101005',
    name: '学苑街道',
    contact: '吴静',
    communities: ['学苑社区', '书院社区'],
    organizations: [10, 10, 12],
    reported: '2026-07-13',
  },
  {
    code: '990101006',
    name: '平安街道',
    contact: '郑强',
    communities: ['平安社区', '长乐社区'],
    organizations: [6, 7, 7],
    reported: null,
  },
];

const kinds = ['舞蹈队', '志愿服务队', '议事会', '助老服务社', '书画社', '合唱团', '巡防队'] as const;
const people = '王桂英 张建国 刘玉兰 赵德明 孙秀珍 周文华 吴国强'.split(' ');

/** One that two streets report: the first of 柳林, under its number. */
const shared = {
  street: '990101003',
  at: 5,
  name: '柳林桂英舞蹈队',
  filingNumber: '柳林社备〔2025〕1号',
} as const;

const dayOf = (at: number, period: PeriodCode): string =>
  `${period.slice(0, 4)}-0${(period.endsWith('H1') ? 1 : 7) + (at % 3)}-1${at % 9}`;

/** The matter of its filing, so that the ledger of the period counts it as filed then. */
const writeFiling = (writer: Writer, id: string, filedOn: string): void => {
  const filing = `filing-${id}`;
  writer.run(
    `INSERT INTO filings (id, organization_id, kind, state, entry_mode, status_before, facts, started_on, closed_on, created_at, updated_at)
     VALUES (?, ?, 'initial', 'filed', 'live', 'preparing', '{}', ?, ?, ?, ?)`,
    [filing, id, filedOn, filedOn, filedOn, filedOn],
  );
  writer.run(
    `INSERT INTO filing_steps (filing_id, sequence, action, from_state, to_state, actor, acted_on, recorded_at, back_entry)
     VALUES (?, 1, 'issue-certificate', 'notice-cleared', 'filed', '王敏', ?, ?, 0)`,
    [filing, filedOn, filedOn],
  );
};

/** Adds an organization to a street's archive; the seventh of each street lacks its number. */
const found = async (
  archive: OpenArchive,
  { code, name: streetName }: SampleStreet,
  at: number,
  period: PeriodCode,
): Promise<void> => {
  const { communities } = await getOffice(archive);
  const community = communities[at % communities.length];
  if (community === undefined) throw new Error('a street without communities');
  const id = organizationId.parse(archive.ports.random.id());
  const person = people[at % people.length] ?? '';
  const filedOn = dayOf(at, period);
  const number = `${streetName.slice(0, 2)}社备〔${period.slice(0, 4)}〕${at + 1}号`;
  const twice = code === shared.street && at === shared.at ? shared : null;
  await archive.store.write((writer) => {
    insertOrganization(writer, {
      id,
      facts: {
        ...danceTeamFacts(
          community.id,
          twice?.name ??
            `${community.name.replace(/社区$|村$/, '')}${person.slice(1)}${kinds[at % kinds.length]}`,
        ),
        categories: {
          'four-class': fourClass.options[(at * 3) % fourClass.options.length] ?? null,
          domain: 'civility',
          'six-class': null,
          nature: null,
        },
        contactPhone: `139${String(at).padStart(4, '0')}${code.slice(-2)}${String(at).padStart(2, '0')}`,
        fallbackParty: at % 5 === 4 ? null : { kind: 'community-party-organization', name: '社区党委' },
      },
      status: 'filed',
      filingNumber: at === 6 ? null : (twice?.filingNumber ?? number),
      filedOn,
      proposedRegistration: at === 3,
      importId: null,
      at: archive.ports.clock.instant(),
    });
    writeFiling(writer, id, filedOn);
  });
  await addMembers(archive, {
    organizationId: id,
    members: Array.from({ length: 8 + ((at * 5) % 9) }, (_, index) =>
      memberOf(id, {
        name: `${people[(at + index) % people.length]?.[0] ?? '王'}${'春夏秋冬梅兰竹菊'[index % 8]}${'华英明芳'[(at + index) % 4]}`,
        politicalStatus: index % 3 === 0 ? 'party-member' : 'masses',
        role: index === 0 ? 'responsible-person' : 'member',
        joinedOn: filedOn,
      }),
    ),
  });
  await archive.store.write((writer) => {
    writer.run(
      `UPDATE organizations SET responsible_person_id =
         (SELECT person_id FROM memberships WHERE organization_id = ? AND role = 'responsible-person')
        WHERE id = ?`,
      [id, id],
    );
    refreshOrganization(writer, id);
  });
};

/** With a randomness of its own: the usual one of tests would give all streets the same keys. */
const openStreet = async ({ code, name, communities }: SampleStreet): Promise<TestArchive> => {
  const made = await openTestArchive({
    profile: {
      ...testOffice.profile,
      streetCode: code,
      streetName: name,
      authorityName: `${name}办事处`,
      hubName: `${name}社会组织联合会`,
      shortName: name.slice(0, 2),
    },
    communities: communities.map((community, index) => ({
      code: `${code}${String(index + 1).padStart(3, '0')}`,
      name: community,
      settlement: community.endsWith('村') ? 'rural' : 'urban',
      settlementClass: null,
      partyOrganization: null,
      validFrom: null,
      validTo: null,
    })),
  });
  return { ...made, ports: { ...made.ports, random: systemRandom } };
};

/** The street's key on the bureau's list, compared and confirmed. */
const trustStreet = async (
  bureau: OpenArchive,
  street: OpenArchive,
  { code, name, contact }: SampleStreet,
): Promise<void> => {
  await putStreet(bureau, {
    code,
    name,
    contactName: contact,
    contactPhone: `0990-6200${code.slice(-3)}`,
    remark: '',
    expectedFrom: '2025H1',
    expectedUntil: null,
  });
  const { signingPublicKey, escrowRecipient, fingerprint } = await officeCard(street);
  const card = `公钥：${escrowRecipient}\n签名公钥：${signingPublicKey}`;
  const { id } = await addStreetKey(bureau, { streetCode: code, card });
  await confirmStreetKey(bureau, { id, confirmedBy: '陈晓', heard: fingerprint });
};

/** A street reports period after period, as long as it does, and is answered. */
const report = async (
  bureau: OpenArchive & Pick<TestArchive, 'ports'>,
  street: SampleStreet,
  card: BureauCard,
): Promise<void> => {
  const archive = await openStreet(street);
  try {
    await trustStreet(bureau, archive, street);
    const keyId = await trustBureau(archive, card);
    let from = 0;
    for (const [index, period] of periods.entries()) {
      const day = inTime[period] ?? street.reported;
      const to = street.organizations[index] ?? from;
      archive.ports.clock.set(`${day ?? '2026-07-31'}T01:00:00.000Z`);
      for (let at = from; at < to; at += 1) await found(archive, street, at, period);
      from = to;
      if (day === null) return;
      bureau.ports.clock.set(`${day}T02:00:00.000Z`);
      const made = await exportToEnd(archive, { period, bureauKeyIds: [keyId], includeScans: false });
      const { id } = await takeIn(bureau, await receiveMade(bureau, archive, made));
      const last = index === periods.length - 1;
      if (last && street.code === '990101005') return;
      const returned = last && street.code === '990101004';
      await answerPackage(bureau, {
        id,
        outcome: returned ? 'returned' : 'accepted',
        reasons: returned ? [{ organizationId: null, text: '兜底党组织没有填写，请补齐。' }] : [],
        decidedBy: '陈晓',
      });
    }
  } finally {
    await archive.close();
  }
};

/**
 * The archive of an invented district's bureau with three periods of five streets: one accepted, one late, one returned,
 * one that waits for its answer, one that did not report.
 *
 * @param folder gets the archive in `archive/`
 * @param count as many of the streets, the first ones
 */
export const makeSampleDistrict = async (
  folder: string,
  password: string,
  count = streets.length,
): Promise<string> => {
  const ports = testPorts(folder);
  const session = createArchiveSession(ports);
  await session.createBureau(password, {
    profile: {
      districtCode: '990101',
      districtName: '新城区',
      bureauName: '新城区民政局',
      contactName: '陈晓',
      contactPhone: null,
    },
    streets: [],
  });
  try {
    const bureau = { ...session.requireOpen(), ports };
    const card = await makeBureauKeys(bureau, '2029-12-31');
    for (const street of streets.slice(0, count)) await report(bureau, street, card);
  } finally {
    await session.lock();
  }
  return join(folder, 'archive');
};
