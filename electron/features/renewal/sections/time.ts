import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { ReportBlock, ReportCell, ReportSection } from '#shared/domain/renewal-report.ts';
import { FAMILIES, STEPS, type ComparedSide } from '#shared/rules/time-given-back/index.ts';
import type { Gathered } from '../gather/gathered.ts';
import type { PersonAnswer, TimeAnswer } from '../gather/readings.ts';
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

/** What the assistants did, in minutes, with its method said; one person's figures only as settled point 31 lets them. */
export function timeSection({ time, person, alone }: Gathered): ReportSection {
  const blocks = [
    ...(time === null
      ? [note('plain', `Non disponible${NBSP}: le premier jour de la période n’est pas encore passé.`)]
      : practiceBlocks(time)),
    ...(alone === null ? [] : [note('plain', aloneWords(alone.informedOn))]),
    // Alone, what is said of everybody is already theirs.
    ...(alone !== null && person === null ? [] : personBlocks(person)),
  ];
  return { id: 'time', title: 'Temps rendu au médecin', blocks };
}

function practiceBlocks(time: TimeAnswer): ReportBlock[] {
  const reasons = time.reasons.map(({ words: text }) => note('plain', text));
  if (time.families.length === 0) return [note('plain', 'Rien de mesuré sur la période.'), ...reasons];
  return [
    familiesTable('Tous les assistants, minutes pour les patients des médecins du contrat', time),
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
    ...comparisonBlocks(time),
    ...reasons,
    note('estimate', 'Estimation. La part non mesurée repose sur des durées choisies par le cabinet.'),
  ];
}

type Minutes = Pick<TimeAnswer, 'from' | 'to' | 'families' | 'total'>;

const familiesTable = (caption: string, { from, to, families, total }: Minutes): ReportBlock =>
  tableBlock(
    `${caption}, ${periodWords(from, to)}`,
    ['Famille', 'Minutes#', 'Dont mesurées#'],
    [
      ...families.map(({ family, minutes, measured }) => [
        words(FAMILIES[family]),
        estimateCell(minutes),
        computedCell(measured),
      ]),
      [words('Ensemble'), estimateCell(total), measuredCell(families)],
    ],
  );

/** The part read on the board, all families together; nothing when one of them is not known. */
function measuredCell(families: Minutes['families']): ReportCell {
  const minutes = families.map(({ measured }) => measured.value);
  return minutes.some((one) => one === null)
    ? words('Indéterminé')
    : measureCell(
        minutes.reduce<number>((sum, one) => sum + (one ?? 0), 0),
        'min',
      );
}

/** Of the practice, never of one person; a difference is shown without a cause. */
function comparisonBlocks({ comparison, to }: TimeAnswer): ReportBlock[] {
  const { outcome, hireDay, before, after, change, reasons } = comparison;
  if (outcome !== 'computed' || before === null || after === null) {
    const why =
      hireDay === null
        ? 'embauche non datée'
        : hireDay > to
          ? 'embauche postérieure à la période'
          : 'trop peu de semaines connues d’un côté ou de l’autre';
    return [note('plain', `Avant et depuis la première embauche${NBSP}: comparaison indéterminée, ${why}.`)];
  }
  const row = (label: string, side: ComparedSide) => [
    words(label),
    words(periodWords(side.from, side.to)),
    countCell(side.weeks, 'semaines'),
    computedCell(side.seenPerWeek),
  ];
  return [
    tableBlock(
      'Patients vus par les médecins du contrat, avant et depuis la première embauche',
      ['', 'Période', 'Semaines connues#', 'Médiane#'],
      [row('Avant', before), row('Depuis', after)],
    ),
    factsBlock([['Différence', computedCell(change)]]),
    ...reasons.map(({ words: text }) => note('plain', text)),
  ];
}

const aloneWords = (informedOn: string | null): string =>
  `Un seul assistant compté sur la période${NBSP}: ces chiffres sont aussi les siens. ${
    informedOn === null
      ? 'Information écrite du salarié non datée.'
      : `Information écrite du salarié remise le ${formatDay(informedOn)}.`
  }`;

/** At most one person, on demand, once told in writing: nothing puts two of them side by side. */
function personBlocks(person: PersonAnswer | null): ReportBlock[] {
  if (person === null) {
    return [
      note(
        'plain',
        'Chiffres par personne non joints. Ils ne le sont que sur demande, après une information écrite et datée du salarié.',
      ),
    ];
  }
  const { informed, time, why } = person;
  if (time === null) return [note('plain', `${informed.name}${NBSP}: chiffres non joints. ${why}`)];
  const told = informed.informedOn === null ? '' : ` Information écrite remise le ${formatDay(informed.informedOn)}.`;
  if (time.families.length === 0)
    return [note('plain', `${informed.name}${NBSP}: rien de mesuré sur la période.${told}`)];
  return [
    familiesTable(`${informed.name}, minutes pour les patients des médecins du contrat`, time),
    factsBlock([[`Par semaine, médiane, ${informed.name}`, estimateCell(time.perWeek)]]),
    note('plain', `Chiffres d’une seule personne, sans comparaison.${told}`),
  ];
}
