import { parameter } from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';

/** Edition of the schedule the rules are drawn from, published on 28 April 2025. */
export const EDITION = parameter<string>({
  id: 'vaccination.edition',
  label: 'Édition du calendrier des vaccinations',
  unit: 'édition',
  checkedOn: CHECKED_ON,
  values: [
    { from: '2025-04-28', value: '2025', sources: cite(['V10', 'V5', 'V21']), confidence: 'multiple_secondary' },
  ],
});

/** Further than this, what is not yet due is left to the detail. */
export const DISPLAY_HORIZON = parameter<number>({
  id: 'vaccination.display_horizon',
  label: 'Échéances à venir montrées dans la liste',
  unit: 'mois',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: 12, sources: cite(['PROJECT']), confidence: 'design_choice' }],
  editable: { kind: 'number', min: 0, max: 120 },
});

/** An unfinished infant series is a question for the doctor in the list until this age, then in the detail. */
export const REVIEW_UNTIL_AGE = parameter<number>({
  id: 'vaccination.review_until_age',
  label: 'Série du nourrisson inachevée, montrée dans la liste jusqu’à',
  unit: 'ans',
  checkedOn: CHECKED_ON,
  values: [{ from: null, value: 18, sources: cite(['PROJECT']), confidence: 'design_choice' }],
  editable: { kind: 'number', min: 0, max: 120 },
});
