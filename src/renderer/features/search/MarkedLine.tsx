import { Fragment } from 'react';
import type { MarkedText } from '../../../shared/domain/search-text.ts';
import classes from './MarkedLine.module.css';

/** A text in which what was looked for stands out. */
export const MarkedLine = ({ text, marks }: MarkedText) => {
  const starts = [0, ...marks.map(([, to]) => to)];
  return marks.length === 0
    ? text
    : starts.map((start, index) => {
        const [from, to] = marks[index] ?? [text.length, text.length];
        return (
          <Fragment key={start}>
            {text.slice(start, from)}
            {from === to ? null : <mark className={classes['mark']}>{text.slice(from, to)}</mark>}
          </Fragment>
        );
      });
};
