import { useEffect, useState } from 'react';
import { useRead } from '../../api/queries.ts';
import { lockScreen } from './lock-screen.ts';

const warning = 20;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** Locks after the practice's delay without a gesture. Returns the seconds left during the last twenty, else null. */
export function useAutoLock(): number | null {
  const settings = useRead('practice', 'get', {});
  const minutes = settings.data?.settings.lockMinutes ?? 5;
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    let last = Date.now();
    const stay = () => {
      last = Date.now();
      setLeft(null);
    };
    const tick = setInterval(() => {
      const remaining = Math.ceil(minutes * 60 - (Date.now() - last) / 1000);
      if (remaining <= 0) void lockScreen();
      else setLeft(remaining <= warning ? remaining : null);
    }, 1000);
    for (const sign of signs) window.addEventListener(sign, stay, { passive: true });
    return () => {
      clearInterval(tick);
      for (const sign of signs) window.removeEventListener(sign, stay);
    };
  }, [minutes]);
  return left;
}
