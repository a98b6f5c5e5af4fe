import { open, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { InstalledFonts } from '../ports.ts';
import { covers, sfntsIn, type Sfnt } from './sfnt.ts';

const endings: ReadonlySet<string> = new Set(['.ttf', '.ttc', '.otf', '.otc']);
const deepest = 6;
/** More is no office computer's; looking stops there. */
const mostFiles = 3000;

async function* fontFiles(folder: string, depth = 0): AsyncGenerator<string> {
  if (depth > deepest) return;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* fontFiles(path, depth + 1);
    else if (endings.has(extname(entry.name).toLowerCase())) yield path;
  }
}

const fontsIn = async (path: string): Promise<readonly Sfnt[]> => {
  const file = await open(path).catch(() => null);
  if (file === null) return [];
  try {
    return await sfntsIn(file);
  } catch {
    // A font that cannot be read is one that does not print.
    return [];
  } finally {
    await file.close();
  }
};

const key = (name: string): string => name.trim().toLowerCase();

const lookUp = (fonts: readonly Sfnt[]): InstalledFonts => {
  const names = new Set(fonts.flatMap((font) => font.names.map(key)));
  const all = [...new Set(fonts.map(({ coverage }) => coverage))];
  return {
    has: (name) => names.has(key(name)),
    anyCovers: (character) => all.some((each) => covers(each, character)),
  };
};

/** Files with sizes and times: what was read of them holds as long as these do. */
const markOf = async (path: string): Promise<string> => {
  const found = await stat(path).catch(() => null);
  return found === null ? '' : `${path}\0${found.size}\0${found.mtimeMs}`;
};

/**
 * Looks through folders of fonts, and again when something in them has changed: a clerk who installs a font and comes
 * back sees it.
 */
export const fontLibrary = (folders: readonly string[]): (() => Promise<InstalledFonts>) => {
  const known = new Map<string, readonly Sfnt[]>();
  return async () => {
    const found: Sfnt[] = [];
    let count = 0;
    for (const folder of folders) {
      for await (const path of fontFiles(folder)) {
        if ((count += 1) > mostFiles) return lookUp(found);
        const mark = await markOf(path);
        const fonts = known.get(mark) ?? (await fontsIn(path));
        known.set(mark, fonts);
        found.push(...fonts);
      }
    }
    return lookUp(found);
  };
};
