import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

export const pageScriptPath: string = resolve(root, 'resources/verification-page.js');

/** The program of 核验页 in one piece, with the libraries that it needs. */
export const pageScript = async (): Promise<string> => {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: resolve(root, 'src/verification-page/main.ts'),
        formats: ['iife'],
        name: 'verificationPage',
      },
      minify: true,
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('the build made no output');
  return output.output[0].code;
};
