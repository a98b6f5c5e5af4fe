import type { Dossier, DossierGapCode } from '../../../shared/domain/dossier.ts';
import type { OrganizationStatus } from '../../../shared/domain/organization.ts';
import { paths, type FactGapCode } from '../../app/paths.ts';
import { openFilingOf } from './open-filing.ts';

/** Where a gap is mended, and the word on its button. */
export interface GapMend {
  readonly to: string;
  readonly label: string;
}

/** While a filing is under way its own form holds the facts. */
const factMend = (fact: FactGapCode, dossier: Dossier): GapMend => {
  const open = openFilingOf(dossier);
  const to =
    open === null
      ? paths.editFacts(dossier.organization.id, fact)
      : open.kind === 'dissolution'
        ? paths.filing(open.id)
        : paths.filingFact(open.id, fact);
  return { to, label: '去填' };
};

const unfiled: readonly OrganizationStatus[] = ['preparing', 'filing', 'refused'];
const ended: readonly OrganizationStatus[] = ['dissolved', 'revoked', 'registered'];

/** What a filing would have brought: the one under way, or the one that is still to be made or to be entered from paper. */
const filingMend = (dossier: Dossier): GapMend => {
  const { id, status } = dossier.organization;
  const open = openFilingOf(dossier);
  if (open !== null) return { to: paths.filing(open.id), label: '去办' };
  const filed = dossier.filings.some(({ state }) => state === 'filed');
  if (filed || ended.includes(status)) return { to: paths.dossier(id, 'filings'), label: '去看' };
  return unfiled.includes(status)
    ? { to: paths.newFiling({ organizationId: id, kind: 'initial' }), label: '去办' }
    : {
        to: paths.newFiling({ organizationId: id, kind: 'initial', entryMode: 'back-entry' }),
        label: '去补录',
      };
};

const copiesMend = (dossier: Dossier): GapMend => {
  const filed = dossier.filings.find(({ kind, state }) => kind !== 'dissolution' && state === 'filed');
  return filed !== undefined ? { to: paths.nextCopy(filed.id), label: '去登记' } : filingMend(dossier);
};

const matterMend = ({ organization: { id }, debts: { matter } }: Dossier): string => {
  if (matter === null) return paths.dossier(id, 'dispositions');
  return matter.kind === 'survey'
    ? paths.survey(matter.recordId, 'result')
    : paths.record(id, 'dispositions', matter.recordId);
};

/** The form that closes a gap, with what is known of it filled in. A gap that is not here does not compile. */
export const mendOf = (code: DossierGapCode, dossier: Dossier): GapMend => {
  const { organization, debts, memberCount } = dossier;
  const { id, declaredMemberCount } = organization;
  const [owed] = debts.disclosures;
  switch (code) {
    case 'responsible-person':
    case 'category':
    case 'business-scope':
    case 'premises':
    case 'fallback-party':
    case 'charter-adopted':
      return factMend(code, dossier);
    case 'member-count':
      // Members are missing on the roster, or the number that was told is too small.
      return (declaredMemberCount ?? 0) > memberCount
        ? { to: paths.addMembers(id, 'sheet'), label: '去补' }
        : factMend(code, dossier);
    case 'filing-number':
    case 'filed-on':
    case 'certificate':
      return filingMend(dossier);
    case 'held-copies':
      return copiesMend(dossier);
    case 'roster-empty':
      return { to: paths.addMembers(id, 'sheet'), label: '去补' };
    case 'responsible-person-on-roster':
      return { to: paths.addMembers(id, 'responsible-person'), label: '去补' };
    case 'committee-report':
      return {
        to:
          debts.reportPeriod === null
            ? paths.dossier(id, 'reports')
            : paths.recordReport(id, debts.reportPeriod),
        label: '去记',
      };
    case 'survey':
      return debts.openSurveyId === null
        ? { to: paths.newSurvey(id), label: '去测评' }
        : { to: paths.survey(debts.openSurveyId), label: '继续测评' };
    case 'disclosure':
      return {
        to: owed === undefined ? paths.dossier(id, 'disclosures') : paths.disclose(id, owed),
        label: '去记',
      };
    case 'required-paper':
      return { to: paths.dossier(id, 'files'), label: '去添' };
    case 'overdue-matter':
      return { to: matterMend(dossier), label: '去办结' };
  }
};
