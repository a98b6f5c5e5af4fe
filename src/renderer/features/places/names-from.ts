const run = /^(?<before>\D*)(?<from>\d{1,5})\s*[-—～~至]\s*(?<to>\d{1,5})(?<after>\D*)$/u;
const longestRun = 500;

const runOf = (line: string): readonly string[] | null => {
  const { before = '', from = '', to = '', after = '' } = run.exec(line)?.groups ?? {};
  const [first, last] = [Number(from), Number(to)];
  if (from === '' || last <= first || last - first >= longestRun) return null;
  // 01-20 keeps its zeros.
  const digits = from.startsWith('0') ? from.length : 0;
  return Array.from(
    { length: last - first + 1 },
    (_, at) => `${before}${String(first + at).padStart(digits, '0')}${after}`,
  );
};

/** Names out of typed lines, each once; a line like `1-20 号盒` stands for all in between. */
export const namesFrom = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .flatMap((line) => runOf(line) ?? [line]),
  ),
];
