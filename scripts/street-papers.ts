import type { Writer } from '../src/core/db/archive-store.ts';
import { insertCertificate } from '../src/core/db/repositories/certificates.ts';
import { saveRecord } from '../src/core/db/repositories/dossier-records.ts';
import { insertFiling } from '../src/core/db/repositories/filings.ts';
import { factsOf, getOrganization } from '../src/core/db/repositories/organizations.ts';
import { refreshOrganization } from '../src/core/db/repositories/organization-evidence.ts';
import type { OpenArchive } from '../src/core/open-archive.ts';
import type { RecordContent } from '../src/shared/domain/dossier-record.ts';
import { certificateId, filingId, recordId, type OrganizationId } from '../src/shared/domain/ids.ts';
import type { Organization } from '../src/shared/domain/organization.ts';
import { standingStatuses } from '../src/shared/domain/organization.ts';
import { emptyGroup } from '../src/shared/domain/survey.ts';
import { diceOf, type Dice } from './street-dice.ts';

/**
 * What a street's dossiers hold beyond their facts: filings with certificates, reports, surveys, disclosures,
 * dispositions, and papers, of which only the records are made, not the bytes.
 */

export interface PapersSize {
  readonly filesPerOrganization: number;
  readonly seed: number;
}

interface Desk {
  readonly writer: Writer;
  readonly archive: OpenArchive;
  readonly dice: Dice;
}

const sentences = [
  '组织居民开展活动，参加人数比去年增加',
  '到敬老院慰问演出，受到好评',
  '协助社区调解邻里纠纷',
  '开展垃圾分类宣传和入户走访',
  '经费使用情况已向成员公开',
  '党员带头值守，保障夜间巡逻',
  '下一步将吸收青年志愿者',
] as const;

const bodyOf = (dice: Dice): string => Array.from({ length: 4 }, () => dice.pick(sentences)).join('。');

const day = (dice: Dice, year: number): string =>
  `${year}-0${1 + dice.below(9)}-${String(1 + dice.below(28)).padStart(2, '0')}`;

/** Content of one record of each kind; one in twenty rectifications and follow-ups is still open. */
const contents: readonly ((dice: Dice) => readonly [title: string, content: RecordContent])[] = [
  (dice) => [
    '向两委报告工作',
    {
      kind: 'committee-report',
      period: `202${3 + dice.below(4)}-${1 + dice.below(2)}/2`,
      meeting: '两委联席会议',
      place: null,
      reporter: null,
      attendees: null,
      body: bodyOf(dice),
      committeeOpinion: '同意',
    },
  ],
  (dice) => [
    '信息公开',
    {
      kind: 'disclosure',
      subject: 'activity',
      period: null,
      body: bodyOf(dice),
      means: '社区公示栏',
      place: null,
      endsOn: null,
      responsible: null,
      objections: [],
      personalDataReason: null,
      published: { on: '2026-01-05', findings: 0, files: [] },
    },
  ],
  (dice) => [
    '满意度测评',
    {
      kind: 'survey',
      period: null,
      items: ['服务质量', '活动开展'],
      scale: {
        satisfied: 100,
        mostlySatisfied: 80,
        dissatisfied: 0,
        unknownCounts: false,
        alertBelow: 80,
      },
      weights: { committees: 1, residents: 1, units: 1 },
      minimumBallots: 5,
      entry: 'counts',
      batches: [],
      groups: { committees: emptyGroup, residents: emptyGroup, units: emptyGroup },
      closedOn: day(dice, 2024 + dice.below(3)),
      imbalanceReason: null,
      followUp: null,
    },
  ],
  (dice) => [
    '处理结果',
    {
      kind: 'disposition',
      authority: '街道办事处',
      type: 'rectify',
      documentNumber: `责改〔2026〕${1 + dice.below(900)}号`,
      reason: bodyOf(dice),
      basis: null,
      result: '限期整改',
      deliveredOn: null,
      deliveredTo: null,
      commendation: null,
      rectification: {
        dueOn: day(dice, 2026),
        closedOn: dice.chance(0.95) ? '2026-10-01' : null,
        outcome: null,
        closedBy: null,
      },
    },
  ],
];

/** Reports and disclosures are many, dispositions few. */
const recordMix = [0, 0, 0, 0, 1, 1, 1, 2, 2] as const;

