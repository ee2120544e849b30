/** What a drawing may consist of. Everything that is not named here is left out. */

/** Elements that draw, or that drawing elements refer to. */
export const ALLOWED_ELEMENTS: ReadonlySet<string> = new Set([
  'svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'image',
  'linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker', 'text', 'tspan', 'textPath', 'style',
])

/** Elements that are no drawing but hold one: they become a `g`. */
export const TRANSPARENT_ELEMENTS: ReadonlySet<string> = new Set(['a', 'switch'])

/** Elements that carry no picture: leaving them out changes nothing to be seen. */
export const SILENT_ELEMENTS: ReadonlySet<string> = new Set(['title', 'desc', 'metadata', 'view', 'cursor'])

export const ANIMATION_ELEMENTS: ReadonlySet<string> = new Set(['animate', 'set', 'animateTransform', 'animateMotion', 'animateColor', 'mpath'])

export const SCRIPT_ELEMENTS: ReadonlySet<string> = new Set(['script', 'handler', 'listener'])

export const FOREIGN_ELEMENTS: ReadonlySet<string> = new Set(['foreignObject', 'iframe', 'object', 'embed', 'audio', 'video', 'canvas'])

/** Properties that say how something is painted, as an attribute or in CSS. Layout, animation and everything that fetches are not among them. */
export const PAINT_PROPERTIES: ReadonlySet<string> = new Set([
  'fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap', 'stroke-linejoin', 'stroke-miterlimit',
  'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'color', 'display', 'visibility', 'overflow', 'clip-path', 'clip-rule', 'mask', 'mask-type',
  'marker', 'marker-start', 'marker-mid', 'marker-end', 'paint-order', 'vector-effect', 'shape-rendering', 'color-interpolation', 'mix-blend-mode', 'isolation',
  'stop-color', 'stop-opacity', 'enable-background', 'transform', 'transform-origin', 'transform-box',
  'font', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-stretch', 'font-variant', 'letter-spacing', 'word-spacing', 'line-height',
  'text-anchor', 'text-decoration', 'text-rendering', 'text-transform', 'dominant-baseline', 'alignment-baseline', 'baseline-shift', 'writing-mode', 'direction', 'white-space',
])

/** Functions that a painted value may use. `url()` is judged apart: only a fragment of the same file passes. */
export const VALUE_FUNCTIONS: ReadonlySet<string> = new Set([
  'rgb', 'rgba', 'hsl', 'hsla', 'matrix', 'translate', 'translatex', 'translatey', 'scale', 'scalex', 'scaley', 'rotate', 'skewx', 'skewy', 'calc',
])

const NUMBERS = /^[\s\d.,+\-eE%a-z]*$/
const WORDS = /^[\w\s.,+\-%]*$/

/** Attributes that say where something stands, each with the form its value must have. */
export const GEOMETRY_ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'fr', 'dx', 'dy', 'width', 'height', 'offset', 'rotate',
    'refX', 'refY', 'markerWidth', 'markerHeight', 'viewBox', 'points', 'pathLength', 'startOffset', 'textLength'].map(name => [name, NUMBERS] as const),
  ...['preserveAspectRatio', 'gradientUnits', 'spreadMethod', 'patternUnits', 'patternContentUnits', 'clipPathUnits', 'maskUnits', 'maskContentUnits',
    'markerUnits', 'orient', 'lengthAdjust', 'method', 'spacing', 'version'].map(name => [name, WORDS] as const),
  ['d', /^[\s\d.,+\-eMmLlHhVvCcSsQqTtAaZz]*$/],
  ...['transform', 'gradientTransform', 'patternTransform'].map(name => [name, /^[\w\s.,+\-()]*$/] as const),
])

/** Elements that may point at another one in the same file. */
export const REFERRING_ELEMENTS: ReadonlySet<string> = new Set(['use', 'linearGradient', 'radialGradient', 'pattern', 'textPath'])

export const SVG_NAMESPACE = 'http://www.w3.org/2000/svg'
export const XLINK_NAMESPACE = 'http://www.w3.org/1999/xlink'
export const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'

/** How much of everything a drawing may have. */
export const SVG_LIMITS = {
  bytes: 8 * 1024 * 1024,
  depth: 64,
  elements: 20_000,
  attributesPerElement: 200,
  /** Elements as drawn: a `use` counts all that it repeats. */
  drawnElements: 50_000,
  entities: 50,
} as const
