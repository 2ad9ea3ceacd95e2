import { parameter, type JsonValue, type Parameter } from '../kernel/index.ts';
import { CHECKED_ON, cite } from './sources.ts';

const limit = <Value extends JsonValue>(
  definition: Pick<Parameter<Value>, 'id' | 'label' | 'unit' | 'values'>,
): Parameter<Value> => parameter<Value>({ ...definition, checkedOn: CHECKED_ON });

const flag = (name: string, label: string, value: boolean, sources: Parameter['values'][0]['sources']) =>
  limit<boolean>({
    id: `acts.${name}`,
    label,
    unit: 'oui ou non',
    values: [{ from: null, value, sources, confidence: 'multiple_secondary' }],
  });

/** Limits of the post and of the acts. */
export const LIMITS = {
  automaticDevice: flag(
    'automatic_device_only',
    'Examens avec des appareils entièrement automatiques seulement',
    true,
    cite('S02', 'S33', 'S34'),
  ),
  diplomaWidens: flag(
    'diploma_widens',
    'Un diplôme de soins élargit le champ des actes',
    false,
    cite('S02', 'S33', 'S34'),
  ),
  healthProfessional: flag(
    'health_professional',
    'L’assistant est un professionnel de santé',
    false,
    cite('S02', 'S33', 'S34'),
  ),
  replacesProfession: flag(
    'may_replace_profession',
    'Le poste peut remplacer une autre profession de santé',
    false,
    cite('S02', 'S19', 'S60'),
  ),
  newPost: flag('new_post', 'Le poste est une création', true, cite('S49', 'S47')),
  remoteShare: limit<number>({
    id: 'acts.remote_share_never_reached',
    label: 'Part de travail à distance jamais atteinte',
    unit: '%',
    values: [{ from: null, value: 100, sources: cite('S02', 'S01'), confidence: 'multiple_secondary' }],
  }),
  partialRemote: limit<boolean>({
    id: 'acts.partial_remote',
    label: 'Télétravail partiel pour les tâches administratives ou de coordination',
    unit: 'oui ou non',
    values: [
      { from: null, value: null, sources: cite('S02'), confidence: 'unknown' },
      { from: '2024-01-01', value: true, sources: cite('S32'), confidence: 'single_source' },
    ],
  }),
  homeOnly: flag('home_only', 'Exercice au seul domicile des patients', false, cite('S02', 'S01')),
  mileage: flag('mileage_allowances', 'Indemnités kilométriques', false, cite('S02', 'S01')),
  replacementMonths: limit<number>({
    id: 'acts.secretary_replacement_months',
    label: 'Délai pour remplacer la secrétaire devenue assistante',
    unit: 'mois',
    values: [
      {
        from: null,
        value: null,
        sources: cite('S49'),
        confidence: 'unknown',
        disputed: [{ value: 6, sources: cite('S47') }],
      },
    ],
  }),
  doctorAnswers: flag(
    'doctor_answers',
    'Le médecin employeur répond de ce qui se fait sans sa présence',
    true,
    cite('S02', 'S01'),
  ),
} as const;
