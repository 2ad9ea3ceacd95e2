import { matchedRanges } from './matched-ranges.ts';

/** The text with what was typed marked. */
export function Highlight({ text, typed }: { text: string; typed: string }) {
  const pieces = [];
  let from = 0;
  for (const [start, end] of matchedRanges(text, typed)) {
    if (start > from) pieces.push(text.slice(from, start));
    pieces.push(<mark key={start}>{text.slice(start, end)}</mark>);
    from = end;
  }
  pieces.push(text.slice(from));
  return <>{pieces}</>;
}
