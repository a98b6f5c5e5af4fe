import type { ChangeGrounds } from './filing.ts';
import type { ChecklistItem } from './filing-materials.ts';
import type { OrganizationFacts } from './organization.ts';

interface Change {
  readonly facts: OrganizationFacts;
  readonly factsBefore: OrganizationFacts | null;
  readonly changeGrounds: ChangeGrounds | null;
  /** True where the charter differs from the one in force. */
  readonly charterChanged: boolean;
}

const item = (code: string, name: string, hint: string | null): ChecklistItem => ({
  code,
  name,
  basis: '第二条（四）',
  present: hint === null,
  hint,
});

/** What every change states besides its papers: what changes, why, and how it was decided (DOMAIN 3, 变更). */
export const changeChecklist = ({
  facts,
  factsBefore,
  changeGrounds,
  charterChanged,
}: Change): readonly ChecklistItem[] => {
  const same = JSON.stringify(facts) === JSON.stringify(factsBefore) && !charterChanged;
  const lacks = [
    changeGrounds?.reason ? null : '变更理由',
    changeGrounds?.procedure || typeof changeGrounds?.vote?.inFavour === 'number'
      ? null
      : '内部程序或会议表决',
  ].filter((lack) => lack !== null);
  return [
    item('change-facts', '变更内容', same ? '备案事项和章程都还没有改动' : null),
    item('change-grounds', '变更理由和内部程序', lacks.length === 0 ? null : `请写明${lacks.join('、')}`),
  ];
};
