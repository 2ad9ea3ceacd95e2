/** The two fields of a reading, from its text `152/91`. Whatever follows the first bar stays in the second field. */
export function pressureFigures(text: string): readonly [systolic: string, diastolic: string] {
  const bar = text.indexOf('/');
  return bar < 0 ? [text, ''] : [text.slice(0, bar), text.slice(bar + 1)];
}

/** The text of a reading from its two fields, nothing lost; empty when both are, a lone dash as it is (« Non fait »). */
export function pressureText(systolic: string, diastolic: string): string {
  const alone =
    diastolic === '' && (systolic === '' || systolic.includes('/') || /^\s*[-\u2010-\u2015\u2212]\s*$/u.test(systolic));
  return alone ? systolic : `${systolic}/${diastolic}`;
}

/** Both figures written in one field: `140/90`, `140 90`, `140-90`, `14/9`; null for anything else. */
export function bothFigures(text: string): [systolic: string, diastolic: string] | null {
  const both = /^\s*(\d{2,3})\s*[/\s-]\s*(\d{2,3})\s*$/u.exec(text) ?? /^\s*(\d{2,3})\s*\/\s*(\d{1,3})\s*$/u.exec(text);
  return both === null ? null : [both[1] ?? '', both[2] ?? ''];
}
