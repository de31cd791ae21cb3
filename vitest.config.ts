import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // Some compile the program first, on machines that have other work too.
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
