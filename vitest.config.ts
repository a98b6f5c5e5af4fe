import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const node = (name: string, include: string[], timeout = 30_000) => ({
  extends: true as const,
  test: { name, include, environment: 'node' as const, testTimeout: timeout, hookTimeout: timeout },
});

export default defineConfig({
  plugins: [react()],
  test: {
    // One worker for each processor: the default leaves one idle, half of a two-processor machine.
    maxWorkers: '100%',
    projects: [
      node('shared', ['test/shared/**/*.test.ts']),
      node('core', ['test/core/**/*.test.ts', 'test/migrations/**/*.test.ts'], 60_000),
      node('hosts', ['test/hosts/**/*.test.ts'], 60_000),
      node('house', ['test/house/**/*.test.ts'], 120_000),
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/support/jsdom-setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
});
