import { expect, test } from 'vitest';
import { blankTraining, trainingProblems, type TrainingFacts } from '#shared/domain/training.ts';
import {
  fieldLabel,
  LETTER_FIELDS,
  OUTCOME_FIELDS,
  registrationFields,
  VAE_FIELDS,
  wordsElsewhere,
} from '../../renderer/features/training/drawn-fields.ts';
import { factsFrom, formOf } from '../../renderer/features/training/facts-form.ts';

const today = '2027-11-17';
const refused = (facts: TrainingFacts) =>
  Object.fromEntries(trainingProblems(facts, today, null).map(({ field, message }) => [field, message]));

test('un début déplacé après l’épreuve se dit dans le panneau du parcours, où l’épreuve n’est pas affichée', () => {
  const facts = { ...blankTraining('CQP'), startedOn: '2027-10-04', examOn: '2027-09-20' };
  const problems = refused(facts);
  expect(Object.keys(problems)).toEqual(['examOn']);
  expect(wordsElsewhere(problems, registrationFields(formOf(facts)))).toBe(problems['examOn']);
  expect(wordsElsewhere(problems, OUTCOME_FIELDS)).toBeUndefined();
});

test('ce qui est refusé sous un champ affiché n’est pas répété, et une phrase n’est dite qu’une fois', () => {
  const problems = { '': 'Refusé.', body: 'À corriger.', examOn: 'Refusé.', certifiedOn: 'Relire.' };
  expect(wordsElsewhere(problems, ['body'])).toBe('Refusé. Relire.');
  expect(wordsElsewhere({}, ['body'])).toBeUndefined();
});

test('une saisie illisible que le parcours a cachée est nommée', () => {
  const form = { ...formOf(blankTraining('CQP')), route: 'FAE' as const, otherMinutes: 'dix' };
  const { problems } = factsFrom(form, today);
  expect(wordsElsewhere(problems, registrationFields(form))).toContain('Heures hors modules\u00a0: ');
  expect(wordsElsewhere(problems, registrationFields({ ...form, route: 'CQP' }))).toBeUndefined();
});

test('chaque champ d’une formation a un nom et un panneau qui l’affiche', () => {
  const { given, vaeApplications, ...facts } = blankTraining('CQP');
  const fields = [...Object.keys(facts), ...Object.keys(given).map((kind) => `given.${kind}`)];
  const drawn = [
    ...registrationFields({ route: 'CQP', levelFour: 'non' }),
    ...OUTCOME_FIELDS,
    ...VAE_FIELDS,
    ...LETTER_FIELDS,
  ];
  expect(vaeApplications).toEqual([]);
  for (const field of fields) {
    expect(drawn).toContain(field);
    expect(fieldLabel(field)).not.toBe('Autre champ');
  }
});
