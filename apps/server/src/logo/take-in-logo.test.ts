import { readdirSync, readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { layOutWall, opticalArea, SCREEN_WALL } from '@draagvlak/domain/logo-wall'
import type { Color } from 'sharp'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { takeInLogo } from './take-in-logo.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const svg = (attributes: string, inside: string) => bytesOf(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)

async function taken(bytes: Uint8Array) {
  const result = await takeInLogo(bytes)
  if (!result.ok) throw new Error(`refused: ${result.because}`)
  return { ...result, text: new TextDecoder().decode(result.bytes) }
}
const because = async (bytes: Uint8Array) => {
  const result = await takeInLogo(bytes)
  return result.ok ? null : result.because
}
const orange = { r: 240, g: 120, b: 20 }
const solid = (width: number, height: number, background: Color = orange) => sharp({ create: { width, height, channels: 3, background } })
/** A bar in orange, somewhere on white. */
const bar = (width: number, height: number) => solid(width, height, '#fff').composite([{ input: { create: { width: Math.round(width / 2), height: Math.round(height / 4), channels: 3, background: orange } }, left: 4, top: 8 }])

async function centreOf(bytes: Uint8Array) {
  const { data } = await sharp(bytes).flatten({ background: '#fff' }).removeAlpha().resize(1, 1, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer({ resolveWithObject: true })
  return [...data]
}

describe('the size of a drawing', () => {
  const bar320 = '<rect width="320" height="80" fill="#174"/>'

  test.each([
    ['without sizes', 'viewBox="0 0 320 80"', 'size-set'],
    ['at 100 %', 'viewBox="0 0 320 80" width="100%"', 'size-set'],
    ['in points', 'viewBox="0 0 320 80" width="320pt" height="80pt"', null],
    ['in millimetres, without viewBox', 'width="320mm" height="80mm"', null],
    ['with neither viewBox nor size', '', 'size-measured-from-ink'],
  ])('[G1] a drawing %s stands four to one', async (_, attributes, note) => {
    const inside = attributes.includes('mm') ? '<rect width="1210" height="303" fill="#174"/>' : bar320
    const { facts, text } = await taken(svg(attributes, inside))
    expect(facts.width / facts.height).toBeCloseTo(4, 1)
    expect(facts.boxWidth / facts.boxHeight).toBeCloseTo(4, 1)
    expect(text).toMatch(/^<svg [^>]*width="[\d.]+" height="[\d.]+" viewBox="/)
    if (note !== null) expect(facts.notes).toContain(note)
  })

  test('[G1] a drawing without a size is found wherever it lies', async () => {
    const { facts } = await taken(svg('', '<g transform="translate(-900 400)"><rect width="320" height="80" fill="#174"/></g>'))
    expect(facts.width).toBeCloseTo(320, -1)
    expect(facts.inkBox.width).toBeGreaterThan(0.97)
  })

  test('[G1] a drawing of a thousandth of a unit keeps its proportions', async () => {
    const { facts } = await taken(svg('viewBox="0 0 0.32 0.08"', '<rect width=".32" height=".08" fill="#174"/>'))
    expect([facts.width, facts.height]).toEqual([512, 128])
  })
})

describe('what a logo is', () => {
  test('[G1] margins are seen: the ink box says where the logo is', async () => {
    const { facts } = await taken(svg('viewBox="0 0 400 200" width="400" height="200"', '<rect x="100" y="50" width="200" height="100" fill="#000"/>'))
    expect(facts.inkBox).toEqual({ x: 0.25, y: 0.25, width: 0.5, height: 0.5 })
    expect(facts.ink).toBeCloseTo(400 * 200, -1)
    expect(facts).toMatchObject({ transparent: true, background: 'transparent', readsOn: 'light', fitForPrint: true, notes: [] })
  })

  test('[G1] lettering that depends on a font is not fit for print, and its owner is told', async () => {
    const { facts } = await taken(svg('viewBox="0 0 320 80"', '<text x="10" y="60" font-family="Gotham" font-size="60">ActiZ</text>'))
    expect(facts).toMatchObject({ hasText: true, fitForPrint: false })
    expect(facts.notes).toContain('lettering-needs-outlines')
  })

  test('[G1] white lettering on nothing was made for a dark ground', async () => {
    const { facts } = await taken(svg('viewBox="0 0 320 80"', '<circle cx="40" cy="40" r="30" fill="#17a"/><g fill="#fff"><rect x="90" y="10" width="40" height="60"/><rect x="150" y="10" width="40" height="60"/><rect x="210" y="10" width="40" height="60"/></g>'))
    expect(facts).toMatchObject({ readsOn: 'dark', background: 'transparent' })
    expect(facts.notes).toContain('needs-dark-ground')
  })

  test('[G1] white lettering in a coloured box reads on white', async () => {
    const { facts } = await taken(svg('viewBox="0 0 320 80"', '<rect width="320" height="80" fill="#17a"/><rect x="90" y="10" width="40" height="60" fill="#fff"/>'))
    expect(facts).toMatchObject({ readsOn: 'light', background: 'coloured', transparent: false })
  })

  test('[G1] a filter goes, and the owner is told that it looks different', async () => {
    const { facts } = await taken(svg('viewBox="0 0 100 50"', '<filter id="f"><feFlood flood-color="red"/></filter><rect filter="url(#f)" width="100" height="50" fill="#17a"/>'))
    expect(facts.notes).toEqual(expect.arrayContaining(['filters-removed', 'looks-different']))
  })

  test('[G1] a bitmap inside a drawing is written anew and named', async () => {
    const inner = await bar(80, 40).withExif({ IFD0: { Artist: 'P. Jansen' } }).png().toBuffer()
    const { facts, text } = await taken(svg('viewBox="0 0 80 40" width="80" height="40"', `<image width="80" height="40" href="data:image/png;base64,${inner.toString('base64')}"/>`))
    expect(facts).toMatchObject({ hasRaster: true, fitForPrint: false })
    expect(facts.notes).toEqual(['contains-bitmap'])
    expect(Buffer.from(/base64,([^"]+)/.exec(text)?.[1] ?? '', 'base64').includes('Jansen')).toBe(false)
  })
})

describe('bitmaps', () => {
  test('[G1] a JPEG in the four colours of print stays orange', async () => {
    const sent = await solid(300, 200).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer()
    expect((await sharp(sent).metadata()).space).toBe('cmyk')
    const { facts, bytes, mediaType } = await taken(sent)
    const [red = 0, green = 0, blue = 0] = await centreOf(bytes)
    expect(red).toBeGreaterThan(200)
    expect(green).toBeGreaterThan(70)
    expect(green).toBeLessThan(160)
    expect(blue).toBeLessThan(90)
    expect(mediaType).toBe('image/png')
    expect(facts.notes).toEqual(expect.arrayContaining(['colours-to-srgb', 'stored-as-png']))
  })

  test('[G1] a photograph\'s turn is carried out, and what it tells of its maker goes', async () => {
    const sent = await bar(300, 100).jpeg().withExif({ IFD0: { Artist: 'P. Jansen' } }).withMetadata({ orientation: 6, exif: { IFD0: { Artist: 'P. Jansen' } } }).toBuffer()
    const { facts, bytes } = await taken(sent)
    expect([facts.width, facts.height]).toEqual([100, 300])
    expect(Buffer.from(bytes).includes('Jansen')).toBe(false)
    expect(facts.notes).toEqual(expect.arrayContaining(['turned-upright', 'hidden-information-removed', 'too-coarse-for-print']))
  })

  test('[G1] a PNG keeps every pixel; only what lies behind it goes', async () => {
    const sent = await bar(700, 300).png().toBuffer()
    const { facts, bytes } = await taken(Buffer.concat([sent, Buffer.from('PK\u0003\u0004 a whole archive')]))
    expect(await sharp(bytes).raw().toBuffer()).toEqual(await sharp(sent).raw().toBuffer())
    expect(Buffer.from(bytes).includes('archive')).toBe(false)
    expect(facts).toMatchObject({ format: 'png', stored: 'png', background: 'light', transparent: false })
    expect(facts.notes).toContain('hidden-information-removed')
  })

  test('[G1] a huge bitmap is brought down to what print needs', async () => {
    const { facts } = await taken(await bar(4000, 2000).png().toBuffer())
    expect([facts.width, facts.height, facts.fitForPrint]).toEqual([2400, 1200, true])
    expect(facts.notes).toEqual(['scaled-down'])
  })
})

describe('what is refused', () => {
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }

  test.each([
    ['GIF', bytesOf('GIF89a......'), 'is-gif'],
    ['WebP', bytesOf('RIFF0000WEBPVP8 '), 'is-webp'],
    ['HEIC', bytesOf('\0\0\0\u0018ftypheic....'), 'is-heic'],
    ['AVIF', bytesOf('\0\0\0\u0018ftypavif....'), 'is-avif'],
    ['PDF, also from Illustrator', bytesOf('%PDF-1.6 ...'), 'is-pdf'],
    ['EPS', bytesOf('%!PS-Adobe-3.0 EPSF-3.0'), 'is-eps'],
    ['a Word file', bytesOf('PK\u0003\u0004[Content_Types].xml'), 'is-zip'],
    ['a web page', bytesOf('<!doctype html><svg onload=alert(1)>'), 'is-html'],
    ['a letter', bytesOf('Hierbij ons logo.'), 'is-not-a-picture'],
    ['a compressed drawing', deflateRawSync('x'), 'is-not-a-picture'],
  ] as const)('[G1] %s is named for what it is', async (_, bytes, code) => {
    expect(await because(bytes)).toBe(code)
  })

  test('[G1] a PNG or JPEG cut off halfway is damaged', async () => {
    const noise = sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff', noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    const [png, jpeg] = await Promise.all([noise.clone().png().toBuffer(), noise.clone().jpeg().toBuffer()])
    expect(await because(png.subarray(0, png.length / 2))).toBe('damaged')
    expect(await because(jpeg.subarray(0, jpeg.length / 2))).toBe('damaged')
  })

  test('[G1] a moving PNG, and one that claims to be a kilometre wide', async () => {
    const still = await bar(300, 200).png().toBuffer()
    const moving = Buffer.concat([still.subarray(0, 33), chunk('acTL', Buffer.alloc(8)), still.subarray(33)])
    expect(await because(moving)).toBe('animated')
    const wide = Buffer.from(still)
    wide.writeUInt32BE(1_000_000, 16)
    wide.writeUInt32BE(1_000_000, 20)
    expect(await because(wide)).toMatch(/damaged|too-many-pixels/)
  })

  test('[G1] a whole PNG of more pixels than can be drawn is called too large, not damaged', async () => {
    expect(await because(await solid(8000, 8000).png().toBuffer())).toBe('too-many-pixels')
  })

  test('[G1] an empty drawing, white paper and a speck', async () => {
    expect(await because(svg('viewBox="0 0 100 50"', ''))).toBe('nothing-to-see')
    expect(await because(svg('', '<g/>'))).toBe('nothing-to-see')
    expect(await because(await solid(300, 200, '#fff').png().toBuffer())).toBe('nothing-to-see')
    expect(await because(await solid(20, 20).png().toBuffer())).toBe('too-few-pixels')
  })
})

test('[G5] twelve very different logos come within a quarter of each other, or say which limit held them back', async () => {
  const directory = new URL('../demo/logos/', import.meta.url)
  const names = readdirSync(directory).filter(it => it.endsWith('.svg') && !/-een-kleur|-diapositief/.test(it))
  expect(names).toHaveLength(12)
  const facts = new Map(await Promise.all(names.map(async name => [name, (await taken(readFileSync(new URL(name, directory)))).facts] as const)))
  const wall = layOutWall([...facts].map(([id, it]) => ({ id, kind: 'national-member', mark: { facts: it } })), SCREEN_WALL)
  const free = wall.places.flatMap(place => {
    const it = facts.get(place.id)
    expect(place.as).toBe('logo')
    if (place.as !== 'logo' || it === undefined || place.limitedBy !== null) return []
    return [opticalArea(it) * (place.width / it.boxWidth) ** 2]
  })
  expect(free.length).toBeGreaterThanOrEqual(7)
  expect(Math.max(...free) / Math.min(...free)).toBeLessThan(1.25)
}, 30_000)
