/** Typst: the page and the text of a letter. All words come from `sheet`, which is data; nothing in it is read as markup. */

export const TEXT_TEMPLATE = String.raw`
#let sheet = json(bytes(sys.inputs.sheet))
#let ink = rgb("#1a1d21")
#let quiet = rgb("#5a6068")
#let hair = 0.4pt + rgb("#b9b5aa")
#let serif = ("Source Serif 4",)
#let sans = ("Source Sans 3",)
#let measure-width = 132mm

#set document(title: sheet.title, author: sheet.coalition, date: none)
#set page(
  paper: "a4",
  margin: (top: 20mm, left: 24mm, right: 24mm, bottom: 22mm),
  header-ascent: 6mm,
  header: if sheet.mark != none { align(right, text(font: sans, size: 10pt, weight: 600, tracking: 0.04em, sheet.mark)) },
  footer-descent: 8mm,
  footer: context if counter(page).final().first() > 1 {
    align(right, text(font: sans, size: 8pt, fill: quiet, number-type: "lining", counter(page).display("1 / 1", both: true)))
  },
)
// The box of a line is one em, so that leading is exactly what is left of 16.5 pt.
#set text(lang: sheet.language, font: serif, size: 11.5pt, fill: ink, number-type: "old-style", hyphenate: false, top-edge: 0.75em, bottom-edge: -0.25em)
#set par(leading: 5pt, spacing: 14pt, justify: false, linebreaks: "optimized")
#show heading: it => it.body
#set list(marker: ([•], [–]), indent: 0mm, body-indent: 3mm, spacing: 8pt)
#set enum(numbering: "1.a.", indent: 0mm, body-indent: 3mm, spacing: 8pt, number-align: start)
#set footnote.entry(separator: line(length: 30mm, stroke: hair), gap: 4pt, indent: 0mm)
#show footnote.entry: it => { set text(font: sans, size: 8.5pt, number-type: "lining"); set par(leading: 3pt); block(width: measure-width, it) }
#show link: it => underline(offset: 1.8pt, stroke: 0.4pt, it)

#let small(body) = text(font: sans, size: 8pt, fill: quiet, number-type: "lining", body)

#let source(piece) = footnote({
  h(0.8mm)
  piece.label
  if piece.address != "" { if piece.label != "" { ", " }; if piece.link != none { link(piece.link, piece.address) } else { piece.address } }
  if piece.date != "" { if piece.label != "" or piece.address != "" { ", " }; piece.date }
})

#let run(piece) = {
  let body = text(piece.text)
  if piece.italic { body = emph(body) }
  if piece.bold { body = strong(body) }
  if piece.link != none { body = link(piece.link, body) }
  body
}
#show strong: set text(weight: 600)

#let pieces(all) = for piece in all {
  if piece.is == "break" { linebreak() } else if piece.is == "source" { source(piece) } else { run(piece) }
}

#let listing(block) = {
  let items = block.items.map(item => { pieces(item.pieces); for below in item.below { listing(below) } })
  if block.numbered { enum(..items) } else { list(..items) }
}

#let heading-styles = (
  title: (size: 24pt, font: ("Source Serif 4 Display", "Source Serif 4"), leading: 5pt, above: 11mm, below: 8mm),
  heading1: (size: 14pt, font: serif, leading: 4pt, above: 8mm, below: 4mm),
  heading2: (size: 11.5pt, font: serif, leading: 5pt, above: 6mm, below: 3mm),
  heading3: (size: 11.5pt, font: serif, leading: 5pt, above: 5mm, below: 3mm),
)

#let set-heading(it, under-type: false) = {
  let style = heading-styles.at(it.kind)
  // On a confirmation the text is quoted, under a heading of the confirmation itself.
  if it.kind == "title" and sheet.recorded != none { style.size = 17pt }
  // A title may be wider than the text: it is read at a glance.
  block(above: if under-type { 2.5mm } else { style.above }, below: style.below, sticky: true, width: if it.kind == "title" { 150mm } else { 100% }, {
    set par(leading: style.leading)
    heading(level: it.level, text(font: style.font, size: style.size, weight: 600, style: if it.kind == "heading3" { "italic" } else { "normal" }, number-type: "lining", pieces(it.pieces)))
  })
}

#let label-above(body) = if body != none { block(above: 0pt, below: 2.5pt, sticky: true, small(body)) }

#let set-text(it) = {
  let body = pieces(it.pieces)
  if it.kind == "addressee" { block(above: 8mm, below: 8mm, par(body)) }
  else if it.kind == "salutation" { block(above: 8mm, below: 14pt, par(body)) }
  else if it.kind == "closing" { block(above: 9mm, sticky: false, par(body)) }
  else if it.kind == "message" { block(above: 9mm, below: 11pt, sticky: true, par(text(size: 13pt, weight: 600, body))) }
  else if it.kind == "evidence" { block(inset: (left: 6mm), { label-above(sheet.passageLabels.evidence); par(body) }) }
  else if it.kind == "ask" { block(inset: (left: 6mm - 1.5pt), stroke: (left: 1.5pt + ink), { label-above(sheet.passageLabels.ask); par(body) }) }
  else if it.kind == "quote" { quote(block: true, par(emph(body))) }
  else { par(body) }
}
#show quote.where(block: true): it => block(above: 14pt, below: 14pt, inset: (left: 8mm, right: 4mm), it.body)
`
