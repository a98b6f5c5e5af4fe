const reference = /&#(?:x([0-9a-fA-F]+)|(\d+));/g;

const isCharacter = (code: number): boolean =>
  code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && Number.isInteger(code);

/**
 * Numeric character references as the characters they name. The spreadsheet reader turns references above
 * U+FFFF (`&#134071;` = 𠮷) into wrong characters, since it looks at their low 16 bits only; so rare Chinese
 * characters are resolved before it sees them. References to ASCII stay, since markup characters hide behind them,
 * and so do halves of a surrogate pair, which the reader joins rightly.
 */
export const resolveReferences = (xml: string): string =>
  xml.replaceAll(reference, (written, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code < 0x80 || (code >= 0xd800 && code <= 0xdfff)) return written;
    return isCharacter(code) ? String.fromCodePoint(code) : '\uFFFD';
  });
