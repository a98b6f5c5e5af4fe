import { RingProgress, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

interface CompletenessRingProps {
  /** 0–100 */
  readonly percent: number;
  readonly size?: number;
  /** A share that is nobody's fault, e.g. an average, stays calm below 100. */
  readonly calm?: boolean;
  /** Spoken name, e.g. 花名册完整度. */
  readonly label: string;
}

/** How much of what is required is there: a tick when all of it is, the share when not. */
export const CompletenessRing = ({ percent, size = 56, calm = false, label }: CompletenessRingProps) => {
  const complete = percent === 100;
  return (
    <RingProgress
      size={size}
      thickness={Math.max(4, Math.round(size / 11))}
      roundCaps
      flex="none"
      role="img"
      aria-label={`${label}：百分之 ${percent}`}
      sections={[{ value: percent, color: complete || calm ? 'teal.7' : 'orange.6' }]}
      label={
        complete ? (
          <IconCheck
            size={size / 3}
            color="var(--mantine-color-teal-7)"
            style={{ display: 'block', margin: 'auto' }}
          />
        ) : (
          <Text ta="center" fw={700} fz={size / 4.2}>
            {percent}
          </Text>
        )
      }
    />
  );
};
