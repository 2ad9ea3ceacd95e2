import type { PlacedAction } from './action.ts';
import { actsInField, isPlainKey, strokeOf, strokesOf, type KeyPress } from './key-strokes.ts';

/** Where the focus is when a key is pressed. */
export interface KeyPlace {
  readonly inField: boolean;
  readonly inDialog: boolean;
  /** A button or a link: Entrée and Espace are its own. */
  readonly onControl: boolean;
}

/** A sequence such as `G A` is forgotten after this many milliseconds. */
const SEQUENCE_TIME = 1500;

export interface KeyDispatcher {
  /**
   * @param time milliseconds, monotonic.
   * @returns the action to run, `pending` in the middle of a sequence, null when the key is nobody's.
   */
  readonly press: (press: KeyPress, place: KeyPlace, time: number) => PlacedAction | 'pending' | null;
  readonly reset: () => void;
}

function allowed(action: PlacedAction, first: string, place: KeyPlace, plainKeys: boolean): boolean {
  if (!plainKeys && isPlainKey(first)) return false;
  if (place.inDialog && !action.inDialogs) return false;
  if (place.inField) return action.inFields ?? actsInField(first);
  return !(place.onControl && (first === 'Enter' || first === 'Space'));
}

/** Finds the action of a key press; knows sequences. Actions are given nearest first. */
export function createKeyDispatcher(actions: () => readonly PlacedAction[], plainKeys: () => boolean): KeyDispatcher {
  let started: { readonly stroke: string; readonly time: number } | null = null;
  return {
    reset: () => {
      started = null;
    },
    press: (press, place, time) => {
      const stroke = strokeOf(press);
      if (stroke === null) return null;
      const prefix = started !== null && time - started.time <= SEQUENCE_TIME ? started.stroke : null;
      started = null;
      const candidates = actions().flatMap((action) =>
        (action.keys ?? []).map((keys) => ({ action, strokes: strokesOf(keys) })),
      );
      const usable = candidates.filter(({ action, strokes }) => allowed(action, strokes[0] ?? '', place, plainKeys()));
      if (prefix !== null) {
        const ended = usable.find(
          ({ strokes }) => strokes.length === 2 && strokes[0] === prefix && strokes[1] === stroke,
        );
        // A sequence that leads nowhere swallows its second key: `G P` mistyped must not prepare a patient.
        return ended?.action ?? (isPlainKey(stroke) ? 'pending' : null);
      }
      const direct = usable.find(({ strokes }) => strokes.length === 1 && strokes[0] === stroke);
      if (direct) return direct.action;
      if (usable.some(({ strokes }) => strokes.length === 2 && strokes[0] === stroke)) {
        started = { stroke, time };
        return 'pending';
      }
      return null;
    },
  };
}
