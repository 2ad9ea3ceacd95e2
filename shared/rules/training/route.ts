import { formatDay, type Day } from '#shared/kernel/day.ts';
import { met, notMet, undetermined, valueOn, type ParameterUse, type Reason, type Verdict } from '../kernel/index.ts';
import { REQUIRED } from './delays.ts';
import { CQP, FAE } from './figures.ts';
import { profileOf, qualificationOn } from './qualification.ts';
import { PROFILES, type Profile, type TrainingFile } from './types.ts';
import { hoursCheck } from './vae.ts';
import { REASONS, reason, TRAINING_NAMES } from './wording.ts';

export const ROUTES = {
  CQP: 'CQP assistant médical, par la formation',
  VAE: 'CQP assistant médical, par la validation des acquis',
  FAE: 'formation d’adaptation à l’emploi',
  CERTIFIED: 'qualification déjà acquise',
} as const;
export type Route = keyof typeof ROUTES;

export interface RouteAnswer {
  readonly outcome: 'decided' | 'undetermined';
  readonly route: Route | null;
  readonly profile: Profile | null;
  /** Entry into the CQP, when it is the training required; null otherwise. */
  readonly entry: Verdict | null;
  /** Hours of experience for a VAE, when the CQP is the training required; null otherwise. */
  readonly vae: Verdict | null;
  /** Other titles giving a partial equivalence; null outside the CQP or when none was given. */
  readonly equivalence: Verdict | null;
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/** The training an assistant must follow, on `day`, with what opens it. */
export function trainingRoute(file: TrainingFile, day: Day): RouteAnswer {
  const profile = profileOf(file);
  const empty = { entry: null, vae: null, equivalence: null, parameters: [], missing: [] };
  const qualified = qualificationOn(file, day);
  if (qualified !== null) {
    const words = `${TRAINING_NAMES[qualified.by]} : acquis le ${formatDay(qualified.on)}.`;
    return { ...empty, outcome: 'decided', route: 'CERTIFIED', profile, reasons: [reason('already_certified', words)] };
  }
  if (profile === null) {
    const reasons = [REASONS.profileMissing];
    return { ...empty, outcome: 'undetermined', route: null, profile, reasons, missing: ['profile'] };
  }
  // The training of a profile has not changed since 2019; before the hire is known, the day of the question is read.
  const required = valueOn(REQUIRED[profile], file.hiredOn ?? day);
  if (required === null || required.value === null) {
    return { ...empty, outcome: 'undetermined', route: null, profile, reasons: [REASONS.noText] };
  }
  const reasons = [
    reason('profile', `Profil : ${PROFILES[profile]}.`),
    reason(`requires_${required.value.toLowerCase()}`, `Formation exigée : ${TRAINING_NAMES[required.value]}.`),
  ];
  if (required.value === 'FAE') {
    const uses = [valueOn(FAE.hours, day), valueOn(FAE.contentImposed, day)].filter((use) => use !== null);
    const free = reason('fae_content_free', 'Ni organisme ni contenu imposé pour cette formation.');
    return {
      ...empty,
      outcome: 'decided',
      route: 'FAE',
      profile,
      reasons: [...reasons, free],
      parameters: [required, ...uses],
    };
  }
  return cqpRoute(file, day, { profile, reasons, required });
}

interface CqpRequired {
  readonly profile: Profile;
  readonly reasons: readonly Reason[];
  readonly required: ParameterUse;
}

function cqpRoute(file: TrainingFile, day: Day, { profile, reasons, required }: CqpRequired): RouteAnswer {
  const vae = hoursCheck(file.relatedHours, day);
  const base = {
    profile,
    entry: entryCheck(file, day),
    vae,
    equivalence: equivalenceCheck(file.heldTitles, day),
    parameters: [required],
  };
  if (file.wantsVae !== true) return { ...base, outcome: 'decided', route: 'CQP', reasons, missing: [] };
  if (vae.outcome === 'undetermined') {
    const more = [...reasons, ...vae.reasons];
    return { ...base, outcome: 'undetermined', route: null, reasons: more, missing: vae.missing };
  }
  const route = vae.outcome === 'met' ? 'VAE' : 'CQP';
  return { ...base, outcome: 'decided', route, reasons: [...reasons, ...vae.reasons], missing: [] };
}

function entryCheck(file: TrainingFile, day: Day): Verdict {
  const level = valueOn(CQP.entryLevel, day);
  const experience = valueOn(CQP.entryExperience, day);
  const uses = [level, experience].filter((use) => use !== null);
  const asked = `niveau ${level?.value ?? '?'} (baccalauréat) ou diplôme de soins`;
  if (file.levelFour === true) return met([reason('entry_level', `Entrée : ${asked}.`)], uses);
  if (file.levelFour === undefined) {
    return undetermined(['levelFour'], [reason('entry_level_missing', `Niveau à saisir : ${asked}.`)], uses);
  }
  const years = experience?.value ?? null;
  const single = `une seule source admet ${years ?? '?'} an d’expérience`;
  if (file.experienceYears === undefined || years === null) {
    const words = `Expérience à saisir : ${single}.`;
    return undetermined(['experienceYears'], [reason('entry_experience_missing', words)], uses);
  }
  return file.experienceYears >= years
    ? undetermined([], [reason('entry_experience_single_source', `À demander à l’organisme : ${single}.`)], uses)
    : notMet([reason('entry_level_short', `Entrée : ${asked}.`)], uses);
}

function equivalenceCheck(held: readonly number[] | undefined, day: Day): Verdict | null {
  const use = valueOn(CQP.equivalences, day);
  if (held === undefined || use === null || use.value === null) return null;
  const known = held.filter((title) => use.value?.includes(title));
  const none = reason('no_equivalence_read', 'Aucune équivalence lue pour ces titres.');
  if (known.length === 0) return notMet([none], [use]);
  const words = `RNCP ${known.join(', ')} : équivalence partielle possible, à demander au positionnement.`;
  return met([reason('partial_equivalence', words)], [use]);
}
