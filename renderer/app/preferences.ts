import { create } from 'zustand';
import type { Density, ThemeChoice } from '../ui/index.ts';

interface Preferences {
  theme: ThemeChoice;
  density: Density;
  /** Names masked on the board, for a screen patients can see. */
  discreet: boolean;
}

/** Choices of display of this window, in memory: the browser's storage holds nothing. */
export const usePreferences = create<Preferences>()(() => ({ theme: 'auto', density: 'dense', discreet: false }));

export const toggleDiscreet = () => usePreferences.setState(({ discreet }) => ({ discreet: !discreet }));
