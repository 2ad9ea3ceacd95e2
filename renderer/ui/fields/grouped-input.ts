import { useLayoutEffect, useRef, type ChangeEvent, type RefObject } from 'react';

interface GroupedInput {
  ref: RefObject<HTMLInputElement | null>;
  shown: string;
  change: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** Shows a compact value grouped, and keeps the caret after the same sign while spaces come and go. */
export function useGroupedInput(
  value: string,
  onChange: (compact: string) => void,
  compact: (text: string) => string,
  group: (compact: string) => string,
): GroupedInput {
  const ref = useRef<HTMLInputElement>(null);
  const signsBefore = useRef<number | null>(null);
  const shown = group(value);

  useLayoutEffect(() => {
    const input = ref.current;
    const wanted = signsBefore.current;
    signsBefore.current = null;
    if (input === null || wanted === null || document.activeElement !== input) return;
    let position = 0;
    for (let seen = 0; position < shown.length && seen < wanted; position += 1) if (shown[position] !== ' ') seen += 1;
    input.setSelectionRange(position, position);
  });

  return {
    ref,
    shown,
    change: (event) => {
      const { value: text, selectionStart } = event.target;
      signsBefore.current = compact(text.slice(0, selectionStart ?? text.length)).length;
      onChange(compact(text));
    },
  };
}
