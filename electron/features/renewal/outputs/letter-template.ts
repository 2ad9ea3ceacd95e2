/** One letter, A4, ready to be signed by the doctor. `data`: the snapshot's letter and who writes it. */
export const letterTemplate = String.raw`
#set text(size: 11pt)
#set page(
  margin: (x: 25mm, top: 22mm, bottom: 24mm),
  footer: context {
    set text(size: 7.5pt, fill: rgb("#566173"))
    [Établi d’après le dossier d’empreinte #data.fingerprint]
  },
)
#grid(
  columns: (1fr, 75mm),
  { strong(data.practice.name); for one in data.practice.lines { linebreak(); one } },
  { v(22mm); for (index, one) in data.recipient.enumerate() { if index > 0 { linebreak() }; one } },
)
#v(10mm)
#align(right, data.placeAndDay)
#v(6mm)
#heading(level: 1, text(size: 12pt, [Objet#sym.space.nobreak: #data.object]))
#par(text(size: 10pt, data.contractLine))
#v(4mm)
#for one in data.paragraphs { par(justify: false, one) }
#v(12mm)
#align(right, { data.signer; linebreak(); text(size: 9pt, fill: rgb("#566173"), [Signature]) })
`;
