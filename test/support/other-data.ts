// Coded values and ids stay as they are: they say which paper it is, not what it says.
const isCode = (text: string): boolean => /^[a-z0-9/-]*$/i.test(text);

const otherText = (text: string): string => {
  if (/^\d{4}-\d\d/.test(text)) return text.replace(/^\d{4}/, (year) => String(Number(year) - 19));
  if (/^\d+$/.test(text)) return text.replaceAll(/\d/g, (digit) => String((Number(digit) + 5) % 10));
  if (isCode(text)) return text;
  // Every letter another one, nothing longer or shorter.
  return text.replaceAll(/\p{Script=Han}/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 7));
};

/** The same data with every text, day and number another one, for everything that is not a code. */
export const otherData = <Data>(data: Data): Data => {
  const vary = (value: unknown, key: string): unknown => {
    if (value instanceof Uint8Array) return value;
    if (Array.isArray(value)) return value.map((each) => vary(each, key));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, vary(each, name)]));
    if (typeof value === 'string') return key === 'policyTitle' || key === 'id' ? value : otherText(value);
    return typeof value === 'number' && key !== 'copies' ? value + 1 : value;
  };
  // Same shape, other leaves.
  return vary(data, '') as Data;
};
