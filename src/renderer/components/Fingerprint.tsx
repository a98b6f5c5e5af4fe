import { Text } from '@mantine/core';
import classes from './Fingerprint.module.css';

interface FingerprintProps {
  readonly text: string;
  readonly words?: readonly string[];
  /** Groups at the end that are not shown, because a person still has to hear them. */
  readonly unheard?: number;
}

/** A fingerprint in groups of four and in words, large enough to be read out over the telephone. */
export const Fingerprint = ({ text, words = [], unheard = 0 }: FingerprintProps) => (
  <div className={classes['fingerprint']}>
    <div className={classes['groups']} role="group" aria-label="公钥指纹">
      {text.split(' ').map((group, index, groups) => (
        // Groups have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} className={classes['group']}>
          {index < groups.length - unheard ? group : '••••'}
        </span>
      ))}
    </div>
    {words.length === 0 ? null : (
      <Text size="sm" mt={6} aria-label="指纹词">
        {words.join('　')}
      </Text>
    )}
  </div>
);
