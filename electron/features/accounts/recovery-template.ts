/** The sheet of the recovery key: one A4 page, groups in two rows of four, numbered. */
export const recoveryTemplate = String.raw`
#set par(justify: false)
#show heading: set block(below: 1.2em)
#heading(level: 1, text(size: 20pt, data.title))
#for line in data.before { par(line) }
#v(6mm)
#grid(
  columns: (1fr,) * 4,
  gutter: 5mm,
  ..data.groups.enumerate().map(((index, group)) => box(
    width: 100%,
    stroke: 0.4mm,
    inset: (x: 2mm, top: 1.5mm, bottom: 6mm),
    {
      text(size: 9pt, str(index + 1))
      v(2mm, weak: true)
      align(center, text(size: 20pt, weight: "bold", tracking: 0.08em, group))
    },
  )),
)
#v(6mm)
#for line in data.after { par(line) }
`;
