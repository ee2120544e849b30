import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { logoHeaders } from './logo-headers.ts'
import { LARGEST_UPLOAD, measureLogo } from './measure-logo.ts'

const drawing = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80"><rect width="320" height="80" fill="#174"/></svg>')

/** A worker that does what a hostile file would make the real one do. */
function workerThat(does: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'worker-')), 'worker.mjs')
  writeFileSync(path, does)
  return path
}

test('[G1] a logo is taken in by a process of its own, and comes back with facts and a preview', async () => {
  const result = await measureLogo(drawing)
  expect(result).toMatchObject({ ok: true, mediaType: 'image/svg+xml', facts: { width: 320, height: 80 } })
  if (result.ok) expect([...result.preview.subarray(1, 4)]).toEqual([...Buffer.from('PNG')])
}, 20_000)

test('[G1] the same bytes give the same stored bytes, so that a logo is named by its hash', async () => {
  const [a, b] = await Promise.all([measureLogo(drawing), measureLogo(drawing)])
  expect(a).toEqual(b)
}, 20_000)

test('[G1] no file, and a file that is too large, never reach the process', async () => {
  expect(await measureLogo(new Uint8Array())).toEqual({ ok: false, because: 'empty-file' })
  expect(await measureLogo(new Uint8Array(LARGEST_UPLOAD + 1))).toEqual({ ok: false, because: 'too-many-bytes' })
})

test('[G1] a file that takes too long, too much memory, or kills the process is refused', async () => {
  const limits = { milliseconds: 500, megabytes: 256 }
  expect(await measureLogo(drawing, { limits, workerPath: workerThat('for (;;) {}') })).toEqual({ ok: false, because: 'too-heavy' })
  expect(await measureLogo(drawing, { workerPath: workerThat('process.exit(77)') })).toEqual({ ok: false, because: 'too-heavy' })
  expect(await measureLogo(drawing, { workerPath: workerThat('process.kill(process.pid, "SIGSEGV")') })).toEqual({ ok: false, because: 'damaged' })
}, 20_000)

test('a worker that is missing or broken is a fault, never blamed on the file', async () => {
  await expect(measureLogo(drawing, { workerPath: join(tmpdir(), 'no-such-worker.mjs') })).rejects.toThrow(/no-such-worker/)
  await expect(measureLogo(drawing, { workerPath: workerThat('throw new Error("broken")') })).rejects.toThrow(/broken/)
})

test('the process sees nothing of our environment', async () => {
  process.env['SECRET_FOR_TEST'] = 'hidden'
  const worker = workerThat('if (process.env.SECRET_FOR_TEST) throw new Error("leaked"); process.exit(77)')
  expect(await measureLogo(drawing, { workerPath: worker })).toEqual({ ok: false, because: 'too-heavy' })
})

test('[G1] a logo is served so that nothing in it can run or fetch', () => {
  expect(logoHeaders('image/svg+xml')).toMatchObject({
    'Content-Type': 'image/svg+xml',
    'Content-Security-Policy': 'default-src \'none\'; style-src \'unsafe-inline\'; sandbox',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'public, max-age=31536000, immutable',
  })
})
