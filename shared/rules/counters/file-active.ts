import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { computed, notComputed, type Computed, type Overrides } from '../kernel/index.ts';
import { coverage, type Period } from './coverage.ts';
import { seenStages, SEEN_RULES, type SeenRule } from './parameters.ts';
import { cite } from './sources.ts';

export interface FileActiveSituation {
  /** Different patients seen in the sliding year ending on the day. */
  readonly counted: number;
  /** Of which persons of imported passages who have no file. */
  readonly unlinked: number;
  readonly periods: readonly Period[];
  readonly overrides?: Overrides;
}

/**
 * Own file active of a doctor. A merged file counts once, an imported passage joined to a patient counts with theirs.
 * Until a sliding year is covered it is undetermined, and the partial count is shown as such beside.
 */
export function fileActive(situation: FileActiveSituation, day: Day): Computed {
  const { counted, unlinked, periods, overrides } = situation;
  const { state, window, words, parameters } = coverage(day, periods, overrides);
  const seen = seenStages(day, overrides);
  const steps = [
    {
      label: 'Période',
      words: `Du ${formatDay(window.from)} au ${formatDay(window.to)}`,
      value: window.months,
      unit: 'mois',
    },
    {
      label: 'Passages retenus',
      words: SEEN_RULES[seen.use.value as SeenRule] ?? SEEN_RULES.BEGUN,
      value: seen.stages.length,
      unit: 'étapes',
    },
    {
      label: 'Patients différents',
      words: `Chaque patient compte une fois, quel que soit son nombre de passages${NBSP}; les dossiers fusionnés comptent pour un`,
      value: counted,
      unit: 'patients',
    },
    ...(unlinked === 0
      ? []
      : [
          {
            label: 'Dont passages repris sans dossier',
            words: 'Distingués par une empreinte de leur identité ou de leur numéro',
            value: unlinked,
            unit: 'patients',
          },
        ]),
  ];
  const why = { steps, parameters: [...parameters, seen.use] };
  if (state === 'covered') return computed(counted, 'patients', why);
  const reason =
    state === 'none'
      ? 'Aucun passage enregistré sur l’année glissante. Importer les passages de l’ancien logiciel.'
      : `File active indéterminée, ${words}. Importer les passages qui manquent, ou attendre une année complète.`;
  return notComputed('patients', ['passages'], {
    ...why,
    alternatives:
      state === 'none'
        ? []
        : [
            {
              value: counted,
              words: `${formatNumber(counted)} patients, ${words}`,
              sources: cite('PROJECT'),
            },
          ],
    reasons: [{ code: 'WINDOW_NOT_COVERED', words: reason }],
  });
}
