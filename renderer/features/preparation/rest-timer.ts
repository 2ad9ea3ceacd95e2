import { useEffect, useState } from 'react';
import { practiceNow } from '../../ui/instants.ts';

/** Seconds left of the minute between two readings; 0 when it has gone by, null without an earlier reading. */
export function useRestSeconds(since: string | null): number | null {
  const [now, setNow] = useState(() => practiceNow());
  const left = since === null ? null : Math.min(60, Math.max(0, Math.ceil((Date.parse(since) + 60_000 - now) / 1000)));
  const running = left !== null && left > 0;
  useEffect(() => {
    if (since === null) return undefined;
    setNow(practiceNow());
    if (!running) return undefined;
    const timer = setInterval(() => setNow(practiceNow()), 1000);
    return () => clearInterval(timer);
  }, [since, running]);
  return left;
}
