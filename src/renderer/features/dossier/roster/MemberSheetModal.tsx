import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useMemo, useReducer, useState } from 'react';
import type { RefusedMember } from '../../../../shared/contract/roster.ts';
import { findingCode } from '../../../../shared/domain/workbook-import.ts';
import type { OrganizationId } from '../../../../shared/domain/ids.ts';
import { findingLabels } from '../../../../shared/labels/workbook-import.ts';
import { useApi } from '../../../app/archive-api.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Sheet } from '../../../components/sheet/Sheet.tsx';
import {
  emptySheet,
  sheetAfter,
  type SheetAction,
  type SheetSize,
  type SheetState,
} from '../../../components/sheet/sheet-state.ts';
import { arrangeMembers, isBlank, memberColumns, memberOfRow, placeOfField } from './member-sheet.ts';

interface MemberSheetModalProps {
  readonly organizationId: OrganizationId;
  readonly onClose: () => void;
}

const size: SheetSize = { columns: memberColumns.length, rows: 50, mostRows: 500 };
const reduce = (state: SheetState, action: SheetAction): SheetState => sheetAfter(state, action, size);

/** What a refusal of the core says about a row, by the text of the row it was said about. */
type Refusals = ReadonlyMap<string, { readonly column: number; readonly words: string }>;

const refusalWords = ({ code, field, reason }: RefusedMember): string => {
  if (code === 'GUARDIAN_CONSENT_MISSING') return '不满十四周岁，须有监护人同意。请用“添加成员”单独录入。';
  if (code === 'RESPONSIBLE_PERSON_FILED')
    return '负责人已经备案，不能直接换。请先录为成员，再办变更负责人。';
  if (field === 'member') return '这个人已在花名册里。请删去这一行。';
  if (field === 'identity-number') return '这个证件号码已登记在另一个姓名下。请对照证件核对。';
  if (reason === 'future') return '日期在今天以后。请核对年份。';
  if (reason === 'before-left') return '这个人以前离开过，加入日期要在离开之后。请填到月或日。';
  const finding = findingCode.safeParse(reason).data;
  return finding === undefined
    ? '这一行没有加进去。请核对。'
    : `${findingLabels[finding].happened}${findingLabels[finding].advice}`;
};

const keyOf = (cells: readonly string[]): string => cells.join('\t');

/** Rows that hold something, read; problems of the sheet and of the core together. */
const useReadRows = (state: SheetState, refusals: Refusals) =>
  useMemo(() => {
    const read = state.rows.map((cells) => (isBlank(cells) ? null : memberOfRow(cells)));
    const problemAt = (row: number, column: number): string | null => {
      const own = read[row]?.problems.get(column);
      if (own !== undefined) return own;
      const refusal = refusals.get(keyOf(state.rows[row] ?? []));
      return refusal?.column === column ? refusal.words : null;
    };
    const filled = read.flatMap((member, row) => (member === null ? [] : [{ member, row }]));
    const sound = filled.filter(({ member }) => member.problems.size === 0);
    return { problemAt, filled, sound };
  }, [state.rows, refusals]);

/** Members typed or pasted a page at a time; what is saved leaves the sheet, what is not stays to be mended. */
export const MemberSheetModal = ({ organizationId, onClose }: MemberSheetModalProps) => {
  const { roster } = useApi();
  const [state, act] = useReducer(reduce, size, emptySheet);
  const [refusals, setRefusals] = useState<Refusals>(new Map());
  const [added, setAdded] = useState(0);
  const { problemAt, filled, sound } = useReadRows(state, refusals);
  const save = useMutation({
    mutationFn: async () => {
      const members = sound.map(({ member: { draft } }) => {
        const { leftOn: _left, ...membership } = draft.membership;
        return { person: draft.person, membership };
      });
      return { sent: sound, ...(await roster.addMany.call({ organizationId, members })) };
    },
    onSuccess: ({ sent, added: count, refused }) => {
      setAdded(added + count);
      const refusedRows = new Set(refused.map(({ index }) => sent[index]?.row));
      const saved = new Set(sent.map(({ row }) => row).filter((row) => !refusedRows.has(row)));
      const said = refused.map((refusal) => {
        const cells = state.rows[sent[refusal.index]?.row ?? -1] ?? [];
        const words = refusalWords(refusal);
        return [keyOf(cells), { column: placeOfField(refusal.field), words }] as const;
      });
      setRefusals(new Map(said));
      const rest = state.rows.filter((cells, row) => !isBlank(cells) && !saved.has(row));
      if (rest.length === 0) onClose();
      else act({ type: 'replace', rows: rest });
    },
  });
  const problem = problemAt(state.at.row, state.at.column);
  const wrong = filled.length - sound.length;
  return (
    <Modal opened onClose={onClose} title="批量录入成员" size={1160} closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          可以直接打字，也可以从 Excel、WPS 整块粘贴（带表头更准）。方向键移动，回车到下一行，Tab
          到下一格，Ctrl+Z 撤销。身份证号请先在表格里设成文本。
        </Text>
        <Sheet
          label="成员名单"
          columns={memberColumns}
          state={state}
          problemAt={problemAt}
          onAction={act}
          arrange={arrangeMembers}
        />
        <Text size="sm" c={problem === null ? 'dimmed' : 'red.8'} aria-live="polite" mih={22}>
          {problem ??
            (filled.length === 0
              ? ''
              : `已填 ${filled.length} 人${wrong === 0 ? '' : `，${wrong} 人有标红的格子要改`}`)}
        </Text>
        <ErrorNotice error={save.error} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed" aria-live="polite">
            {added === 0 ? '' : `已加入花名册 ${added} 人`}
          </Text>
          <Group gap="sm">
            <Button variant="default" onClick={onClose}>
              {added > 0 ? '录完了' : '取消'}
            </Button>
            <Button disabled={sound.length === 0} loading={save.isPending} onClick={() => save.mutate()}>
              加入花名册 {sound.length} 人
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
};
