import { datedFigure } from './dated-figure.ts';

export const SUSPENSION_EFFECTS = {
  POSTPONES: 'La suspension repousse les dates d’autant de jours',
  UNCHANGED: 'Les dates ne changent pas',
} as const;

/** U09: nobody could read whether a suspension pushes back the anniversaries and the term. */
export const suspensionEffect = datedFigure<string>(
  'aid.calendar.suspension_effect',
  'Effet d’une suspension sur les dates du contrat',
  'effet',
  [[null, null, 'unknown', 'S28', 'S32', 'S20']],
  { kind: 'choice', choices: SUSPENSION_EFFECTS },
);

/** No text read says what becomes of a contract started on 29 February. */
export const leapAnniversary = datedFigure<string>(
  'aid.calendar.leap_anniversary',
  'Anniversaire d’un contrat commencé un 29 février, les années qui n’en ont pas',
  'jour',
  [[null, 'FEB_28', 'design_choice', 'CHOICE']],
  { kind: 'choice', choices: { FEB_28: '28 février', MAR_1: '1er mars' } },
);
