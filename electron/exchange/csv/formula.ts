/**
 * A cell that a spreadsheet would run: it starts with = or @, or with + or - before anything but a number.
 * A telephone (+33 6…) or a negative number is none.
 */
const formula = /^\s*(?:[=@]|[+-](?![\d\s(.]))/u;
/** `="0612345678"`: how spreadsheets keep a leading zero. Plain text, no formula. */
const quotedText = /^=\s*"([^"]*)"$/u;

export interface CleanCell {
  text: string;
  neutralised: boolean;
}

/** The text of a cell, trimmed, without what would make it run. */
export function cleanCell(raw: string): CleanCell {
  const text = raw.trim();
  const plain = quotedText.exec(text);
  if (plain !== null) return { text: (plain[1] ?? '').trim(), neutralised: false };
  if (!formula.test(text)) return { text, neutralised: false };
  return { text: text.replace(/^[\s=@+-]+/u, ''), neutralised: true };
}
