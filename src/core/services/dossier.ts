import { assessDossier } from '../../shared/domain/completeness.ts';
import type { Dossier, ReportPeriodState, TimelineEvent } from '../../shared/domain/dossier.ts';
import type { CopyHolder, FilingAction } from '../../shared/domain/filing.ts';
import type { RecordKind } from '../../shared/domain/dossier-record.ts';
import type { OrganizationId } from '../../shared/domain/ids.ts';
import { maskPhone } from '../../shared/domain/masking.ts';
import { standingStatuses, type Organization } from '../../shared/domain/organization.ts';
import { owesReport, recentReportPeriods, reportPeriodStanding } from '../../shared/domain/report-plan.ts';
import type { ServiceRegister } from '../../shared/domain/service-register.ts';
import { CodedError } from '../../shared/errors.ts';
import { recordKindLabels } from '../../shared/labels/dossier-record.ts';
import { copyHolderLabels, filingActionLabels } from '../../shared/labels/filing.ts';
import { registerWords } from '../../shared/labels/service-register.ts';
import type { Reader } from '../db/archive-store.ts';
import { listCertificates } from '../db/repositories/certificates.ts';
import { listFilingRows } from '../db/repositories/filing-rows.ts';
import { reportedPeriods } from '../db/repositories/dossier-records.ts';
import { listCommunities } from '../db/repositories/office.ts';
import { dossierDebts, dossierEvidence } from '../db/repositories/organization-evidence.ts';
import { getOrganization } from '../db/repositories/organizations.ts';
import { getPerson } from '../db/repositories/people.ts';
import { listTimeline, type TimelineRecord } from '../db/repositories/timeline.ts';
import type { OpenArchive } from '../open-archive.ts';
import { rulesOn } from './rules.ts';
import { shownCertificate, shownFacts } from './shown-facts.ts';

const toEvent = ({ occurredOn: on, kind, code, name, count }: TimelineRecord): TimelineEvent => {
  switch (kind) {
    case 'filing-step':
      return { on, kind, title: filingActionLabels[code as FilingAction], detail: name };
    case 'certificate':
      return { on, kind, title: code === 'reissue' ? '换发备案证书' : '颁发备案证书', detail: name };
    case 'certificate-collected':
      return { on, kind, title: '领取备案证书', detail: name };
    case 'copy-received':
      return {
        on,
        kind,
        title: '签收章程、备案表',
        detail: [copyHolderLabels[code as CopyHolder], name].filter(Boolean).join('，'),
      };
    case 'members-joined':
      return { on, kind: 'member-joined', title: `${count} 人加入`, detail: null };
    case 'record':
      return { on, kind, title: recordKindLabels[code as RecordKind], detail: name };
    case 'area-change':
      return { on, kind, title: code === 'rename' ? '所在社区更名' : '划入另一社区', detail: name };
    case 'service-line':
      return { on, kind, title: registerWords(code as ServiceRegister).one, detail: name };
    case 'imported':
      return { on, kind, title: '从 Excel 台账导入', detail: name };
  }
};

const timelineOf = (reader: Reader, value: Organization): TimelineEvent[] => {
  const events = listTimeline(reader, value.id).map(toEvent);
  if (value.foundedOn !== null)
    events.push({ on: value.foundedOn, kind: 'founded', title: '成立', detail: null });
  return events.sort((a, b) => b.on.localeCompare(a.on));
};

/** Periods for which the rules ask a report of this organization, and how each stands. */
const reportPeriodsOf = (reader: Reader, value: Organization, today: string): ReportPeriodState[] => {
  const reported = new Set(reportedPeriods(reader, value.id));
  const standing = standingStatuses.includes(value.status);
  return recentReportPeriods(today, rulesOn(reader, today).body).map((period) => ({
    code: period.code,
    label: period.label,
    endsOn: period.endsOn,
    dueOn: period.dueOn,
    state: reportPeriodStanding(period, {
      today,
      reported: reported.has(period.code),
      owes: standing && owesReport(value.filedOn, period),
    }),
  }));
};

/** Everything about one organization for its page (FEATURES B1, A24). @throws CodedError NOT_FOUND */
export const readDossier = ({ store, ports }: OpenArchive, id: OrganizationId): Promise<Dossier> =>
  store.read((reader) => {
    const value = getOrganization(reader, id);
    const evidence = dossierEvidence(reader, id);
    const debts = dossierDebts(reader, id);
    if (value === null || evidence === null || debts === null)
      throw new CodedError('NOT_FOUND', { what: 'organization' });
    const community = listCommunities(reader).find((each) => each.id === value.communityId);
    const responsible =
      value.responsiblePersonId === null ? null : getPerson(reader, value.responsiblePersonId);
    const { completeness, parts, gaps } = assessDossier(evidence);
    return {
      organization: shownFacts(value),
      communityName: community?.name ?? '',
      settlement: community?.settlement ?? 'urban',
      responsiblePersonName: responsible?.name ?? null,
      responsiblePersonParty: responsible?.politicalStatus === 'party-member',
      maskedPhone: maskPhone(value.contactPhone),
      memberCount: evidence.members,
      partyMemberCount: evidence.partyMembers,
      completeness,
      parts: [...parts],
      gaps: [...gaps],
      debts,
      timeline: timelineOf(reader, value),
      filings: [
        ...listFilingRows(
          reader,
          { organizationId: id, states: [], kinds: [], openOnly: false },
          ports.clock.today(),
          0,
          -1,
        ),
      ],
      certificates: listCertificates(reader, id).map(shownCertificate),
      reportPeriods: reportPeriodsOf(reader, value, ports.clock.today()),
    };
  });
