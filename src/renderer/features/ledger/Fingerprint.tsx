import classes from './Fingerprint.module.css';

/** A fingerprint in groups of four, large enough to be read out over the telephone. */
export const Fingerprint = ({ text }: { readonly text: string }) => (
  <div className={classes['groups']} role="group" aria-label="公钥指纹">
    {text.split(' ').map((group, index) => (
      // Groups have no identity but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className={classes['group']}>
        {group}
      </span>
    ))}
  </div>
);
