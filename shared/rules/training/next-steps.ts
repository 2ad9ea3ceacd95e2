import { formatDay, type Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import type { ParameterUse } from '../kernel/index.ts';
import { trainingDeadlines, type TrainingDeadlines } from './deadlines.ts';
import { qualificationOn } from './qualification.ts';
import { trainingRoute, type Route } from './route.ts';
import type { TrainingFile } from './types.ts';

/** What the employer has to do, in the order of the file. */
export const STEPS = {
  fill_hire_day: 'Saisir la date d’embauche.',
  fill_diploma: 'Saisir le diplôme de l’assistant, avec sa copie.',
  tell_cpam_late: 'Prévenir la CPAM : échéance dépassée. La conséquence sur l’aide n’est pas connue.',
  check_entry: 'Vérifier le niveau d’entrée du CQP et les équivalences.',
  check_vae: 'Compter les heures en rapport avec le CQP : une VAE est peut-être ouverte.',
  file_vae: 'Déposer la demande de VAE avec les certificats d’employeur et le dernier bulletin.',
  choose_body_cqp: 'Choisir un organisme agréé par la CPNEFP et une session.',
  choose_body_fae: 'Choisir un organisme : aucun n’est imposé pour cette formation.',
  ask_positioning: 'Demander un positionnement : il peut alléger des modules.',
  ask_funding: 'Demander la prise en charge à OPCO EP avant le début.',
  enrol: 'Inscrire l’assistant.',
  start: 'Commencer la formation.',
  plan_end: 'Avancer la fin prévue : elle dépasse l’échéance.',
  fill_planned_end: 'Saisir la date de fin prévue.',
  follow_hours: 'Noter les heures suivies et garder les attestations.',
  obtain: 'Obtenir le certificat ou l’attestation.',
  keep_proof: 'Garder le certificat ou l’attestation dans le dossier.',
  send_proof: 'Adresser le justificatif de qualification à la CPAM.',
} as const;
export type StepCode = keyof typeof STEPS;

export interface NextStep {
  readonly code: StepCode;
  readonly words: string;
  /** Last day, when there is one. */
  readonly by: Day | null;
  /** Worth doing, not required. */
  readonly optional: boolean;
}

export interface NextSteps {
  readonly route: Route | null;
  readonly steps: readonly NextStep[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/** What the employer must do next on `day`, the first thing first. */
export function nextSteps(file: TrainingFile, day: Day): NextSteps {
  const route = trainingRoute(file, day);
  const deadlines = trainingDeadlines(file, day);
  const qualified = qualificationOn(file, day);
  const steps = [
    ...(route.profile === null && qualified === null ? [step('fill_diploma')] : []),
    ...(file.hiredOn === undefined ? [step('fill_hire_day')] : []),
    ...(qualified === null ? openSteps(file, route.route, deadlines, day) : qualifiedSteps(file, deadlines, day)),
  ];
  return {
    route: route.route,
    steps,
    parameters: [...route.parameters, ...deadlines.complete.parameters, ...deadlines.enrolBy.parameters],
    missing: [...new Set([...route.missing, ...deadlines.missing])],
  };
}

function step(code: StepCode, by: Day | null = null, optional = false): NextStep {
  const words = by === null ? STEPS[code] : `${STEPS[code].replace(/\.$/, '')}, au plus tard le ${formatDay(by)}.`;
  return { code, words: frenchTypography(words), by, optional };
}

function openSteps(file: TrainingFile, route: Route | null, deadlines: TrainingDeadlines, day: Day): NextStep[] {
  const { start, complete, enrolBy } = deadlines;
  if (route === null && file.wantsVae !== true) return [];
  const begun = (on: Day | undefined): boolean => on !== undefined && on <= day;
  const late = complete.value !== null && day > complete.value;
  const steps = late ? [step('tell_cpam_late')] : [];
  if (route === 'VAE') return [...steps, step('file_vae'), step('obtain', complete.value)];
  if (route === null) return [...steps, step('check_vae')];
  if (!begun(file.enrolledOn) && !begun(file.startedOn)) {
    steps.push(...beforeEnrolling(file, route), step('enrol', enrolBy.value));
  }
  if (!begun(file.startedOn)) steps.push(step('start', start.value));
  else steps.push(step('follow_hours'));
  if (file.plannedEndOn === undefined) steps.push(step('fill_planned_end'));
  else if (complete.value !== null && file.plannedEndOn > complete.value) steps.push(step('plan_end', complete.value));
  return [...steps, step('obtain', complete.value)];
}

function beforeEnrolling(file: TrainingFile, route: Route): NextStep[] {
  if (route === 'FAE') return [step('choose_body_fae'), step('ask_funding')];
  const vae = file.wantsVae === undefined ? [step('check_vae', null, true)] : [];
  return [
    step('check_entry'),
    ...vae,
    step('choose_body_cqp'),
    step('ask_positioning', null, true),
    step('ask_funding'),
  ];
}

function qualifiedSteps(file: TrainingFile, deadlines: TrainingDeadlines, day: Day): NextStep[] {
  const sent = file.proofSentOn !== undefined && file.proofSentOn <= day;
  return [step('keep_proof'), ...(sent ? [] : [step('send_proof', deadlines.complete.value)])];
}
