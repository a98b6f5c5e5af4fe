const fullWidthOffset = 0xff01 - 0x21;

/** Full-width ASCII (０-９ Ａ-ｚ ＋－．) as its ordinary counterpart, and the ideographic space as a space. */
export const narrow = (text: string): string =>
  text
    .replaceAll(/[\uFF01-\uFF5E]/g, (character) =>
      String.fromCharCode(character.charCodeAt(0) - fullWidthOffset),
    )
    .replaceAll('\u3000', ' ');

const invisible = /(?![\t\n\r])\p{Cc}|[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * Text without characters that nobody can see: control characters, zero-width characters, direction overrides
 * and byte-order marks. Line breaks and tabs stay. Variation selectors stay, since they choose a rare character's form.
 */
export const withoutInvisible = (text: string): string => text.replaceAll(invisible, '');

/** Text without any white space, ordinary, ideographic or non-breaking. */
export const withoutSpaces = (text: string): string => text.replaceAll(/[\s\u3000\u00A0]+/g, '');

/** What clerks put where there is nothing to say: a dash, a slash, 无, 不详… */
export const isPlaceholder = (text: string): boolean =>
  /^(?:[-—–－/／\\*]+|无|没有|空|未知|不详|不明|待定|待补|暂无|暂缺|N\/A)$/i.test(text);

/** Number of characters as people count them: a supplementary-plane character is one. */
export const characterCount = (text: string): number => Array.from(text).length;
