/** Characters outside Latin-1 that the invented words use. */
const plain = (text: string): string =>
  text
    .replaceAll('’', "'")
    .replaceAll('\u00A0', ' ')
    .replace(/[^\x20-\x7E\u00A1-\u00FF]/gu, '?');

const escaped = (text: string): string => plain(text).replace(/[\\()]/gu, (sign) => `\\${sign}`);

/**
 * A one-page PDF in bytes, always the same for the same words: a stand-in for a scanned paper of the demonstration.
 * Written by hand: typesetting thirty of them would take longer than all the rest.
 */
export function proofPage(title: string, lines: readonly string[]): Buffer {
  const text = [
    'BT /F1 11 Tf 72 770 Td 16 TL',
    '(PIÈCE DE DÉMONSTRATION, PERSONNES INVENTÉES) Tj T* T*',
    `/F1 17 Tf (${escaped(title)}) Tj /F1 11 Tf T* T*`,
    ...lines.map((line) => `(${escaped(line)}) Tj T*`),
    'ET',
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + end, 'latin1');
}
