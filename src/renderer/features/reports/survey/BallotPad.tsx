import { Text } from '@mantine/core';
import { surveyAnswerLabels } from '../../../../shared/labels/survey.ts';
import { answerKeys, type AnswerKey } from './ballot-pad.ts';
import classes from './BallotPad.module.css';

interface BallotPadProps {
  readonly items: readonly string[];
  readonly ballot: string;
  readonly onAnswer: (letter: AnswerKey['letter']) => void;
}

const wordOf = ({ answer }: AnswerKey): string => (answer === null ? '未填' : surveyAnswerLabels[answer]);

/** The ballot in hand: what is answered, which item is next, and the keys. */
export const BallotPad = ({ items, ballot, onAnswer }: BallotPadProps) => (
  <ol className={classes['pad']}>
    {items.map((item, index) => {
      const letter = ballot[index];
      const current = index === ballot.length;
      return (
        // Items are known by their place.
        <li key={index} className={classes['item']} aria-current={current ? 'step' : undefined}>
          <Text span size="sm" flex={1}>
            {index + 1}. {item}
          </Text>
          {answerKeys.map((answerKey) => (
            <button
              key={answerKey.key}
              type="button"
              tabIndex={-1}
              className={classes['answer']}
              aria-pressed={letter === answerKey.letter}
              aria-label={`${item} ${wordOf(answerKey)}`}
              disabled={!current}
              onClick={() => onAnswer(answerKey.letter)}
            >
              <kbd>{answerKey.key}</kbd> {wordOf(answerKey)}
            </button>
          ))}
        </li>
      );
    })}
  </ol>
);
