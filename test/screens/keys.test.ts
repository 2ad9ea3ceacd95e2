import { describe, expect, it } from 'vitest';
import type { PlacedAction } from '../../renderer/app/actions/action.ts';
import { createKeyDispatcher, type KeyPlace } from '../../renderer/app/actions/key-dispatcher.ts';
import { actsInField, ariaKeys, keyCapOf, strokeOf, type KeyPress } from '../../renderer/app/actions/key-strokes.ts';
import { compactNir, groupNir, groupPhone } from '../../renderer/ui/fields/number-groups.ts';
import { matchedRanges } from '../../renderer/ui/palette/matched-ranges.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held,
});
const PAGE: KeyPlace = { inField: false, inDialog: false, onControl: false };

describe('lecture des touches', () => {
  it('lit les chiffres sur la touche physique : un clavier AZERTY tape & sans Maj', () => {
    expect(strokeOf(press('&', 'Digit1'))).toBe('1');
    expect(strokeOf(press('é', 'Digit2', { altKey: true }))).toBe('Alt+2');
  });

  it('lit les lettres telles que marquées : la touche A d’un AZERTY a le code KeyQ', () => {
    expect(strokeOf(press('a', 'KeyQ'))).toBe('A');
    expect(strokeOf(press('ф', 'KeyA'))).toBe('A');
  });

  it('ne prend jamais AltGr pour un raccourci', () => {
    expect(strokeOf(press('@', 'Digit0', { ctrlKey: true, altKey: true }))).toBeNull();
  });

  it('laisse aux champs copier, coller et leur propre retour en arrière', () => {
    expect(['Ctrl+C', 'Ctrl+V', 'Ctrl+Z', 'P', 'ArrowDown', 'Delete', '?'].filter(actsInField)).toEqual([]);
    expect(['Ctrl+K', 'Ctrl+Enter', 'Ctrl+Shift+L', 'Alt+1', 'F8', 'Escape', 'Ctrl+ArrowDown'].every(actsInField)).toBe(
      true,
    );
  });

  it('nomme les touches comme elles sont gravées', () => {
    expect(keyCapOf('Ctrl+Enter')).toBe('Ctrl ↵');
    expect(keyCapOf('Shift+ArrowRight')).toBe('Maj →');
    expect(keyCapOf('G A')).toBe('G puis A');
    expect(ariaKeys('Ctrl+K')).toBe('Control+K');
    expect(ariaKeys('G A')).toBeUndefined();
  });
});

describe('choix de l’action', () => {
  const action = (id: string, keys: string[], more: Partial<PlacedAction> = {}): PlacedAction => ({
    id,
    label: id,
    context: 'Partout',
    keys,
    run: () => undefined,
    ...more,
  });
  const actions = [
    action('page.finaliser', ['F']),
    action('aller.formation', ['G F']),
    action('palette', ['Ctrl+K']),
    action('verrou', ['Ctrl+Shift+L'], { inDialogs: true }),
    action('ouvrir', ['Enter']),
  ];
  const dispatcher = () =>
    createKeyDispatcher(
      () => actions,
      () => true,
    );
  const id = (found: PlacedAction | 'pending' | null) => (found === null || found === 'pending' ? found : found.id);

  it('distingue F seul de G puis F', () => {
    const keys = dispatcher();
    expect(id(keys.press(press('f', 'KeyF'), PAGE, 0))).toBe('page.finaliser');
    expect(id(keys.press(press('g', 'KeyG'), PAGE, 10))).toBe('pending');
    expect(id(keys.press(press('f', 'KeyF'), PAGE, 300))).toBe('aller.formation');
  });

  it('oublie une suite commencée depuis trop longtemps', () => {
    const keys = dispatcher();
    keys.press(press('g', 'KeyG'), PAGE, 0);
    expect(id(keys.press(press('f', 'KeyF'), PAGE, 5000))).toBe('page.finaliser');
  });

  it('avale la seconde touche d’une suite qui ne mène nulle part', () => {
    const keys = dispatcher();
    keys.press(press('g', 'KeyG'), PAGE, 0);
    expect(id(keys.press(press('z', 'KeyW'), PAGE, 100))).toBe('pending');
    expect(id(keys.press(press('f', 'KeyF'), PAGE, 200))).toBe('page.finaliser');
  });

  it('n’agit pas par une lettre dans un champ, ni sous une boîte de dialogue', () => {
    const keys = dispatcher();
    expect(id(keys.press(press('f', 'KeyF'), { ...PAGE, inField: true }, 0))).toBeNull();
    expect(id(keys.press(press('k', 'KeyK', { ctrlKey: true }), { ...PAGE, inField: true }, 0))).toBe('palette');
    expect(id(keys.press(press('k', 'KeyK', { ctrlKey: true }), { ...PAGE, inDialog: true }, 0))).toBeNull();
    expect(id(keys.press(press('L', 'KeyL', { ctrlKey: true, shiftKey: true }), { ...PAGE, inDialog: true }, 0))).toBe(
      'verrou',
    );
  });

  it('laisse Entrée au bouton qui a le focus', () => {
    expect(id(dispatcher().press(press('Enter', 'Enter'), { ...PAGE, onControl: true }, 0))).toBeNull();
    expect(id(dispatcher().press(press('Enter', 'Enter'), PAGE, 0))).toBe('ouvrir');
  });

  it('n’écoute plus les lettres quand elles sont coupées, garde les autres', () => {
    const keys = createKeyDispatcher(
      () => actions,
      () => false,
    );
    expect(id(keys.press(press('f', 'KeyF'), PAGE, 0))).toBeNull();
    expect(id(keys.press(press('k', 'KeyK', { ctrlKey: true }), PAGE, 0))).toBe('palette');
  });
});

describe('saisies groupées', () => {
  it('accepte un NIR collé avec ses espaces, et la Corse', () => {
    expect(groupNir(compactNir(' 2 59 04 54 999 999 51 '))).toBe('2 59 04 54 999 999 51');
    expect(groupNir(compactNir('1852a12345'))).toBe('1 85 2A 12 345');
  });

  it('groupe un numéro français et laisse les autres', () => {
    expect(groupPhone('+33 6.00.00.12.34')).toBe('06 00 00 12 34');
    expect(groupPhone('0033600001234')).toBe('06 00 00 12 34');
    expect(groupPhone('+352 26 12 34')).toBe('+352 26 12 34');
  });
});

describe('marque de la recherche', () => {
  it('marque sans tenir compte des accents ni de la casse', () => {
    expect(matchedRanges('LAMARTINE Hugo', 'mart')).toEqual([[2, 6]]);
    expect(matchedRanges('BEN SALAH Éloïse', 'eloi')).toEqual([[10, 14]]);
    expect(matchedRanges('MARTIN Jeanne', 'j mart')).toEqual([
      [0, 4],
      [7, 8],
    ]);
  });
});
