import type { StatusTone } from '../../components/StatusBadge.tsx';

/** What a state of a line means to the clerk. */
export const stateTones: Readonly<Record<string, StatusTone>> = {
  active: 'good',
  left: 'ended',
  good: 'good',
  bad: 'late',
  appealed: 'going',
  corrected: 'ended',
  open: 'late',
  matched: 'going',
  done: 'good',
  excellent: 'good',
  lacking: 'late',
  ended: 'ended',
  inside: 'good',
  'moved-out': 'ended',
  'no-follow-up': 'ended',
  'to-follow-up': 'going',
  'followed-up': 'good',
  standing: 'good',
  disbanded: 'ended',
};
