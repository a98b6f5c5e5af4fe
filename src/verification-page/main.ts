import {
  judgeOffline,
  type OfflineVerdict,
  type VerificationPageData,
} from '../shared/domain/verification-page.ts';
import { endedWords, statementLines, verdictWords, type VerdictTone } from '../shared/labels/verification.ts';
import { keyHolder, provenList } from './office-keys.ts';
import { textsOn } from './read-picture.ts';

const find = <E extends Element>(selector: string, kind: new () => E): E => {
  const element = document.querySelector(selector);
  if (!(element instanceof kind)) throw new Error(`no ${selector}`);
  return element;
};

const make = (tag: string, className: string, text: string): HTMLElement => {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

// The page is made for one office; what it carries was written by the program that made it.
const data = JSON.parse(find('#data', HTMLScriptElement).text) as VerificationPageData;
const list = provenList(data);
const holds = keyHolder(data);
const result = find('#result', HTMLElement);
const typed = find('#code', HTMLTextAreaElement);

const marks: Readonly<Record<VerdictTone, string>> = { genuine: '✓', doubtful: '！', false: '✕', none: '？' };

const today = (): string => {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const factsOf = (verdict: OfflineVerdict): readonly (readonly [string, string])[] => {
  if ('statement' in verdict) return statementLines(verdict.statement);
  if (verdict.kind !== 'unsigned') return [];
  return [
    ['组织名称', verdict.organizationName],
    ['备案号', verdict.filingNumber],
  ];
};

const hintsOf = (verdict: OfflineVerdict, asOf: string): string[] => {
  if (verdict.kind === 'ended' && verdict.end !== null) return [`${endedWords[verdict.end]}。`];
  if (verdict.kind !== 'in-force') return [];
  return [
    verdict.newerThanList
      ? `本页的停用名单截至 ${asOf}，这本证书发得更晚，现状请问发证机关。`
      : `停用名单截至 ${asOf}；以后的变化请问发证机关，或换用新的核验页。`,
  ];
};

const show = (tone: VerdictTone, title: string, text: string, more: readonly HTMLElement[] = []): void => {
  result.className = `result ${tone}`;
  result.replaceChildren(
    make('div', 'mark', marks[tone]),
    make('h2', '', title),
    make('p', '', text),
    ...more,
  );
  result.hidden = false;
  result.scrollIntoView({ block: 'nearest' });
};

const showVerdict = (verdict: OfflineVerdict, asOf: string): void => {
  const { tone, title: words, text } = verdictWords[verdict.kind];
  // Without the archive nobody knows how it stands at this moment.
  const title = verdict.kind === 'in-force' ? '真证书，不在停用名单上' : words;
  const facts = document.createElement('dl');
  if (tone === 'false') facts.className = 'unproven';
  for (const [name, value] of factsOf(verdict)) facts.append(make('dt', '', name), make('dd', '', value));
  const hints = hintsOf(verdict, asOf).map((hint) => make('p', 'hint', hint));
  show(tone, title, text, facts.childElementCount > 0 ? [facts, ...hints] : hints);
};

const check = (text: string): void => {
  if (list === null) {
    show('false', '本核验页被改动过', '页内名单的签名不符，请向发证机关要一份新的核验页。');
    return;
  }
  showVerdict(judgeOffline(text, holds, list, today()), list.asOf);
};

const checkPicture = async (file: Blob | undefined): Promise<void> => {
  if (file === undefined) return;
  show('none', '正在识别…', '请稍候。');
  try {
    const texts = await textsOn(file);
    const [first] = texts;
    if (first === undefined) {
      show('none', '图片里没有找到二维码', '请把证书左下角的二维码拍大、拍正、拍清楚，再试一次。');
      return;
    }
    check(
      texts.find(
        (text) => verdictWords[judgeOffline(text, holds, { asOf: '', ended: [] }, '').kind].tone !== 'none',
      ) ?? first,
    );
  } catch {
    show('none', '这个文件不能识别', '请换 JPG 或 PNG 图片；也可以用扫码枪，或者把扫出的数字粘贴到上面。');
  }
};

const about = find('#about', HTMLElement);
about.replaceChildren(
  ...data.keys.flatMap(({ id, fingerprint, retiredOn }) => [
    make('dt', '', `公钥 ${id}${retiredOn === null ? '' : `（${retiredOn} 停用，以前的证书仍用它核验）`}`),
    make('dd', 'fingerprint', fingerprint),
  ]),
);
find('#office', HTMLElement).textContent = data.authority;
find('#made', HTMLElement).textContent =
  `${data.office} ${data.madeOn} 制作　停用名单共 ${list?.ended.length ?? 0} 本`;

find('#form', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  check(typed.value);
  typed.select();
});
typed.addEventListener('keydown', (event) => {
  // A scanner that types ends with this key; digits need no second line.
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  find('#form', HTMLFormElement).requestSubmit();
});
const picture = find('#picture', HTMLInputElement);
picture.addEventListener('change', () => {
  void checkPicture(picture.files?.[0]);
  picture.value = '';
});
document.addEventListener('dragover', (event) => event.preventDefault());
document.addEventListener('drop', (event) => {
  event.preventDefault();
  void checkPicture(event.dataTransfer?.files[0]);
});
document.addEventListener('paste', (event) => {
  const file = event.clipboardData?.files[0];
  if (file) void checkPicture(file);
});
typed.focus();
