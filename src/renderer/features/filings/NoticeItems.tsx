import { List } from '@mantine/core';
import type { FilingStep } from '../../../shared/domain/filing.ts';

/** What a correction or refusal notice lists. */
export const NoticeItems = ({ step }: { readonly step: FilingStep }) => (
  <List size="sm" type="ordered">
    {step.noticeItems.map(({ text }) => (
      <List.Item key={text}>{text}</List.Item>
    ))}
  </List>
);
