import { join } from 'node:path';
import { createArchiveSession } from '../../src/core/archive-session.ts';
import { insertOrganization } from '../../src/core/db/repositories/organizations.ts';
import { refreshOrganization } from '../../src/core/db/repositories/organization-evidence.ts';
import { makeBureauKeys } from '../../src/core/services/bureau-keys.ts';
import { officeCard } from '../../src/core/services/ledger-keys.ts';
import { getOffice } from '../../src/core/services/office.ts';
import { answerPackage } from '../../src/core/services/package-answers.ts';
import { addStreetKey, confirmStreetKey, putStreet } from '../../src/core/services/registered-streets.ts';
import type { OpenArchive } from '../../src/core/open-archive.ts';
import { systemRandom } from '../../src/core/system-ports.ts';
import type { BureauCard } from '../../src/shared/domain/bureau.ts';
import { organizationId } from '../../src/shared/domain/ids.ts';
import type { PeriodCode } from '../../src/shared/domain/ledger.ts';
import { fourClass } from '../../src/shared/domain/organization.ts';
import { receiveMade, takeIn, trustBureau } from '../support/bureau-archive.ts';
import { exportToEnd } from '../support/ledger-archive.ts';
import { openTestArchive, testOffice, testPorts, type TestArchive } from '../support/open-test-archive.ts';
import { danceTeamFacts } from '../support/organization-facts.ts';

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

/** Puts the organizations that a street has by a period into its archive, those from before left as they are. */
const grow = async (
  archive: OpenArchive,
  street: SampleStreet,
  { from, to, year }: { readonly from: number; readonly to: number; readonly year: string },
): Promise<void> => {
  const { communities } = await getOffice(archive);
  await archive.store.write((writer) => {
    for (let at = from; at < to; at += 1) {
      const community = communities[at % communities.length];
      const kind = kinds[at % kinds.length] ?? kinds[0];
      if (community === undefined) throw new Error('a street without communities');
      const id = organizationId.parse(archive.ports.random.id());
      const name = `${community.name.replace(/社区$|村$/, '')}${people[at % people.length]?.slice(1)}${kind}`;
      insertOrganization(writer, {
        id,
        facts: {
          ...danceTeamFacts(community.id, name),
          categories: {
            'four-class': fourClass.options[at % fourClass.options.length] ?? null,
            domain: 'civility',
            'six-class': null,
            nature: null,
          },
          fallbackParty: at % 5 === 4 ? null : { kind: 'community-party-organization', name: '社区党委' },
          declaredMemberCount: 12 + ((at * 7) % 19),
        },
        status: 'filed',
        // The last one of each street lacks its number: the look at the data has something to say.
        filingNumber: at === 6 ? null : `${street.name.slice(0, 2)}社备〔${year}〕${at + 1}号`,
        filedOn: `${year}-0${1 + (at % 6)}-1${at % 9}`,
        proposedRegistration: at === 3,
        importId: null,
        at: archive.ports.clock.instant(),
      });
      refreshOrganization(writer, id);
    }
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
      await grow(archive, street, { from, to, year: period.slice(0, 4) });
      from = to;
      if (day === null) return;
      archive.ports.clock.set(`${day}T01:00:00.000Z`);
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
 */
export const makeSampleDistrict = async (folder: string, password: string): Promise<string> => {
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
    for (const street of streets) await report(bureau, street, card);
  } finally {
    await session.lock();
  }
  return join(folder, 'archive');
};
