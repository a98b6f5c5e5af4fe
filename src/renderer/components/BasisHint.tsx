import { Text, Tooltip } from '@mantine/core';

interface BasisHintProps {
  /** The policy clause, e.g. 第二条(三). */
  readonly basis: string;
}

/** The policy clause behind a step, one hover (or Tab) away. */
export const BasisHint = ({ basis }: BasisHintProps) => (
  <Tooltip label={`依据：${basis}`}>
    <Text span size="xs" c="dimmed" tabIndex={0} td="underline dotted" style={{ textUnderlineOffset: 3 }}>
      依据
    </Text>
  </Tooltip>
);
