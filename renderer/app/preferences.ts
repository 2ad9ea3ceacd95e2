import { create } from 'zustand';
import type { Density, ThemeChoice } from '../ui/index.ts';

interface Preferences {
  theme: ThemeChoice;
  density: Density;
  /** Names masked on the board, for a screen patients can see. */
  discreet: boolean;
}

const byDefault: Preferences = { theme: 'auto', density: 'dense', discreet: false };
const themes: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
const densities: readonly Density[] = ['dense', 'confort', 'tactile'];
/** Three choices among known words, and nothing else: the one thing Prélude leaves in a browser. */
const kept = 'prelude.affichage';

/** A reload must not show the names again on a screen patients can see. */
function lastChosen(): Preferences {
  try {
    // eslint-disable-next-line no-restricted-globals -- display choices, never data: see `kept`
    const [theme, density, discreet] = (localStorage.getItem(kept) ?? '').split(' ');
    return {
      theme: themes.find((one) => one === theme) ?? byDefault.theme,
      density: densities.find((one) => one === density) ?? byDefault.density,
      discreet: discreet === 'discret',
    };
  } catch {
    return byDefault;
  }
}

function keep({ theme, density, discreet }: Preferences): void {
  try {
    // eslint-disable-next-line no-restricted-globals -- display choices, never data: see `kept`
    localStorage.setItem(kept, `${theme} ${density} ${discreet ? 'discret' : 'noms'}`);
  } catch {
    // A browser that keeps nothing: the choices last as long as the window.
  }
}

/** Choices of display of this post. */
export const usePreferences = create<Preferences>()(lastChosen);
usePreferences.subscribe(keep);

export const toggleDiscreet = () => usePreferences.setState(({ discreet }) => ({ discreet: !discreet }));
