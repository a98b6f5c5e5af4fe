import { Text } from '@mantine/core';
import type { FactLine } from './fact-lines.ts';
import classes from './FactList.module.css';

/** Facts in two columns; blanks are shown, so that nobody has to remember what is asked. */
export const FactList = ({ lines }: { readonly lines: readonly FactLine[] }) => (
  <dl className={classes['facts']}>
    {lines.map(({ label, value, wide }) => (
      <div key={label} className={wide ? classes['wide'] : ''}>
        <dt>{label}</dt>
        <dd>
          {value ?? (
            <Text span inherit c="dimmed">
              未填
            </Text>
          )}
        </dd>
      </div>
    ))}
  </dl>
);
