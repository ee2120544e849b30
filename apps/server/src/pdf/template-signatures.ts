/** Typst: who signed. The rule, the names in two columns, the notes, the wall of logos and the line to check by. */

export const SIGNATURES_TEMPLATE = String.raw`
// A word longer than its column may be broken; no other word ever is.
#let name-words(name, width, size) = name.split(" ").map(word => {
  let whole = text(size: size, weight: 600, word)
  if measure(whole).width <= width { (body: whole, width: measure(whole).width) } else { (body: text(size: size, weight: 600, hyphenate: true, word), width: width) }
})

#let list-name(name, width, size, note) = context {
  let words = name-words(name, width, size)
  text(size: size, weight: 600, number-type: "lining", words.map(word => word.body).join([ ]))
  // A digit against a word would count as part of it, and keep it from being broken.
  if words.last().width == width { box(note) } else { note }
}

// Lines of about one length: as narrow as the name can be without another line.
#let balanced-name(name, width, size) = context {
  let words = name-words(name, width, size)
  // Styles stand inside the body: what is measured must be what is set.
  let body = {
    set text(size: size, weight: 600, number-type: "lining")
    set par(leading: 3pt, linebreaks: "simple")
    words.map(word => if word.width < width { box(baseline: 0.25em, word.body) } else { word.body }).join([ ])
  }
  let height-at(at) = measure(block(width: at, body)).height
  let narrowest = calc.max(..words.map(word => word.width)) + 0.2mm
  let narrow = width
  while narrow - 0.7mm > narrowest and height-at(narrow - 0.7mm) <= height-at(width) { narrow -= 0.7mm }
  block(width: narrow, body)
}

#let column-width = 78mm
#let signatory(it) = block(breakable: false, above: 0pt, below: 0pt, {
  set par(leading: 2.5pt, spacing: 3.5pt)
  let note = if it.note != none { text(font: sans, top-edge: 0pt, bottom-edge: 0pt, super(typographic: false, size: 7pt, baseline: -0.4em, link(label("note-" + str(it.note)), str(it.note)))) }
  par(list-name(it.name, column-width, 10pt, note))
  for line in it.lines { par(small(line)) }
})

#let stack-of(entries) = list(marker: none, indent: 0pt, body-indent: 0pt, spacing: 4.2mm, ..entries.map(signatory))

// Names run down the first column, then down the second: the order in which they are read aloud.
#let in-two-columns(entries) = {
  show link: it => it.body
  if entries.len() > 40 { columns(2, gutter: 6mm, stack-of(entries)) }
  else if entries.len() < 2 { stack-of(entries) }
  else {
    let half = calc.ceil(entries.len() / 2)
    grid(columns: (1fr, 1fr), column-gutter: 6mm, stack-of(entries.slice(0, half)), stack-of(entries.slice(half)))
  }
}

#let signature-heading(level, size, body) = heading(level: level, text(size: size, weight: 600, number-type: "lining", body))

#let cell-width = (162mm - 3 * 5.4mm) / 4
#let wall-place(it) = {
  if it.as == "logo" {
    let part = it.image
    box(width: it.width * 1mm, height: it.height * 1mm, clip: true,
      place(top + left, dx: part.left * 1mm, dy: part.top * 1mm, image(it.file, width: part.width * 1mm, height: part.height * 1mm, alt: it.name)))
  } else {
    // The name stands in the list above; here it only keeps the place of a logo.
    pdf.artifact(balanced-name(it.name, cell-width, 9.5pt))
  }
}

#let wall(places) = grid(
  columns: (1fr,) * 4, column-gutter: 5.4mm, row-gutter: 5mm, align: center + horizon,
  ..places.map(it => block(breakable: false, width: 100%, { v(1.2mm, weak: false); wall-place(it); v(1.2mm, weak: false) })),
)

#let closing(it) = block(breakable: false, above: 11mm, width: 100%, {
  set text(font: sans, size: 8.5pt, number-type: "lining")
  set par(leading: 4pt, spacing: 0pt)
  line(length: 100%, stroke: hair)
  block(above: 8pt, below: 8pt, par(it.parts.map(part => box({ part.text; if part.strong != none { [ ]; text(weight: 600, part.strong) } })).join(h(7mm, weak: false))))
  line(length: 100%, stroke: hair)
  if it.address != none { block(above: 8pt, par({ it.address.label; [ ]; it.address.value })) }
})

#let signatures(it) = {
  block(above: 0pt, below: 5.5mm, width: 100%, line(length: 100%, stroke: 2.2pt + ink))
  block(below: 2mm, sticky: true, signature-heading(it.level, 13pt, it.heading))
  if it.order != none { block(above: 0pt, below: 6mm, sticky: true, par(small(it.order))) } else { v(3mm) }
  in-two-columns(it.signatories)
  for part in it.lists {
    block(above: 9mm, below: 4mm, sticky: true, signature-heading(it.level + 1, 10.5pt, part.heading))
    in-two-columns(part.entries)
  }
  if it.notes.len() > 0 {
    v(3mm)
    for note in it.notes {
      [#block(above: 2.2mm, below: 0pt, width: 100%, { set par(leading: 3pt); par(text(font: sans, size: 8.5pt, number-type: "lining", { super(typographic: false, size: 6.5pt, baseline: -0.4em, str(note.number)); h(1mm); note.text })) })#label("note-" + str(note.number))]
    }
  }
  if it.wall.len() > 0 { v(8mm); wall(it.wall) }
}
`

export const SHEET_TEMPLATE = String.raw`
#block(below: 0pt, par(text(size: 13.5pt, weight: 600, sheet.coalition)))
#v(12mm)
#block(width: measure-width, {
  if sheet.notice != none { block(above: 0pt, below: 6mm, par(text(font: sans, size: 9.5pt, sheet.notice))) }
  if sheet.dateLine != none { block(above: 0pt, below: 4mm, par(sheet.dateLine)) }
  if sheet.recorded != none {
    block(above: 9mm, below: 7mm, heading(level: 1, text(font: ("Source Serif 4 Display", "Source Serif 4"), size: 24pt, weight: 600, sheet.recorded.heading)))
    for line in sheet.recorded.lines {
      block(breakable: false, above: 0pt, below: 4mm, { small(line.label); linebreak(); line.value })
    }
    block(above: 9mm, below: 0mm, line(length: 100%, stroke: hair))
    block(above: 6mm, below: 5mm, sticky: true, heading(level: 2, text(size: 14pt, weight: 600, sheet.recorded.textHeading)))
  }
  if sheet.typeLine != none { block(above: 11mm, below: 0pt, sticky: true, par(text(font: sans, size: 9pt, weight: 600, tracking: 0.03em, fill: quiet, sheet.typeLine))) }
  for (at, it) in sheet.blocks.enumerate() {
    if it.is == "heading" { set-heading(it, under-type: at == 0 and sheet.typeLine != none) } else if it.is == "list" { listing(it) } else { set-text(it) }
  }
})
#if sheet.signatures != none {
  let signed = { signatures(sheet.signatures); if sheet.closing != none { closing(sheet.closing) } }
  // Under the letter if it fits there whole; otherwise on a page of its own.
  context {
    let room = 297mm - 22mm - here().position().y - 14mm
    if sheet.signatures.height * 1mm > room { pagebreak(weak: true) } else { v(14mm) }
  }
  signed
} else if sheet.closing != none { closing(sheet.closing) }
`
