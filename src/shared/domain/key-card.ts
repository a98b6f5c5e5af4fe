import { z } from 'zod';
import { isoDate } from './dates.ts';

/** Public keys of a bureau or an office as they are handed over: as text, on paper, as a QR picture. */
export const keyCard = z.object({
  /** Whose keys they are. */
  name: z.string().trim().min(1).max(60),
  /** `age1…`: packages are encrypted to it. */
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  /** minisign public key: receipts (of a bureau) or packages (of an office) are signed with it; null on old cards. */
  signingKey: z
    .string()
    .regex(/^RW[0-9A-Za-z+/]{54}$/)
    .nullable(),
  /** Last day of use; null where none is set. */
  validUntil: isoDate.nullable(),
});
export type KeyCard = z.infer<typeof keyCard>;

/** What of a card its fingerprint stands for: everything but the name, which anybody may change. */
export const fingerprintedText = ({
  recipient,
  signingKey,
  validUntil,
}: Pick<KeyCard, 'signingKey' | 'validUntil'> & { readonly recipient: string | null }): string =>
  [recipient, signingKey, validUntil].filter((each) => each !== null).join('\n');

const labels = {
  name: '单位',
  recipient: '公钥',
  signingKey: '签名公钥',
  validUntil: '有效期至',
} as const satisfies Readonly<Record<keyof KeyCard, string>>;

/** The card as text, for a file, a mail, or a QR picture: labelled lines that people can read too. */
export const keyCardText = (card: KeyCard): string =>
  [
    `${labels.name}：${card.name}`,
    `${labels.recipient}：${card.recipient}`,
    ...(card.signingKey === null ? [] : [`${labels.signingKey}：${card.signingKey}`]),
    ...(card.validUntil === null ? [] : [`${labels.validUntil}：${card.validUntil}`]),
  ].join('\n');

const labelled = (text: string, label: string): string | null =>
  new RegExp(`^\\s*${label}\\s*[：:]\\s*(\\S.*?)\\s*$`, 'm').exec(text)?.[1] ?? null;

/**
 * Reads what somebody pasted, scanned or opened: a whole card, or a bare `age1…`. Case of the recipient and what stands
 * around it do not matter; every other line has to be whole.
 *
 * @param name used where the text names nobody
 * @returns null where there is no recipient in it, or a line of the card is broken
 */
export const readKeyCard = (text: string, name: string): KeyCard | null => {
  const recipient = /\bage1[02-9ac-hj-np-z]{58}\b/.exec(text.toLowerCase())?.[0];
  const parsed = keyCard.safeParse({
    name: name.trim() === '' ? (labelled(text, labels.name) ?? '接收单位') : name,
    recipient,
    signingKey: labelled(text, labels.signingKey),
    validUntil: labelled(text, labels.validUntil),
  });
  return parsed.success ? parsed.data : null;
};

/** How a key stands on a day. */
export const keyStandings = ['valid', 'expiring', 'expired'] as const;
export type KeyStanding = (typeof keyStandings)[number];
