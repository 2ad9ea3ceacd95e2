/**
 * Where a key leads in a list that is a single tab stop.
 * @returns the new index, or null when the key is not a movement.
 */
export function nextIndex(
  key: string,
  current: number,
  length: number,
  direction: 'horizontal' | 'vertical',
): number | null {
  if (length === 0) return null;
  const [back, forth] = direction === 'horizontal' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key === back) return Math.max(0, current - 1);
  if (key === forth) return Math.min(length - 1, current + 1);
  return null;
}
