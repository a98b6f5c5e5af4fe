import { useQuery } from '@tanstack/react-query';
import type { Filing, NoticeItem } from '../../../shared/domain/filing.ts';
import { useApi } from '../../app/archive-api.tsx';
import { committeeWords } from './committee-words.ts';
import type { FilingStage } from './filing-stages.ts';
import { useFactNames } from './use-fact-names.ts';
import { todayHere } from './today-here.ts';

/** What a step most often says, so that it need not be typed. */
export interface StepDefaults {
  readonly actor: string;
  /** null in back-entry: the day is on the paper. */
  readonly actedOn: string | null;
  readonly noticeDays: number;
  readonly noticePlace: string;
  /** What the checklist misses, as a correction notice would list it. */
  readonly gaps: readonly NoticeItem[];
}

/** Defaults of a station from office, rules and facts; null while they are being read. */
export const useStepDefaults = (filing: Filing, stage: FilingStage): StepDefaults | null => {
  const api = useApi();
  const { data: office } = useQuery(api.office.get.queryOptions());
  const namesOf = useFactNames(filing);
  const { data: rules } = useQuery(api.rules.current.queryOptions({ input: { on: null } }));
  const { data: checklist } = useQuery(api.filings.checklist.queryOptions({ input: { id: filing.id } }));
  if (office === undefined || rules === undefined || checklist === undefined) return null;
  const { kind, facts, entryMode } = filing;
  const community = office.communities.find(({ id }) => id === facts.communityId);
  const committee = community === undefined ? '' : committeeWords(community);
  const actors: Readonly<Record<FilingStage, string>> = {
    materials: namesOf(facts).responsiblePerson ?? facts.contactName ?? '',
    committee,
    street: office.profile.authorityName,
    notice: committee,
    certificate: office.profile.authorityName,
    closing: office.profile.authorityName,
    copies: '',
  };
  const { filingNotice, exitNotice } = rules.body;
  return {
    actor: actors[stage],
    actedOn: entryMode === 'back-entry' ? null : todayHere(),
    noticeDays: (kind === 'dissolution' ? exitNotice : filingNotice).days,
    gaps: checklist
      .filter(({ present }) => !present)
      .map(({ name, hint }) => ({ material: name, text: hint === null ? name : `${name}：${hint}` })),
    noticePlace: community === undefined ? '' : `${community.name}公告栏`,
  };
};
