import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { ASSISTANT_PROFILES, EMPLOYER_KINDS, WORK_CONTRACT_KINDS } from '#shared/domain/employer.ts';
import type { ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import type { Gathered } from '../gather/gathered.ts';
import { touches, type Scope } from '../gather/scope.ts';
import { dayCell, factIf, factsBlock, measureCell, note, periodWords, tableBlock, words, type Fact } from './cells.ts';

type Person = Gathered['assistants'][number];

/** Who holds the post, under which contract, and when they were there. */
export function assistantsSection(gathered: Gathered): ReportSection {
  const { assistants, scope } = gathered;
  const blocks = assistants.flatMap((person) => [...personBlocks(person, scope), presence(person, scope)]);
  if (assistants.length === 0) blocks.push(note('missing', 'Aucun assistant rattaché au contrat sur cette période.'));
  if (blocks.length > 0) {
    blocks.push(note('plain', 'Les absences sont comptées en jours calendaires, sans leur motif médical.'));
  }
  return { id: 'assistants', title: 'Assistant médical et présence', blocks };
}

function personBlocks({ on, record }: Person, scope: Scope): ReportBlock[] {
  const employments = record.employments.filter(({ startDay, endDay }) => touches(scope, startDay, endDay));
  const times = employments.flatMap(({ workTimes }) => workTimes);
  const blocks: ReportBlock[] = [
    factsBlock([
      ['Nom', words(`${record.familyName.toUpperCase()} ${record.givenName}`)],
      ['Profil à l’embauche', words(ASSISTANT_PROFILES[record.profile])],
      ['Rattaché au contrat d’aide', words(periodWords(on.fromDay, on.toDay))],
      ...employments.map((one): Fact => [
        'Contrat de travail',
        words(
          [
            WORK_CONTRACT_KINDS[one.contractKind],
            periodWords(one.startDay, one.endDay),
            `employeur${NBSP}: ${one.employerName ?? EMPLOYER_KINDS[one.employerKind].toLowerCase()}`,
          ].join(', '),
        ),
      ]),
    ]),
  ];
  if (times.length > 0) {
    blocks.push(
      tableBlock(
        `Temps de travail, ${record.givenName} ${record.familyName}`,
        ['À partir du', 'Heures par semaine#'],
        times.map(({ fromDay, weeklyMinutes }) => [dayCell(fromDay), measureCell(weeklyMinutes / 60, 'h')]),
      ),
    );
  }
  return [
    ...blocks,
    ...record.contradictions.map((text) => note('missing', `À vérifier, des données se contredisent. ${text}`)),
  ];
}

/** Calendar days on the contract, days away, and the absences beyond two months, without any reason of health. */
function presence({ on, record }: Person, scope: Scope): ReportBlock {
  const { from, until } = scope;
  if (from === null || until === null) return note('missing', `Présence non comptée${NBSP}: période à préciser.`);
  const employed = record.employments.map(({ startDay, endDay }) => ({ from: startDay, to: endDay ?? until }));
  const within = (day: Day): boolean =>
    day >= on.fromDay &&
    (on.toDay === null || day <= on.toDay) &&
    employed.some((one) => one.from <= day && day <= one.to);
  let [days, training, leave, other] = [0, 0, 0, 0];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (!within(day)) continue;
    days += 1;
    const away = record.absences.find((one) => one.fromDay <= day && (one.toDay === null || day <= one.toDay));
    if (away === undefined) continue;
    if (away.kind === 'TRAINING') training += 1;
    else if (away.kind === 'PAID_LEAVE') leave += 1;
    else other += 1;
  }
  const present = days - training - leave - other;
  const long = record.absences.filter(
    ({ fromDay, toDay, kind }) =>
      kind !== 'TRAINING' &&
      kind !== 'PAID_LEAVE' &&
      fromDay <= until &&
      daysBetween(fromDay, toDay ?? until) > 60 &&
      (toDay ?? until) >= from,
  );
  return factsBlock([
    // Named again: a page may turn between the person and their days.
    [`Présence, ${record.givenName} ${record.familyName}`, words(periodWords(from, until))],
    ['Jours au contrat', measureCell(days, 'jours')],
    ['dont présence ou repos', measureCell(present, 'jours')],
    ['dont congés payés', measureCell(leave, 'jours')],
    ['dont formation', measureCell(training, 'jours')],
    ['dont autres absences', measureCell(other, 'jours')],
    ...factIf(days > 0, 'Part de présence', () => share(days - other, days)),
    ...long.map(({ fromDay, toDay, replaced }): Fact => [
      'Absence de plus de deux mois',
      words(
        `${periodWords(fromDay, toDay)}, ${replaced === null ? 'remplacement non renseigné' : replaced ? 'remplacée' : 'non remplacée'}`,
      ),
    ]),
  ]);
}

function share(part: number, whole: number) {
  const value = Math.round((part / whole) * 1000) / 10;
  return { text: `${formatNumber(value)}${NBSP}%, congés payés et formation compris`, figure: { value, unit: '%' } };
}
