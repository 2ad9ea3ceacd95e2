import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { METRIC_LABELS } from '#shared/rules/aid/index.ts';
import type { Say } from './contradictions.ts';
import type { AidFacts } from './facts.ts';
import type { StoredContract, StoredObjective } from './stored.ts';

/** An objective below the start, or a figure of the CPAM without a letter that can be told. */
export function ofTheObjectives({ fields, objectives }: StoredContract, { today }: AidFacts, say: Say): void {
  for (const one of objectives) {
    const { metric, start, asWritten } = one;
    const at = (field: string) => ({ field: `objectives.${metric}.${field}`, gesture: 'objective' as const });
    const weight = asWritten ? 'told' : 'written';
    for (const { field, value, what } of targetsOf(one)) {
      if (start === null || value === null || value >= start) continue;
      const words = `${METRIC_LABELS[metric]}${NBSP}: ${what} de ${formatNumber(value)}, sous le départ de ${formatNumber(start)}${NBSP}: vérifier les deux nombres, ou indiquer que le papier les porte ainsi.`;
      say(weight, 'objective_below_start', at(field), words);
    }
    for (const { field, figure, day, what } of lettersOf(one)) {
      if (figure !== null && day === null)
        say('refused', 'letter_day_missing', at(field), `Date du courrier qui donne ${what}${NBSP}: à saisir.`);
      if (figure === null && day !== null)
        say('refused', 'letter_figure_missing', at(field), `Nombre de patients à saisir avec la date du courrier.`);
      if (day !== null && day > today) {
        const words = `Courrier du ${formatDay(day)}, date à venir${NBSP}: corriger la date.`;
        say('refused', 'letter_to_come', at(field), words);
      }
    }
    if (fields.kind === 'COLLECTIVE' && one.threshold !== null) {
      const words = `Contrat collectif${NBSP}: le seuil porte sur la moyenne du groupe, pas sur un indicateur du contrat.`;
      say('refused', 'threshold_of_group', at('threshold'), words);
    }
  }
}

const targetsOf = ({ target, notified }: StoredObjective) => [
  { field: 'target', value: target, what: 'objectif' },
  { field: 'notified', value: notified, what: 'objectif notifié' },
];

const lettersOf = ({ notified, notifiedOn, threshold, thresholdOn }: StoredObjective) => [
  { field: 'notifiedOn', figure: notified, day: notifiedOn, what: 'l’objectif' },
  { field: 'thresholdOn', figure: threshold, day: thresholdOn, what: 'le seuil' },
];
