import type { AssistantTraining } from '#shared/contract/training.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { DEADLINE_NAMES } from '#shared/rules/training/index.ts';
import { met, undetermined } from '#shared/rules/kernel/index.ts';
import { reason, withReasons, type Due } from './deadline.ts';

const TITLES = { start: 'Formation à commencer', complete: 'Certificat ou attestation à obtenir' } as const;

/** The legal dates of one assistant still to be kept, the day to register by, and a plan that ends too late. */
export function trainingDues(
  { assistant, training, answers, leavesOn, hiredOn }: AssistantTraining,
  today: Day,
): Due[] {
  if (hiredOn === null || (leavesOn !== null && leavesOn < today)) return [];
  const whom = `${assistant.givenName} ${assistant.familyName}`;
  const base = { whom, place: 'training', recordId: assistant.id } as const;
  const { deadlines, watch } = answers;
  const dues: Due[] = [];
  for (const { kind, day, followed, state } of watch.dates) {
    if (!followed || state === 'kept' || state === 'kept_late') continue;
    const others = watch.dates.filter((one) => one.kind === kind && !one.followed);
    const words = others.map((one) =>
      reason('other_reading', `Autre lecture, non suivie, ${DEADLINE_NAMES[kind]}\u00a0: ${formatDay(one.day)}.`),
    );
    const title = TITLES[kind];
    const code = kind === 'start' ? 'TRAINING_START' : 'TRAINING_COMPLETE';
    dues.push({ ...base, kind: code, title, day, why: withReasons(deadlines[kind], ...words) });
  }
  for (const warning of watch.warnings) {
    if (warning.code !== 'planned_end_after') continue;
    const why = met([reason('planned_end_after', warning.words)]);
    dues.push({ ...base, kind: 'TRAINING_PLAN', title: 'Fin de formation prévue après l’échéance', day: null, why });
  }
  const begun = training?.facts.registeredOn != null || training?.facts.startedOn != null;
  const toComplete = dues.some(({ kind }) => kind === 'TRAINING_COMPLETE');
  if (toComplete && deadlines.enrolBy.value !== null && !begun) {
    const title = 'Inscription au plus tard, pour tenir l’échéance';
    dues.push({ ...base, kind: 'TRAINING_ENROL', title, day: deadlines.enrolBy.value, why: deadlines.enrolBy });
  }
  const proof = answers.steps.steps.find(({ code }) => code === 'send_proof');
  if (proof !== undefined) {
    const why = undetermined(['proofSentOn'], [reason(proof.code, proof.words)]);
    const title = 'Justificatif de qualification à adresser à la CPAM';
    dues.push({ ...base, kind: 'PROOF', title, day: proof.by, why, part: 'send_proof' });
  }
  return dues;
}
