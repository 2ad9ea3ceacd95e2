import { DIPLOMA_OF_PROFILE } from '#shared/domain/employer.ts';
import type { TrainingFacts } from '#shared/domain/training.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import {
  MODULE_NUMBERS,
  type Diploma,
  type ModuleHours,
  type TrainingFile,
  type VaeSituation,
} from '#shared/rules/training/index.ts';
import type { ModuleFacts } from './training-rows.ts';

type Known<T> = { [K in keyof T]: Exclude<T[K], null> };

/** Leaves out what is not known: an absent field is unknown to the rules, never a default. */
function known<T extends object>(fields: T): Partial<Known<T>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<Known<T>>;
}

/** Diploma of the rules behind a profile; undefined when the profile is none of the list. */
export function diplomaOf(profile: string): Diploma | undefined {
  return Object.hasOwn(DIPLOMA_OF_PROFILE, profile)
    ? DIPLOMA_OF_PROFILE[profile as keyof typeof DIPLOMA_OF_PROFILE]
    : undefined;
}

interface Situation {
  profile: string;
  hiredOn: string | null;
  contractSignedOn: string | null;
  /** The training shown; null before anything was typed. */
  current: TrainingFacts | null;
  /** The others, given up or certified before. */
  others: readonly TrainingFacts[];
  overrides: Overrides;
}

/** Everything typed, in the words of the rules. */
export function ruleFileOf({
  profile,
  hiredOn,
  contractSignedOn,
  current,
  others,
  overrides,
}: Situation): TrainingFile {
  const all = current === null ? others : [current, ...others];
  const first = (routes: readonly TrainingFacts['route'][]): string | null =>
    all
      .filter((facts) => routes.includes(facts.route) && facts.certifiedOn !== null)
      .map((facts) => facts.certifiedOn ?? '')
      .sort()[0] ?? null;
  const diploma = diplomaOf(profile);
  return {
    ...(diploma === undefined ? {} : { diploma }),
    ...known({
      hiredOn,
      contractSignedOn,
      enrolledOn: current?.registeredOn ?? null,
      startedOn: current?.startedOn ?? null,
      plannedEndOn: current?.plannedEnd ?? null,
      cqpObtainedOn: first(['CQP', 'VAE']),
      faeCompletedOn: first(['FAE']),
      proofSentOn: current?.proofSentOn ?? null,
      sessionMonths: current?.sessionMonths ?? null,
      relatedHours: current?.vaeHours ?? null,
      levelFour: current?.levelFour ?? null,
      experienceYears: current?.experienceYears ?? null,
    }),
    ...(current?.route === 'VAE' ? { wantsVae: true } : {}),
    given: known(current?.given ?? { start: null, complete: null }),
    overrides,
  };
}

const hours = (minutes: number): number => minutes / 60;

/** The hours of one module, as the rules count them. An exempted module is exempted whole. */
function moduleHours(module: ModuleHours['module'], facts: ModuleFacts): ModuleHours {
  const { plannedMinutes, doneMinutes, exemptMinutes } = facts;
  return {
    module,
    done: hours(doneMinutes),
    ...(plannedMinutes === null ? {} : { announced: hours(plannedMinutes), planned: hours(plannedMinutes) }),
    ...(exemptMinutes === null ? {} : { exempt: hours(exemptMinutes) }),
  };
}

/** Hours of a training, in the words of the rules; null for a VAE, which has none. */
export function progressOf(facts: TrainingFacts, modules: readonly { module: string; facts: ModuleFacts }[]) {
  const started = facts.startedOn === null ? {} : { startedOn: facts.startedOn };
  if (facts.route === 'VAE') return null;
  if (facts.route === 'FAE') {
    const sum = (read: (one: ModuleFacts) => number | null) =>
      modules.reduce((total, one) => total + (read(one.facts) ?? 0), 0);
    return {
      path: 'FAE',
      ...started,
      done: hours(sum((one) => one.doneMinutes)),
      planned: hours(sum((one) => one.plannedMinutes)),
    } as const;
  }
  return {
    path: 'CQP',
    ...started,
    ...(facts.positioningOn === null ? {} : { positioningOn: facts.positioningOn }),
    ...(facts.otherMinutes === null ? {} : { unexplainedDone: hours(facts.otherMinutes) }),
    modules: MODULE_NUMBERS.flatMap((number) => {
      const one = modules.find(({ module }) => module === String(number));
      return one === undefined ? [] : [moduleHours(number, one.facts)];
    }),
  } as const;
}

/** The VAE asked for: the CQP unless another certification was named. */
export const VAE_CERTIFICATION = 'CQP assistant médical';

export function vaeSituationOf(facts: TrainingFacts | null): VaeSituation {
  return {
    ...(facts?.vaeHours == null ? {} : { relatedHours: facts.vaeHours }),
    certification: facts?.certification ?? VAE_CERTIFICATION,
    applications: facts?.vaeApplications ?? [],
  };
}
