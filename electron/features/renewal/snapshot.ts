import { formatDay } from '#shared/kernel/day.ts';
import { isComplete, type ChecklistLine } from '#shared/domain/renewal.ts';
import type { RenewalSnapshot } from '#shared/domain/renewal-report.ts';
import type { Gathered } from './gather/gathered.ts';
import { lettersOf } from './letters.ts';
import { assistantsSection } from './sections/assistants.ts';
import { contractSection } from './sections/contract.ts';
import { countersSection } from './sections/counters.ts';
import { missionsSection } from './sections/missions.ts';
import { moneySection } from './sections/money.ts';
import { checklistSection, proofsOf, proofsSection } from './sections/proofs.ts';
import { rulesSection } from './sections/rules.ts';
import { timeSection } from './sections/time.ts';
import { trainingSection } from './sections/training.ts';

/** The whole file, as it would be frozen at this instant (UTC). */
export function snapshotOf(
  gathered: Gathered,
  checklist: readonly ChecklistLine[],
  stoppedAt: string,
): RenewalSnapshot {
  const { contract, practice, scope } = gathered;
  const { name, address, postcode, city, phone, finess } = practice.practice;
  const proofs = proofsOf(gathered);
  const town = [postcode, city].filter(Boolean).join(' ');
  return {
    format: 1,
    title: scope.title,
    subtitle: scope.subtitle,
    stoppedAt,
    stoppedWords: `le ${stoppedWords(stoppedAt)}`,
    practice: {
      name,
      lines: [address, town, phone, finess === null ? null : `FINESS ${finess}`].filter(
        (one): one is string => one != null && one !== '',
      ),
    },
    contractLine: contract.title,
    signer: contract.doctors
      .map((one) => practice.doctors.find(({ id }) => id === one.id)?.displayName ?? one.name)
      .join(', '),
    complete: isComplete(checklist),
    personal: gathered.person?.time != null,
    sections: [
      contractSection(gathered),
      countersSection(gathered),
      assistantsSection(gathered),
      trainingSection(gathered),
      missionsSection(gathered),
      timeSection(gathered),
      moneySection(gathered),
      proofsSection(proofs),
      checklistSection(checklist),
      rulesSection(gathered),
    ],
    proofs,
    letters: lettersOf(gathered),
  };
}

/** « 22/11/2026 à 21:50 », in Paris. */
function stoppedWords(instant: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris');
  const time = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  return `${formatDay(local.toPlainDate().toString())} à ${time}`;
}
