/**
 * The report, in Typst. `data`: the snapshot, its fingerprint and its charts already drawn in fractions. It decides
 * where things go, never what they say.
 */
export const reportTemplate = String.raw`
#let ink = rgb("#1b2430")
#let soft = rgb("#566173")
#let rule = rgb("#c9d0da")
#set text(fill: ink, size: 9.5pt)
#set page(
  margin: (x: 20mm, top: 20mm, bottom: 22mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8pt, fill: soft)
    grid(columns: (1fr, auto), data.title, data.contractLine)
  },
  footer: context {
    set text(size: 7.5pt, fill: soft)
    line(length: 100%, stroke: 0.4pt + rule)
    v(-0.6em)
    grid(
      columns: (1fr, auto),
      [Empreinte du dossier#sym.space.nobreak: #data.fingerprint],
      [Page #counter(page).display() sur #counter(page).final().first()],
    )
  },
  foreground: if not data.complete {
    place(center + horizon, rotate(-35deg, text(size: 96pt, weight: "bold", fill: rgb(178, 34, 34, 24), "INCOMPLET")))
  },
)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set block(above: 6mm, below: 2mm)
#show heading.where(level: 2): it => block(above: 7mm, below: 3mm, width: 100%, sticky: true, {
  text(size: 11.5pt, it.body)
  v(-0.5em)
  line(length: 100%, stroke: 0.6pt + rule)
})
#set terms(hanging-indent: 60mm, separator: [], spacing: 2.2mm)
#show terms: it => {
  show strong: term => text(weight: "regular", fill: soft, term.body)
  it
}
#set table(stroke: none, inset: (x: 1.8mm, y: 1.3mm))
#set table.cell(breakable: false)
#show figure: set block(above: 4mm, below: 4mm, breakable: true)
#show figure.caption: it => block(width: 100%, sticky: true, align(left, text(size: 9pt, weight: "bold", it.body)))
#set figure.caption(position: top)

#let note(block-data) = {
  if block-data.tone == "plain" {
    par(text(fill: soft, size: 8.5pt, block-data.words))
  } else if block-data.tone == "estimate" {
    par(text(style: "italic", size: 8.5pt, block-data.words))
  } else {
    block(
      width: 100%, inset: (left: 3mm, y: 1mm), stroke: (left: 1.5pt + rgb("#9a5b00")),
      par(text(size: 9pt, block-data.words)),
    )
  }
}

#let tabular(block-data) = {
  // A long list of words is read one line at a time: smaller, it takes half the pages.
  show table: set text(size: if block-data.rows.len() > 24 { 7.5pt } else { 8.5pt })
  // A short table stays on one page.
  show figure: set block(breakable: block-data.rows.len() > 8)
  let count = block-data.columns.len()
  let side(index) = if block-data.columns.at(index).figures { right } else { left }
  figure(kind: table, supplement: none, numbering: none, caption: block-data.caption, table(
    columns: if count > 1 { block-data.widths.map(one => one * 1fr) } else { (1fr,) },
    align: (x, y) => side(x) + if y == 0 { bottom } else { top },
    table.header(..block-data.columns.map(one => table.cell(
      stroke: (bottom: 0.8pt + soft), text(weight: "bold", one.head),
    ))),
    ..block-data.rows.flatten().map(one => table.cell(stroke: (bottom: 0.3pt + rule), if one.text.len() == 64 and not one.text.contains(" ") {
      text(size: 6pt, one.text)
    } else { one.text })),
  ))
}

#let dash(kind) = if kind == "dashed" { "dashed" } else if kind == "dotted" { "dotted" } else { none }
#let shade(index) = (rgb("#1f4fb5"), rgb("#9a5b00"), rgb("#3c6e47"), rgb("#7a3b8f"), rgb("#566173")).at(calc.rem(index, 5))

#let drawing(block-data) = {
  let width = 138mm
  let height = 52mm
  let gutter = 14mm
  figure(kind: image, supplement: none, numbering: none, caption: block-data.caption, alt: block-data.words, box(
    width: 100%, height: height + 14mm, inset: (top: 2mm),
    {
      for tick in block-data.drawing.y {
        place(dx: gutter, dy: tick.at * height, line(length: width, stroke: 0.3pt + rule))
        place(dx: 0mm, dy: tick.at * height - 1.2mm, box(width: gutter - 2mm, align(right, text(size: 7pt, fill: soft, tick.label))))
      }
      for tick in block-data.drawing.x {
        place(dx: gutter + tick.at * width - 9mm, dy: height + 2.6mm, box(width: 18mm, align(center, text(size: 7pt, fill: soft, tick.label))))
      }
      for (index, one) in block-data.drawing.series.enumerate() {
        let at(point) = (gutter + point.x * width, point.y * height)
        if one.line != "marks" and one.points.len() > 1 {
          place(curve(
            stroke: (paint: shade(index), thickness: 1.1pt, dash: dash(one.line)),
            curve.move(at(one.points.first())),
            ..one.points.slice(1).map(point => curve.line(at(point))),
          ))
        }
        if one.line == "marks" or one.points.len() == 1 {
          for point in one.points {
            place(dx: gutter + point.x * width - 1mm, dy: point.y * height - 1mm, circle(radius: 1mm, fill: shade(index)))
          }
        }
      }
      place(dx: gutter, dy: height + 8mm, box(width: width, align(left, {
        for (index, one) in block-data.drawing.series.enumerate() {
          box(baseline: if one.line == "marks" { -0.3mm } else { -1mm }, if one.line == "marks" {
            box(width: 7mm, align(center, circle(radius: 1mm, fill: shade(index))))
          } else {
            line(length: 7mm, stroke: (paint: shade(index), thickness: 1.1pt, dash: dash(one.line)))
          })
          h(1.5mm)
          text(size: 7.5pt, one.label)
          h(5mm)
        }
      })))
    },
  ))
}

#grid(
  columns: (1fr, auto),
  { strong(data.practice.name); for one in data.practice.lines { linebreak(); one } },
  align(right, [Données arrêtées #data.stoppedWords#linebreak()#data.contractLine]),
)
#heading(level: 1, data.title)
#block(above: 3.5mm, below: 3mm, text(size: 11pt, fill: soft, data.subtitle))
#if not data.complete {
  block(
    width: 100%, inset: 3mm, stroke: 0.8pt + rgb("#9a2b2b"),
    [#strong[Dossier incomplet.] Ce qui manque est écrit dans la liste de contrôle, à la fin.],
  )
}
#for (index, section) in data.sections.enumerate() {
  heading(level: 2, str(index + 1) + ". " + section.title)
  for one in section.blocks {
    if one.kind == "facts" {
      block(breakable: one.rows.len() > 14, above: 3.5mm, below: 3.5mm, terms(..one.rows.map(row => terms.item(box(width: 60mm, inset: (right: 3mm), row.label), row.cell.text))))
    } else if one.kind == "table" {
      tabular(one)
    } else if one.kind == "chart" {
      drawing(one)
    } else {
      note(one)
    }
  }
}
`;
