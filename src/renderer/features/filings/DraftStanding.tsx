import { Text } from '@mantine/core';
import type { FilingDraft } from './use-filing-draft.ts';

const words: Readonly<Record<FilingDraft['standing'], string>> = {
  saved: '草稿已保存',
  saving: '正在保存…',
  unsaved: '正在保存…',
  incomplete: '有一项没填对，改好后自动保存',
};

/** Whether what is typed is safe already. */
export const DraftStanding = ({ standing }: Pick<FilingDraft, 'standing'>) => (
  <Text size="sm" c={standing === 'incomplete' ? 'red.8' : 'dimmed'} aria-live="polite">
    {words[standing]}
  </Text>
);
