import { NBSP } from '#shared/kernel/format.ts';
import type { ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import { FAMILIES, STEPS } from '#shared/rules/time-given-back/index.ts';
import type { Gathered } from '../gather/gathered.ts';
import {
  computedCell,
  countCell,
  estimateCell,
  factsBlock,
  measureCell,
  note,
  periodWords,
  tableBlock,
  words,
} from './cells.ts';

/** What the assistants did, together: figures are never those of one person (settled point 31). */
export function missionsSection({ missions, scope }: Gathered): ReportSection {
  const blocks: ReportBlock[] = [];
  if (missions === null) blocks.push(note('missing', `Missions non comptées${NBSP}: période à préciser.`));
  else {
    blocks.push(
      tableBlock(
        `Compté dans Prélude, ${periodWords(scope.from, scope.until)}`,
        ['Mission', 'Nombre#'],
        [
          [
            words('Patients reçus par les médecins du contrat (consultations)'),
            countCell(missions.seen, 'consultations'),
          ],
          [words('Arrivées accueillies par l’assistant'), countCell(missions.arrivals, 'arrivées')],
          [words('Consultations préparées par l’assistant'), countCell(missions.prepared, 'consultations')],
          [words('Constantes relevées'), countCell(missions.measures, 'constantes')],
          [words('Messages de préparation au médecin'), countCell(missions.messages, 'messages')],
        ],
      ),
      factsBlock([
        [
          'Préparation, durée médiane',
          missions.preparationMinutes === null ? words('non mesurée') : measureCell(missions.preparationMinutes, 'min'),
        ],
      ]),
      note(
        'plain',
        `Gestes des comptes d’assistant, sans distinguer les personnes, pour les patients des médecins du contrat. La durée va de l’entrée en préparation à «${NBSP}prêt${NBSP}».`,
      ),
    );
  }
  return { id: 'missions', title: 'Missions accomplies', blocks };
}

/** The answer of the practice's own measure, with its method said. */
export function timeSection({ time }: Gathered): ReportSection {
  if (time === null) {
    return {
      id: 'time',
      title: 'Temps rendu au médecin',
      blocks: [note('plain', `Non disponible${NBSP}: cette période précède ce que Prélude mesure.`)],
    };
  }
  if (time.families.length === 0) {
    const reasons = time.reasons.map(({ words: text }) => note('plain', text));
    return {
      id: 'time',
      title: 'Temps rendu au médecin',
      blocks: [note('plain', 'Rien de mesuré sur la période.'), ...reasons],
    };
  }
  const blocks: ReportBlock[] = [
    tableBlock(
      `Minutes par famille de missions, ${periodWords(time.from, time.to)}`,
      ['Famille', 'Minutes#', 'Dont mesurées#'],
      [
        ...time.families.map(({ family, minutes, measured }) => [
          words(FAMILIES[family]),
          estimateCell(minutes),
          computedCell(measured),
        ]),
        [words('Ensemble'), estimateCell(time.total), { text: '', figure: null }],
      ],
    ),
    factsBlock([['Par semaine, médiane', estimateCell(time.perWeek)]]),
    tableBlock(
      'Durées médianes des étapes',
      ['Étape', 'Médiane#', 'Passages#'],
      time.steps.map(({ step, median, passages }) => [
        words(STEPS[step]),
        computedCell(median),
        countCell(passages, 'passages'),
      ]),
    ),
    ...time.reasons.map(({ words: text }) => note('plain', text)),
    note('estimate', 'Estimation. La part non mesurée repose sur des durées choisies par le cabinet.'),
  ];
  return { id: 'time', title: 'Temps rendu au médecin', blocks };
}
