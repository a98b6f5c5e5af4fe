import { charterSegments, type CharterFieldValues } from '../../../shared/domain/charter.ts';
import classes from './Charter.module.css';

interface FilledTextProps {
  readonly words: string;
  readonly values: CharterFieldValues;
}

/** Two fields of one name in one sentence are told apart by their place. */
const placed = (words: string) => charterSegments(words).map((segment, at) => ({ segment, key: `${at}` }));

/** Words of a charter with its facts filled in; what comes from the facts is marked, what is missing stands out. */
export const FilledText = ({ words, values }: FilledTextProps) =>
  placed(words).map(({ segment, key }) => {
    if ('text' in segment) return <span key={key}>{segment.text}</span>;
    const value = values[segment.field];
    return value === null ? (
      <span key={key} className={classes['blank']} title="备案事项里还没有填">
        {`〔${segment.field}〕`}
      </span>
    ) : (
      <span key={key} className={classes['field']} title={`来自备案事项：${segment.field}`}>
        {value}
      </span>
    );
  });
