import { addMonths, formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, frenchTypography } from '#shared/kernel/format.ts';
import {
  met,
  notComputed,
  notMet,
  undetermined,
  valueOn,
  type Computed,
  type Parameter,
  type ParameterUse,
  type Reason,
  type Verdict,
} from '../kernel/index.ts';
import { LIMITS } from './limits.ts';

export interface PostSituation {
  /** Share of the working time spent remotely, in percent. */
  readonly remoteShare?: number;
  readonly remoteTasks?: 'administrative_or_coordination' | 'other';
  readonly homeOnly?: boolean;
  readonly mileageAllowances?: boolean;
  readonly replacesProfession?: boolean;
  /** The post did not exist before. */
  readonly newPost?: boolean;
  /** The assistant was the practice's medical secretary. */
  readonly formerSecretary?: boolean;
  readonly secretaryReplaced?: boolean;
  /** First day as an assistant, for the replacement of the former post. */
  readonly postTakenOn?: Day;
}

export const POST_LIMITS = {
  not_fully_remote: 'Pas entièrement à distance',
  not_home_only: 'Pas au seul domicile des patients',
  no_mileage: 'Pas d’indemnités kilométriques',
  replaces_no_profession: 'Ne remplace aucune autre profession de santé',
  new_post: 'Poste nouveau',
  secretary_replaced: 'Secrétaire devenue assistante : ancien poste remplacé',
} as const;
export type PostLimit = keyof typeof POST_LIMITS;

