import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { MODULE_STATES, TRAINING_ROUTES } from '#shared/domain/training.ts';
import type { ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import { TRAINING_NAMES } from '#shared/rules/training/index.ts';
import type { Gathered } from '../gather/gathered.ts';
import type { TrainingAnswer } from '../gather/readings.ts';
import { computedCell, dayCell, factIf, factsBlock, measureCell, note, tableBlock, words } from './cells.ts';

type Training = NonNullable<TrainingAnswer['training']>;

/** The training asked, its two dates, and what proves it. */
export function trainingSection({ trainings }: Gathered): ReportSection {
  const blocks = trainings.flatMap(assistantBlocks);
  if (blocks.length === 0) blocks.push(note('missing', `Formation${NBSP}: rien de saisi.`));
  return { id: 'training', title: 'Formation', blocks };
}

function assistantBlocks(one: TrainingAnswer): ReportBlock[] {
  const { assistant, training, past, answers, hiredOn } = one;
  const { deadlines } = answers;
  const blocks: ReportBlock[] = [
    factsBlock([
      ['Assistant', words(`${assistant.familyName.toUpperCase()} ${assistant.givenName}`)],
      ['Embauche', dayCell(hiredOn)],
      ['Formation exigée', words(deadlines.required === null ? null : TRAINING_NAMES[deadlines.required])],
      ...factIf(deadlines.start.value !== null, 'À commencer au plus tard le', () => computedCell(deadlines.start)),
      ['À obtenir au plus tard le', computedCell(deadlines.complete)],
    ]),
    // Where the texts disagree, both dates are shown.
    ...deadlines.complete.alternatives.map((other) => note('plain', `Textes divergents. ${other.words}.`)),
  ];
  const records = [...(training === null ? [] : [training]), ...past];
  if (records.length === 0) {
    blocks.push(note('missing', `${assistant.givenName} ${assistant.familyName}${NBSP}: aucune formation saisie.`));
  }
  return [
    ...blocks,
    ...records.flatMap(recordBlocks),
    ...one.contradictions.map((text) => note('missing', `À vérifier, des données se contredisent. ${text}`)),
  ];
}

function recordBlocks({ facts, modules, days, documents }: Training): ReportBlock[] {
  const blocks: ReportBlock[] = [
    factsBlock([
      ['Parcours suivi', words(TRAINING_ROUTES[facts.route])],
      ['Organisme', words(facts.body)],
      ['Inscription', dayCell(facts.registeredOn)],
      ['Début', dayCell(facts.startedOn)],
      ...factIf(facts.certifiedOn === null, 'Fin prévue', () => dayCell(facts.plannedEnd)),
      ...factIf(facts.examOn !== null, 'Épreuve', () => dayCell(facts.examOn)),
      ...factIf(facts.abandonedOn !== null, 'Abandon', () => dayCell(facts.abandonedOn)),
      [
        'Certificat',
        words(facts.certifiedOn === null ? 'pas encore obtenu' : `obtenu le ${formatDay(facts.certifiedOn)}`),
      ],
      ...factIf(facts.proofSentOn !== null, 'Preuve adressée à la caisse', () => dayCell(facts.proofSentOn)),
      ...factIf(facts.vaeHours !== null, 'Heures d’expérience (VAE)', () => measureCell(facts.vaeHours, 'h')),
      ...factIf(days.length > 0, 'Journées bloquées', () => measureCell(days.length, 'jours')),
      ...factIf(documents.length > 0, 'Attestations jointes', () => measureCell(documents.length, 'pièces')),
    ]),
  ];
  if (modules.length > 0) {
    blocks.push(
      tableBlock(
        'Modules',
        ['Module', 'État', 'Suivies#', 'Prévues#', 'Validé le'],
        modules.map(({ facts: own }) => [
          words(own.label),
          words(MODULE_STATES[own.state]),
          hours(own.doneMinutes),
          hours(own.plannedMinutes),
          own.validatedOn === null ? { text: '', figure: null } : dayCell(own.validatedOn),
        ]),
      ),
    );
  }
  return blocks;
}

const hours = (minutes: number | null) => measureCell(minutes === null ? null : Math.round(minutes / 6) / 10, 'h');
