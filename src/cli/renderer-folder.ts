import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CommandError } from './command-error.ts';

/** The built screens: out/renderer, two levels above src/cli as well as beside the bundle in out/main. */
export const rendererFolder = async (): Promise<string> => {
  const folder = resolve(import.meta.dirname, '../../out/renderer');
  await access(resolve(folder, 'index.html')).catch(() => {
    throw new CommandError('The screens are not built yet: run npm run build.');
  });
  return folder;
};
