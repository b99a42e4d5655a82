"""How a sheet is set on paper: one Typst source that reads the sheet as data."""

SOURCE = b"""
#let sheet = json(bytes(sys.inputs.sheet))
#set document(title: sheet.title, date: none)
#set page(paper: "a4", margin: (x: 22mm, y: 20mm), numbering: "1 / 1", number-align: right)
#set text(font: "Libertinus Serif", size: 10pt, lang: "en", hyphenate: false)
#set par(leading: 0.62em, spacing: 0.9em)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.7em, text(size: 11.5pt, it.body))
#heading(level: 1, sheet.title)
#if sheet.under != "" { text(fill: luma(35%), sheet.under) }
#for block in sheet.blocks {
  if block.kind == "heading" { heading(level: 2, block.text) }
  else if block.kind == "text" { par(block.text) }
  else if block.kind == "list" { list(..block.lines.map(line => line.at(0))) }
  else {
    let head = block.lines.at(0)
    set text(size: 8pt)
    table(
      columns: head.map(_ => auto),
      stroke: (x, y) => (bottom: if y == 0 { 0.7pt } else { 0.2pt + luma(60%) }),
      inset: (x: 3pt, y: 3.5pt),
      align: left + top,
      table.header(..head.map(cell => strong(cell))),
      ..block.lines.slice(1).flatten(),
    )
  }
}
"""
