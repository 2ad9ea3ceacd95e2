import { VisuallyHidden } from './visually-hidden.tsx';

interface LiveRegionProps {
  /** The sentence to read out; empty says nothing. The region itself must stay mounted. */
  message: string;
  /** A medical alert interrupts (`assertive`); moves and undo wait (`polite`). Never used for the clock. */
  politeness?: 'polite' | 'assertive';
}

export function LiveRegion({ message, politeness = 'polite' }: LiveRegionProps) {
  return (
    <div role={politeness === 'assertive' ? 'alert' : 'status'} aria-live={politeness} aria-atomic="true">
      <VisuallyHidden>{message}</VisuallyHidden>
    </div>
  );
}
