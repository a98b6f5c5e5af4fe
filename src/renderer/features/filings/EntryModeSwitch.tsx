import { Switch } from '@mantine/core';
import type { EntryMode } from '../../../shared/domain/filing.ts';

interface EntryModeSwitchProps {
  readonly value: EntryMode;
  readonly onChange: (value: EntryMode) => void;
}

/** 补录 is for paper of the past: dates that are long gone and steps that left no paper. */
export const EntryModeSwitch = ({ value, onChange }: EntryModeSwitchProps) => (
  <Switch
    label="补录以前的纸质材料"
    description="可以填过去的日期，没有留下材料的步骤可以跳过。补录的会做标记，不计入办理时限。"
    checked={value === 'back-entry'}
    onChange={(event) => onChange(event.currentTarget.checked ? 'back-entry' : 'live')}
  />
);
