import { useRef } from 'react';
import { sentenceOf } from '../../api/queries.ts';
import { useConnection } from '../../api/connection.ts';

/** Without an answer of the core after this time (ms), the person is told. */
const NO_ANSWER = 5000;

/**
 * A gesture that must never end in silence. With the link down a call would wait for it without a word: the gesture is
 * then not sent, and says so. A refusal, or an answer that does not come, is said too; the same gesture can be made again.
 * @param say the sentence to show, or null when there is none (any more).
 */
export function useAnswered(say: (sentence: string | null) => void): (work: () => Promise<void>) => void {
  const current = useRef<symbol | null>(null);
  return (work) => {
    if (!useConnection.getState().online) {
      say(sentenceOf(null));
      return;
    }
    if (current.current !== null) return;
    const own = Symbol('gesture');
    current.current = own;
    say(null);
    const timer = setTimeout(() => {
      if (current.current === own) current.current = null;
      say(sentenceOf(null));
    }, NO_ANSWER);
    void work()
      .catch((error: unknown) => say(sentenceOf(error)))
      .finally(() => {
        clearTimeout(timer);
        if (current.current === own) current.current = null;
      });
  };
}
