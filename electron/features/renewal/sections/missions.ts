import { NBSP } from '#shared/kernel/format.ts';
import type { ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import type { Gathered } from '../gather/gathered.ts';
import { countCell, factsBlock, measureCell, note, periodWords, tableBlock, words } from './cells.ts';

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
