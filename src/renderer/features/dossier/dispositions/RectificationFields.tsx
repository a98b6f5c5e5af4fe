import { SimpleGrid, Text } from '@mantine/core';
import type { ContentOf } from '../../../../shared/domain/dossier-record.ts';
import { DateField } from '../../../components/DateField.tsx';
import { OptionalText } from '../../records/OptionalText.tsx';

export type Rectification = NonNullable<ContentOf<'disposition'>['rectification']>;

/** What a rectification lacks; a blank deadline is one that is still to be typed. */
export const rectificationLacks = (
  rectification: Rectification | null,
): readonly (readonly [string, boolean])[] =>
  rectification === null
    ? []
    : [
        ['整改期限', rectification.dueOn === ''],
        ['整改结果', rectification.closedOn !== null && rectification.outcome === null],
        ['核查人', rectification.closedOn !== null && rectification.closedBy === null],
      ];

interface RectificationFieldsProps {
  readonly rectification: Rectification;
  /** It waits to be closed: that is what somebody came for. */
  readonly focused: boolean;
  readonly onChange: (rectification: Rectification) => void;
}

/** By when, what came of it, who checked. Proof is laid beside the record as its papers. */
export const RectificationFields = ({ rectification, focused, onChange }: RectificationFieldsProps) => (
  <>
    <SimpleGrid cols={3} spacing="md">
      <DateField
        label="整改期限"
        withAsterisk
        value={rectification.dueOn === '' ? null : rectification.dueOn}
        onChange={(dueOn) => onChange({ ...rectification, dueOn: dueOn ?? '' })}
      />
      <DateField
        label="办结日期"
        data-autofocus={focused || undefined}
        value={rectification.closedOn}
        onChange={(closedOn) => onChange({ ...rectification, closedOn })}
      />
      <OptionalText
        label="核查人"
        maxLength={60}
        value={rectification.closedBy}
        onChange={(closedBy) => onChange({ ...rectification, closedBy })}
      />
    </SimpleGrid>
    <OptionalText
      label="整改结果"
      maxLength={2000}
      rows={2}
      value={rectification.outcome}
      onChange={(outcome) => onChange({ ...rectification, outcome })}
    />
    <Text size="sm" c="dimmed">
      没办结以前，组织状态是“整改中”；填了办结日期就恢复。整改照片、报告在下面“材料”里存入。
    </Text>
  </>
);
