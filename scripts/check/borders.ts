/** Who may import whom. Runtime borders are packages; this keeps them. */
import type { Check } from './files.ts'

interface Border { readonly from: RegExp; readonly may: readonly RegExp[]; readonly why: string }

const relative = /^\.\.?\//
const BORDERS: readonly Border[] = [
  { from: /^packages\/domain\/src\/.*\.test\.ts$|^packages\/domain\/src\/(testing|rules\.test)\.ts$/, may: [relative, /^vitest$/, /^fast-check$/, /^node:/], why: 'tests of the law use the law' },
  { from: /^packages\/domain\//, may: [relative], why: 'the law imports nothing' },
  { from: /^packages\/messages\//, may: [relative, /^@draagvlak\/domain\//, /^vitest$/, /^node:/], why: 'words know the names of refusals' },
  { from: /^packages\/editor\//, may: [relative, /^@draagvlak\/domain\//, /^@tiptap\//, /^yjs$/, /^y-protocols\//, /^canonicalize$/, /^@noble\/hashes\//, /^vitest$/, /^fast-check$/, /^happy-dom$/], why: 'the paper knows no React, no server and no wire' },
  { from: /^packages\/sync\/src\/(.*\.test|kept-seeds|testing.*)\.ts$/, may: [relative, /^yjs$/, /^y-protocols\//, /^lib0\//, /^y-websocket$/, /^y-indexeddb$/, /^fake-indexeddb$/, /^ws$/, /^vitest$/, /^fast-check$/, /^node:/], why: 'tests of the wire use the wire' },
  { from: /^packages\/sync\//, may: [relative, /^yjs$/, /^y-protocols\//, /^lib0\//, /^y-websocket$/, /^vitest$/], why: 'the wire knows peers and bytes, not statements or partners' },
  { from: /^packages\/api\//, may: [relative, /^zod\/mini$/, /^@draagvlak\/domain\//, /^vitest$/], why: 'the door knows the law and its shapes' },
  { from: /^apps\/server\/src\/sync\/full-disk\.db\.test\.ts$/, may: [/^(?!react|@tiptap\/react)/], why: 'what a browser says of a full disk is told with the browser\'s own end of the wire' },
  { from: /^apps\/server\//, may: [/^(?!react|@tiptap\/react|@draagvlak\/sync\/client$)/], why: 'the house has no screens' },
  { from: /^apps\/web\/src\/sign\//, may: [relative, /^react/, /^lucide-react$/, /^@draagvlak\/(api|domain|messages)\//, /^@draagvlak\/editor\/(address|kinds|lists|passage|passage-name)$/, /^vitest$/, /^fast-check$/], why: 'the page of people without an account is a small entry of its own' },
  { from: /^apps\/web\//, may: [/^(?!node:|@draagvlak\/sync\/room$|hono|pg$|kysely)/], why: 'the desk runs in a browser' },
  { from: /^apps\/e2e\//, may: [relative, /^playwright-core$/, /^axe-core/, /^vitest/, /^node:/, /^pg$/, /^@sparticuz\//], why: 'stories see only what a person sees' },
]
const IMPORT = /(?:^|\n)\s*(?:import|export)\s+(?:type\s+)?(?:[^'"\n]*?\sfrom\s+)?['"]([^'"]+)['"]/g

export const borders: Check = (sources) => sources.filter(({ path }) => /\.tsx?$/.test(path)).flatMap(({ path, text }) => {
  const border = BORDERS.find(({ from }) => from.test(path))
  if (!border || path === 'apps/e2e/src/browser.setup.ts') return []
  const imports = [...text.matchAll(IMPORT)].map(([, name]) => name!)
  return [
    ...imports.filter((name) => !border.may.some((allowed) => allowed.test(name))).map((name) => `${path}: may not import ${name}: ${border.why}`),
    ...imports.filter((name) => relative.test(name) && leavesPackage(path, name)).map((name) => `${path}: ${name} leaves its package; import it by the package's name`),
  ]
})

function leavesPackage(path: string, name: string): boolean {
  const base = path.split('/').slice(0, 2).join('/')
  const at = path.split('/').slice(0, -1)
  for (const part of name.split('/')) {
    if (part === '..') at.pop()
    else if (part !== '.') at.push(part)
  }
  return !at.join('/').startsWith(`${base}/`)
}
