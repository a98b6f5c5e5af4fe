// What Windows, macOS or a zip reader would not take in a name.
const unsafe = /[\\/:*?"<>|]|\p{Cc}|\p{Cf}|\p{Surrogate}/gu;

const safe = (text: string): string =>
  Array.from(text.replaceAll(unsafe, ''))
    .slice(0, 60)
    .join('')
    .replace(/[. ]+$/, '');

/** File names that no other document of the batch has, whatever the organizations are called. */
export class DocumentFileNames {
  readonly #taken = new Set<string>();

  /** e.g. 备案证书_阳光里夕阳红舞蹈队.docx; a second one gets （2）. */
  next(label: string, name: string, extension: string): string {
    const stem = `${label}_${safe(name) || '未命名'}`;
    for (let copy = 1; ; copy += 1) {
      const candidate = `${stem}${copy === 1 ? '' : `（${copy}）`}.${extension}`;
      if (this.#taken.has(candidate.toLowerCase())) continue;
      this.#taken.add(candidate.toLowerCase());
      return candidate;
    }
  }
}
