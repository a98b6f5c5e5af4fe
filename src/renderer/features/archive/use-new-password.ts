import { useState } from 'react';

/** Fewest characters of a password; the core holds the same line and has the last word. */
export const minimumPasswordLength = 8;

export interface NewPassword {
  readonly first: string;
  readonly second: string;
  readonly setFirst: (value: string) => void;
  readonly setSecond: (value: string) => void;
  /** Long enough and typed alike twice. */
  readonly ready: boolean;
  readonly firstError: string | undefined;
  readonly secondError: string | undefined;
}

/** A new password, typed twice. */
export const useNewPassword = (): NewPassword => {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const short = [...first.normalize('NFKC')].length < minimumPasswordLength;
  return {
    first,
    second,
    setFirst,
    setSecond,
    ready: !short && first === second,
    firstError: first !== '' && short ? `至少 ${minimumPasswordLength} 个字` : undefined,
    secondError: second !== '' && first !== second ? '两次输入的密码不一样' : undefined,
  };
};
