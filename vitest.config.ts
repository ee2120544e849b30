/** Three kinds of tests: pure ones, those with a real PostgreSQL, and stories in a real browser. */
import os from 'node:os'
import { defineConfig } from 'vitest/config'

/** Much of a test is waiting: also where there are only two processors two files run at once, but one at a time in the browser, and then nothing else. */
const maxWorkers = Math.max(2, os.availableParallelism() - 1)
const server = ['apps/server/src/testing/postgres.setup.ts']
export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: '.cache/test.json' }]],
    projects: [
      { test: { name: 'unit', include: ['apps/*/src/**/*.test.{ts,tsx}', 'packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/*.test.ts'], exclude: ['**/*.db.test.ts'], testTimeout: 30_000, maxWorkers } },
      { test: { name: 'db', include: ['apps/server/src/**/*.db.test.ts'], globalSetup: server, testTimeout: 60_000, hookTimeout: 60_000, maxWorkers } },
      { test: { name: 'e2e', include: ['apps/e2e/src/**/*.e2e.ts'], globalSetup: ['apps/e2e/src/browser.setup.ts'], testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
})
