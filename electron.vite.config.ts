import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      // The calendar is data: inlined, because an external JSON import loses its attribute in the bundle.
      externalizeDeps: { exclude: ['chinese-days'] },
      rollupOptions: {
        // Every process of the product but the renderer: they share one bundle folder, and worker entries lie
        // beside the chunks that start them.
        input: {
          index: at('src/main/index.ts'),
          'core-process': at('src/main/core-process.ts'),
          'chunk-worker': at('src/core/crypto/chunk-worker.ts'),
          'copy-worker': at('src/core/db/copy-worker.ts'),
          'preview-worker': at('src/core/previews/preview-worker.ts'),
          'scan-worker': at('src/core/scans/scan-worker.ts'),
          'page-worker': at('src/core/inspection/page-worker.ts'),
          cli: at('src/cli/main.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload is CommonJS and carries its dependencies.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: { rollupOptions: { input: { index: at('src/renderer/index.html') } } },
  },
});
