import type { AssistantView } from '#shared/contract/employer.ts';
import { employmentOn } from '#shared/domain/employer-record.ts';
import { OPTION_LABELS } from '#shared/rules/aid/index.ts';
import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import { computed } from '#shared/rules/kernel/index.ts';
import { reason, withReasons, type Due } from './deadline.ts';

/** Absences nobody has to tell the CPAM of. */
const ORDINARY = ['PAID_LEAVE', 'TRAINING'];
/** An absence that ended longer ago than this asks for nothing more. */
const FORGOTTEN_MONTHS = 12;

/** What the employment of one assistant asks for. `toldOn`: letters to the CPAM about this assistant. */
export function assistantDues(assistant: AssistantView, toldOn: readonly Day[], today: Day): Due[] {
  const whom = `${assistant.givenName} ${assistant.familyName}`;
  const base = { whom, place: 'employer', recordId: assistant.id } as const;
  return [
    ...employmentEnds(assistant, base, today),
    ...absenceDues(assistant, base, toldOn, today),
    ...secretaryDue(assistant, base),
  ];
}

type Base = Pick<Due, 'whom' | 'place' | 'recordId'>;

function employmentEnds({ employments, told }: AssistantView, base: Base, today: Day): Due[] {
  return employments.flatMap(({ id, startDay, endDay, contractKind }): Due[] => {
    if (endDay === null || endDay < today || startDay > today) return [];
    const answer = told.departures.find((one) => one.employmentId === id)?.action;
    const words = `${contractKind} du ${formatDay(startDay)} au ${formatDay(endDay)}.`;
    const steps = [{ label: 'Dernier jour', words, value: endDay, unit: 'jour' }];
    const why = computed<Day>(endDay, 'jour', {
      steps,
      reasons: [...(answer?.reasons ?? []), reason('end_of_employment', 'Le poste vacant peut suspendre l’aide.')],
    });
    return [{ ...base, kind: 'EMPLOYMENT_END', title: `Fin du ${contractKind}`, day: endDay, why, part: id }];
  });
}

function absenceDues(
  { absences, employments, told }: AssistantView,
  base: Base,
  toldOn: readonly Day[],
  today: Day,
): Due[] {
  return absences.flatMap((absence): Due[] => {
    const answer = told.absences.find((one) => one.absenceId === absence.id);
    const end = absence.toDay ?? employmentOn(employments, absence.fromDay)?.endDay ?? null;
    if (answer === undefined || ORDINARY.includes(absence.kind)) return [];
    if (end !== null && end < addMonths(today, -FORGOTTEN_MONTHS)) return [];
    const reaches = (day: Day | null): boolean => day !== null && (end === null || end >= day);
    const already = toldOn.some((day) => day >= absence.fromDay);
    const sent = absence.replaced === true;
    const { tellFrom, suspensionFrom, action } = answer;
    const dues: Due[] = [];
    if (reaches(tellFrom.value) && !already) {
      dues.push({
        ...base,
        kind: 'ABSENCE_TELL',
        title: sent ? 'Remplacement à signaler à la CPAM' : 'Absence de plus de 60 jours, à signaler à la CPAM',
        day: tellFrom.value,
        why: withReasons(
          tellFrom,
          ...action.reasons,
          reason('letter', 'Un courrier à la CPAM noté dans l’aide clôt cette échéance.'),
        ),
        part: absence.id,
      });
    }
    if (reaches(suspensionFrom.value) && !sent) {
      const running = end === null || end >= today;
      if (running) {
        dues.push({
          ...base,
          kind: 'ABSENCE_LONG',
          title: 'Absence de plus de trois mois, suspension possible',
          day: suspensionFrom.value,
          why: withReasons(suspensionFrom, ...action.reasons),
          part: absence.id,
        });
      }
    }
    return dues;
  });
}

function secretaryDue({ told, formerSecretary }: AssistantView, base: Base): Due[] {
  const verdict = told.post?.limits.find(({ id }) => id === 'secretary_replaced')?.verdict;
  if (formerSecretary !== true || verdict === undefined || verdict.outcome === 'met') return [];
  const due = told.post?.replacementDue ?? null;
  const title = 'Secrétaire devenue assistante, à remplacer dans son poste';
  return [{ ...base, kind: 'SECRETARY', title, day: due?.value ?? null, why: due ?? verdict }];
}

/** Hours below the option of the contract of aid, today or from a later change; once per contract. */
export function workTimeDues(
  assistants: readonly AssistantView[],
  today: Day,
  nameOf: (id: string | null) => string | null,
): Due[] {
  const seen = new Set<string>();
  return assistants
    .flatMap(({ told }) => told.workTimes)
    .flatMap(({ contractId, doctorId, option, fromDay, verdict }): Due[] => {
      if (verdict.outcome === 'met' || seen.has(contractId)) return [];
      seen.add(contractId);
      const later = fromDay > today;
      const title = frenchTypography(`Temps de travail sous l’option ${OPTION_LABELS[option] ?? option}`);
      const day = later ? fromDay : null;
      const why = withReasons(
        verdict,
        reason('option_hours', 'Augmenter les heures, ou demander un avenant à la CPAM.'),
      );
      return [{ kind: 'WORK_TIME', title, whom: nameOf(doctorId), day, why, place: 'aid', recordId: contractId }];
    });
}