export interface PostAnswer {
  readonly outcome: Verdict['outcome'];
  readonly limits: Readonly<Record<PostLimit, Verdict>>;
  /** Day by which the former secretary must be replaced: the delay is unknown for doctors. */
  readonly replacementDue: Computed<Day> | null;
  /** What is always true of the post. */
  readonly statements: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/** The limits of the post, one verdict each; the whole is not met as soon as one is not. */
export function postLimits(situation: PostSituation, day: Day): PostAnswer {
  const limits = {
    not_fully_remote: remoteCheck(situation, day),
    not_home_only: never(situation.homeOnly, 'homeOnly', LIMITS.homeOnly, day, [
      reason('home_only', 'Exercice au seul domicile des patients : exclu.'),
      reason('not_home_only', 'L’exercice n’est pas au seul domicile.'),
    ]),
    no_mileage: never(situation.mileageAllowances, 'mileageAllowances', LIMITS.mileage, day, [
      reason('mileage', 'Indemnités kilométriques : exclues.'),
      reason('no_mileage', 'Aucune indemnité kilométrique.'),
    ]),
    replaces_no_profession: never(situation.replacesProfession, 'replacesProfession', LIMITS.replacesProfession, day, [
      reason('replaces_profession', 'Le poste remplace une autre profession de santé : exclu.'),
      reason('replaces_no_profession', 'Le poste ne remplace aucune autre profession.'),
    ]),
    new_post: newPostCheck(situation.newPost, day),
    secretary_replaced: secretaryCheck(situation, day),
  } as const satisfies Record<PostLimit, Verdict>;
  const verdicts: readonly Verdict[] = Object.values(limits);
  const refused = verdicts.some(({ outcome }) => outcome === 'not_met');
  const open = verdicts.some(({ outcome }) => outcome === 'undetermined');
  return {
    outcome: refused ? 'not_met' : open ? 'undetermined' : 'met',
    limits,
    replacementDue: situation.formerSecretary === true ? replacementDue(situation, day) : null,
    statements: STATEMENTS,
    parameters: [
      ...verdicts.flatMap((verdict) => verdict.parameters),
      ...read(LIMITS.doctorAnswers, day),
      ...read(LIMITS.healthProfessional, day),
    ],
    missing: verdicts.flatMap((verdict) => verdict.missing),
  };
}

const reason = (code: string, words: string): Reason => ({ code, words: frenchTypography(words) });

const STATEMENTS: readonly Reason[] = [
  reason('doctor_answers', 'Le médecin employeur répond de ce qui se fait sans sa présence ou sa surveillance.'),
  reason(
    'not_health_professional',
    'L’assistant n’est pas un professionnel de santé, même infirmier ou aide-soignant de formation.',
  ),
  reason('missions_indicative', 'La liste des missions est indicative : le médecin choisit.'),
];

const toFill = (words: string): Reason => reason('to_fill', words);

function read(figure: Parameter, day: Day): ParameterUse[] {
  const use = valueOn(figure, day);
  return use === null ? [] : [use];
}

/** A situation the texts exclude: told when it holds, when it does not, and when nobody said. */
function never(
  stated: boolean | undefined,
  field: string,
  figure: Parameter<boolean>,
  day: Day,
  [excluded, fine]: readonly [Reason, Reason],
): Verdict {
  const uses = read(figure, day);
  if (stated === undefined) return undetermined([field], [toFill(`À préciser : ${figure.label}.`)], uses);
  return stated ? notMet([excluded], uses) : met([fine], uses);
}

function remoteCheck({ remoteShare, remoteTasks }: PostSituation, day: Day): Verdict {
  const bound = valueOn(LIMITS.remoteShare, day);
  const partial = valueOn(LIMITS.partialRemote, day);
  const uses = [bound, partial].filter((use) => use !== null);
  if (remoteShare === undefined || bound === null || bound.value === null) {
    return undetermined(['remoteShare'], [toFill('Part de travail à distance à préciser.')], uses);
  }
  const share = `${formatNumber(remoteShare)} % à distance`;
  if (remoteShare >= bound.value) return notMet([reason('fully_remote', `${share} : exclu.`)], uses);
  if (remoteShare === 0) return met([reason('on_site', 'Aucun travail à distance.')], uses);
  if (partial?.value !== true) {
    const words = `${share} : aucun texte lu à cette date sur le télétravail partiel.`;
    return undetermined([], [reason('partial_remote_not_read', words)], uses);
  }
  if (remoteTasks === undefined) {
    return undetermined(['remoteTasks'], [toFill('Tâches faites à distance à préciser.')], uses);
  }
  return remoteTasks === 'other'
    ? undetermined(
        [],
        [
          reason(
            'remote_tasks_not_read',
            `${share} : accepté pour l’administratif et la coordination, rien n’est lu pour d’autres tâches.`,
          ),
        ],
        uses,
      )
    : met([reason('partial_remote', `${share}, tâches administratives ou de coordination : accepté.`)], uses);
}

function newPostCheck(newPost: boolean | undefined, day: Day): Verdict {
  const uses = read(LIMITS.newPost, day);
  if (newPost === undefined) return undetermined(['newPost'], [toFill('Poste nouveau ou non : à préciser.')], uses);
  return newPost
    ? met([reason('new_post', 'Le poste est une création.')], uses)
    : notMet([reason('not_a_new_post', 'Le poste existait déjà : une création est exigée.')], uses);
}

function secretaryCheck({ formerSecretary, secretaryReplaced }: PostSituation, day: Day): Verdict {
  const uses = read(LIMITS.replacementMonths, day);
  if (formerSecretary === undefined) {
    return undetermined(['formerSecretary'], [toFill('Ancienne secrétaire du cabinet ou non : à préciser.')], uses);
  }
  if (!formerSecretary)
    return met([reason('not_a_former_secretary', 'L’assistant n’était pas secrétaire du cabinet.')]);
  if (secretaryReplaced === undefined) {
    return undetermined(['secretaryReplaced'], [toFill('Remplacement de l’ancien poste à préciser.')], uses);
  }
  return secretaryReplaced
    ? met([reason('secretary_replaced', 'L’ancien poste de secrétaire est remplacé.')], uses)
    : notMet([reason('secretary_not_replaced', 'L’ancien poste de secrétaire n’est pas remplacé à ce jour.')], uses);
}

function replacementDue({ postTakenOn }: PostSituation, day: Day): Computed<Day> {
  const use = valueOn(LIMITS.replacementMonths, day);
  const disputed = LIMITS.replacementMonths.values[0].disputed ?? [];
  return notComputed<Day>('jour', postTakenOn === undefined ? ['postTakenOn'] : [], {
    reasons: [
      reason(
        'delay_unknown',
        'Le délai laissé aux médecins pour ce remplacement n’est pas connu : demander à la CPAM.',
      ),
    ],
    alternatives: disputed.flatMap(({ value, sources }) => {
      if (postTakenOn === undefined || value === null) return [];
      const due = addMonths(postTakenOn, value);
      const words = frenchTypography(`${formatDay(due)} : ${value} mois, délai des centres de santé`);
      return [{ value: due, words, sources }];
    }),
    parameters: use === null ? [] : [use],
  });
}
