/** Three kinds of tests: pure ones, those with a real PostgreSQL, and stories in a real browser. */
import { defineConfig } from 'vitest/config'

const server = ['apps/server/src/testing/postgres.setup.ts']
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test.json' }]],
    projects: [
      { test: { name: 'unit', include: ['apps/*/src/**/*.test.{ts,tsx}', 'packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/*.test.ts'], exclude: ['**/*.db.test.ts'], testTimeout: 30_000 } },
      { test: { name: 'db', include: ['apps/server/src/**/*.db.test.ts'], globalSetup: server, testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: 'e2e', include: ['apps/e2e/src/**/*.e2e.ts'], globalSetup: ['apps/e2e/src/browser.setup.ts'], testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false } },
    ],
  },
})