const enterRecords = async ({ writer, archive, dice }: Desk, id: OrganizationId): Promise<void> => {
  const kinds = dice.chance(0.2) ? [...recordMix, 3 as const] : recordMix;
  for (const kind of kinds) {
    const [title, content] = contents[kind]?.(dice) ?? [];
    if (title === undefined || content === undefined) throw new Error('a kind without content');
    const at = archive.ports.clock.instant();
    await saveRecord(writer, {
      id: recordId.parse(archive.ports.random.id()),
      organizationId: id,
      occurredOn: day(dice, 2023 + dice.below(3)),
      title,
      content,
      createdAt: at,
      updatedAt: at,
    });
  }
};

const enterFiling = ({ writer, archive, dice }: Desk, organization: Organization): void => {
  const id = filingId.parse(archive.ports.random.id());
  const at = archive.ports.clock.instant();
  const closed = organization.filingNumber !== null;
  insertFiling(writer, {
    id,
    organizationId: organization.id,
    kind: 'initial',
    state: closed ? 'filed' : dice.pick(['preparing', 'applied', 'committee-passed', 'on-notice'] as const),
    entryMode: 'live',
    statusBefore: 'preparing',
    facts: factsOf(organization),
    factsBefore: null,
    changeGrounds: null,
    notice: null,
    dueOn: closed ? null : day(dice, 2026),
    filingNumber: organization.filingNumber,
    startedOn: organization.filedOn ?? day(dice, 2026),
    closedOn: closed ? (organization.filedOn ?? '2020') : null,
    importId: null,
    createdAt: at,
    updatedAt: at,
  });
  if (!closed) return;
  const filedOn = organization.filedOn ?? '2020-01-01';
  insertCertificate(
    writer,
    {
      id: certificateId.parse(archive.ports.random.id()),
      organizationId: organization.id,
      filingId: id,
      filingNumber: organization.filingNumber ?? '',
      kind: 'original',
      issueReason: '首次备案',
      organizationName: organization.name,
      responsiblePersonName: null,
      businessScope: organization.businessScope,
      premises: organization.premises,
      activityArea: null,
      category: null,
      authorityName: '街道办事处',
      issuedOn: filedOn,
      validTo: dice.chance(0.3) ? day(dice, 2026 + dice.below(2)) : null,
      issuedBy: '街道办事处',
      collectedBy: null,
      collectorPhone: null,
      collectedOn: null,
      status: 'valid',
      recoveredBy: null,
      recoveredOn: null,
      lossStatement: null,
      voidReason: null,
    },
    null,
    at,
  );
};

const paperTitles = ['活动照片', '签到表', '会议记录', '扫描件', '公示照片', '通知'] as const;
const parts = ['charter-and-form', 'roster', 'reports-and-surveys', 'disclosures', 'dispositions'] as const;

const enterFiles = ({ writer, archive, dice }: Desk, id: OrganizationId, count: number): void => {
  const at = archive.ports.clock.instant();
  for (let place = 0; place < count; place++) {
    const title = `${dice.pick(paperTitles)}${place + 1}`;
    const [file, attachment] = [archive.ports.random.id(), archive.ports.random.id()];
    writer.run(
      `INSERT INTO attachments (id, sha256, sha512, crc32, byte_length, file_name, media_type, added_at)
       VALUES (?, ?, '', 0, ?, ?, 'image/jpeg', ?)`,
      [attachment, attachment, 200_000 + dice.below(2_000_000), `IMG_${place + 1}.jpg`, at],
    );
    writer.run(
      'INSERT INTO dossier_files (id, organization_id, part, title, created_at) VALUES (?, ?, ?, ?, ?)',
      // Papers come in over the years.
      [file, id, dice.pick(parts), title, `${2022 + dice.below(5)}${at.slice(4)}`],
    );
    writer.run('INSERT INTO dossier_file_versions (file_id, version, attachment_id) VALUES (?, 1, ?)', [
      file,
      attachment,
    ]);
  }
};

/** Organizations whose papers are entered in one transaction. */
const batch = 250;

/** Fills the dossiers of a generated street. */
export const generatePapers = async (
  archive: OpenArchive,
  ids: readonly OrganizationId[],
  { filesPerOrganization, seed }: PapersSize,
): Promise<void> => {
  const dice = diceOf(seed);
  for (let from = 0; from < ids.length; from += batch) {
    await archive.store.write(async (writer) => {
      const desk = { writer, archive, dice };
      for (const id of ids.slice(from, from + batch)) {
        const organization = getOrganization(writer, id);
        if (organization === null) throw new Error('it was just entered');
        enterFiling(desk, organization);
        if (standingStatuses.includes(organization.status)) await enterRecords(desk, id);
        enterFiles(desk, id, filesPerOrganization);
        refreshOrganization(writer, id);
      }
    });
  }
};
