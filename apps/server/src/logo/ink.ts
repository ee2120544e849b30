/** Measures a picture: where its ink is, how much of it, and on what ground it can be read. Pixels in, numbers out. */

/** A picture as pixels of four bytes: red, green, blue, opacity. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export interface Ink {
  /** Sum of (100 - L*) / 100 on white, or of L* / 100 on black. */
  readonly ink: number
  /** In px; null when there is no ink. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null
}

/** What differs less than this from its ground, in L* (0..100), is noise of a JPEG, not ink. */
const VISIBLE = 3

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

/** CIE 1976 lightness L* (0..100) of an sRGB colour, D65. */
export function lightness(red: number, green: number, blue: number): number {
  const luminance = 0.2126 * (LINEAR[red] ?? 0) + 0.7152 * (LINEAR[green] ?? 0) + 0.0722 * (LINEAR[blue] ?? 0)
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27
}

export function inkOn(ground: 'white' | 'black', { data, width, height }: Pixels): Ink {
  const paper = ground === 'white' ? 255 : 0
  let ink = 0
  let [left, top, right, bottom] = [width, height, -1, -1]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4
      const opacity = (data[at + 3] ?? 0) / 255
      if (opacity === 0) continue
      const over = (value: number | undefined) => Math.round((value ?? 0) * opacity + paper * (1 - opacity))
      const light = lightness(over(data[at]), over(data[at + 1]), over(data[at + 2]))
      const difference = ground === 'white' ? 100 - light : light
      ink += difference / 100
      if (difference <= VISIBLE) continue
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
    }
  }
  return { ink, box: right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 } }
}

export interface Edge {
  /** What stands along the four edges of the file, mostly. */
  readonly background: 'transparent' | 'light' | 'dark' | 'coloured'
  /** Part of the edges (0..1) that let the page show through. */
  readonly seeThrough: number
}

export function edgeOf(pixels: Pixels): Edge {
  const { data, width, height } = pixels
  let [count, open, light] = [0, 0, 0]
  const look = (x: number, y: number) => {
    const at = (y * width + x) * 4
    count += 1
    if (isOpen(data, at)) open += 1
    else light += lightnessAt(data, at)
  }
  for (let x = 0; x < width; x++) { look(x, 0); look(x, height - 1) }
  for (let y = 1; y < height - 1; y++) { look(0, y); look(width - 1, y) }
  const seeThrough = open / count
  if (seeThrough > 0.5) return { background: 'transparent', seeThrough }
  const mean = light / (count - open)
  return { background: mean > 95 ? 'light' : mean < 20 ? 'dark' : 'coloured', seeThrough }
}

/**
 * Part (0..1) of all outlines in a picture that vanish on white: white against nothing.
 * Outlines of a colour against nothing, or against white, stay.
 */
export function vanishingOnWhite({ data, width, height }: Pixels): number {
  let [vanishing, staying] = [0, 0]
  const kindAt = (at: number) => isOpen(data, at) ? 'open' : lightnessAt(data, at) > 94 ? 'white' : 'colour'
  const compare = (one: string, other: string) => {
    if (one === other) return
    if (one !== 'colour' && other !== 'colour') vanishing += 1
    else staying += 1
  }
  for (let y = 0; y < height - 1; y++) {
    for (let x = 0; x < width - 1; x++) {
      const at = (y * width + x) * 4
      const kind = kindAt(at)
      compare(kind, kindAt(at + 4))
      compare(kind, kindAt(at + width * 4))
    }
  }
  return vanishing === 0 ? 0 : vanishing / (vanishing + staying)
}

function isOpen(data: Uint8Array, at: number): boolean {
  return (data[at + 3] ?? 0) < 128
}

function lightnessAt(data: Uint8Array, at: number): number {
  return lightness(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)
}
