import { parameter, type Parameter } from '../kernel/index.ts';
import { CHECKED_ON, CHOICE } from './sources.ts';

/** An assumption: no text gives it, the practice may change it. */
const assumption = (id: string, label: string, unit: string, value: number, min: number, max: number) =>
  parameter<number>({
    id: `time.${id}`,
    label,
    unit,
    checkedOn: CHECKED_ON,
    values: [{ from: null, value, sources: CHOICE, confidence: 'design_choice' }],
    editable: { kind: 'number', min, max },
  });

/** Minutes counted for a gesture that has no beginning and no end of its own. */
export const MINUTES = {
  arrival: assumption('minutes.arrival', 'Une arrivée notée', 'min', 3, 0, 30),
  booking: assumption('minutes.booking', 'Un rendez-vous pris', 'min', 2, 0, 30),
  measure: assumption('minutes.measure', 'Une mesure, quand la préparation n’est pas chronométrée', 'min', 1, 0, 15),
  item: assumption('minutes.item', 'Une action finalisée après la consultation', 'min', 5, 0, 60),
} as const satisfies Record<string, Parameter<number>>;

/** What is kept of the times noted on the board. */
export const KEPT = {
  preparation: assumption(
    'longest.preparation',
    'Préparation, au-delà de laquelle le passage est écarté',
    'min',
    45,
    5,
    240,
  ),
  step: assumption('longest.step', 'Autre étape, au-delà de laquelle le passage est écarté', 'min', 240, 30, 720),
  passages: assumption('least.passages', 'Passages nécessaires pour une médiane', 'passages', 5, 1, 100),
} as const satisfies Record<string, Parameter<number>>;

export const COMPARED = {
  weeks: assumption('compare.weeks', 'Semaines comparées, avant l’embauche et maintenant', 'semaines', 12, 1, 52),
  least: assumption(
    'compare.least',
    'Semaines avec des patients vus, nécessaires de chaque côté',
    'semaines',
    4,
    1,
    52,
  ),
} as const satisfies Record<string, Parameter<number>>;
