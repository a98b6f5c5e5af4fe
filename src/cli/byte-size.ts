import { CommandError } from './command-error.ts';

const units: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  m: 1e6,
  g: 1e9,
  ki: 2 ** 10,
  mi: 2 ** 20,
  gi: 2 ** 30,
};

/** `700MB`, `20m`, `4GiB`, `650000`: bytes. @throws CommandError */
export const byteSize = (text: string): number => {
  const match = /^(\d+(?:\.\d+)?)\s*(k|m|g|ki|mi|gi)?b?$/i.exec(text.trim());
  const bytes = Math.floor(Number(match?.[1]) * (units[(match?.[2] ?? '').toLowerCase()] ?? Number.NaN));
  if (!(bytes >= 1024)) throw new CommandError(`${text} is no size of a part; e.g. 700MB, at least 1KB.`);
  return bytes;
};
