import type { Day } from '#shared/kernel/day.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import {
  met,
  notMet,
  undetermined,
  valueOn,
  type Parameter,
  type ParameterUse,
  type Reason,
  type Verdict,
} from '../kernel/index.ts';
import type { Act } from './act.ts';
import { HELPED_ACTS, RESERVED_ACTS } from './catalogue-limits.ts';
import { MISSION_ACTS } from './catalogue-missions.ts';
import { LIMITS } from './limits.ts';
import { ACT_VERDICTS, type ActFamily, type ActVerdict, type Device, type KitAnswers } from './types.ts';

export const ACTS = { ...MISSION_ACTS, ...HELPED_ACTS, ...RESERVED_ACTS } as const;
export type ActCode = keyof typeof ACTS;

export interface ActSituation {
  readonly act: ActCode;
  readonly device?: Device;
  readonly doctorPresent?: boolean;
  /** A written delegation of the doctor is in force for this act and this assistant. */
  readonly delegation?: boolean;
  readonly kitAnswers?: KitAnswers;
  /** The assistant holds a care diploma: it never widens what may be done. */
  readonly careDiploma?: boolean;
}

export interface ActAnswer {
  readonly outcome: 'decided' | 'undetermined';
  readonly act: ActCode;
  readonly family: ActFamily;
  readonly title: string;
  /** Null while a condition is not given. */
  readonly verdict: ActVerdict | null;
  /** Words of the tag; empty while undetermined. */
  readonly label: string;
  readonly text: string;
  /** What the verdict depends on, in French; null without a condition. */
  readonly condition: string | null;
  /** What may be prepared instead; shown when the act is not the assistant's. */
  readonly prepare: string | null;
  /** May it be done now, with what is stated of the doctor. */
  readonly now: Verdict;
  readonly reasons: readonly Reason[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}

/**
 * The verdict on one act. A reserved act is never the assistant's whatever is stated. An act of the assistant that needs
 * an automatic device is undetermined until the device is known. An act « with the doctor » keeps that tag; `now` says
 * whether the doctor's presence or delegation is there.
 */
export function actVerdict(situation: ActSituation, day: Day): ActAnswer {
  const definition: Act = ACTS[situation.act];
  const use = valueOn<ActVerdict>(definition.verdict, day);
  const decided = use === null || use.value === null ? unknownVerdict : decide(definition, use.value, situation);
  const device = definition.conditions.includes('automatic_device') ? readLimit(LIMITS.automaticDevice, day) : [];
  const diploma = situation.careDiploma === true ? readLimit(LIMITS.diplomaWidens, day) : [];
  const reasons = [...decided.reasons, ...(situation.careDiploma === true ? [REASONS.diploma] : [])];
  const { verdict } = decided;
  return {
    outcome: verdict === null ? 'undetermined' : 'decided',
    act: situation.act,
    family: definition.family,
    title: definition.title,
    verdict,
    label: verdict === null ? '' : ACT_VERDICTS[verdict],
    text: definition.text,
    condition: conditionWords(definition, use?.value ?? null),
    prepare: verdict === 'never' || use?.value !== verdict ? definition.prepare : null,
    now: nowVerdict(verdict, situation, reasons, decided.missing),
    reasons,
    parameters: [...(use === null ? [] : [use]), ...device, ...diploma],
    missing: decided.missing,
  };
}

const reason = (code: string, words: string): Reason => ({ code, words: frenchTypography(words) });

const REASONS = {
  own: reason('own', 'Mission de l’assistant.'),
  withDoctor: reason('with_doctor', 'Avec le médecin : présent, ou par délégation écrite.'),
  never: reason('never', 'Jamais par l’assistant.'),
  automatic: reason('automatic_device', 'Appareil entièrement automatique.'),
  manual: reason('manual_device', 'Appareil non automatique : jamais par l’assistant, quelle que soit sa formation.'),
  deviceMissing: reason('device_missing', 'Appareil à préciser : entièrement automatique ou non.'),
  kitNo: reason('kit_answers_no', 'Questions préalables toutes négatives.'),
  kitYes: reason('kit_answer_yes', 'Une réponse positive : la remise s’arrête et va au médecin.'),
  kitMissing: reason('kit_answers_missing', 'Questions préalables à poser avant la remise.'),
  diploma: reason('diploma_does_not_widen', 'Un diplôme de soins n’élargit pas le champ des actes.'),
  doctorHere: reason('doctor_present', 'Le médecin est présent.'),
  delegated: reason('delegation', 'Délégation écrite du médecin en vigueur.'),
  doctorAbsent: reason('doctor_absent', 'Ni médecin présent, ni délégation : attendre le médecin.'),
  doctorMissing: reason('doctor_missing', 'Présence du médecin ou délégation à préciser.'),
  unknown: reason('verdict_unknown', 'Aucun texte lu pour cet acte à cette date.'),
} as const;

interface Decided {
  readonly verdict: ActVerdict | null;
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
}

const unknownVerdict: Decided = { verdict: null, reasons: [REASONS.unknown], missing: [] };

function decide({ conditions }: Act, verdict: ActVerdict, { device, kitAnswers }: ActSituation): Decided {
  if (verdict === 'never') return { verdict, reasons: [REASONS.never], missing: [] };
  const base = verdict === 'own' ? REASONS.own : REASONS.withDoctor;
  const needsDevice = conditions.includes('automatic_device');
  if (needsDevice && device === 'manual') return { verdict: 'never', reasons: [REASONS.manual], missing: [] };
  if (needsDevice && device === undefined) {
    // « Avec le médecin » stays the tag: the device can only take it away, and the doctor is there to see it.
    const reasons = verdict === 'own' ? [REASONS.deviceMissing] : [base, REASONS.deviceMissing];
    return { verdict: verdict === 'own' ? null : verdict, reasons, missing: ['device'] };
  }
  const found = needsDevice ? [base, REASONS.automatic] : [base];
  if (!conditions.includes('kit_questions')) return { verdict, reasons: found, missing: [] };
  if (kitAnswers === undefined) return { verdict: null, reasons: [REASONS.kitMissing], missing: ['kitAnswers'] };
  return kitAnswers === 'all_no'
    ? { verdict, reasons: [...found, REASONS.kitNo], missing: [] }
    : { verdict: 'with_doctor', reasons: [REASONS.kitYes], missing: [] };
}

function nowVerdict(
  verdict: ActVerdict | null,
  { doctorPresent, delegation }: ActSituation,
  reasons: readonly Reason[],
  missing: readonly string[],
): Verdict {
  if (verdict === 'never') return notMet(reasons);
  if (verdict === null) return undetermined(missing, reasons);
  if (verdict === 'own') return met(reasons);
  if (doctorPresent === false && delegation === false) return notMet([REASONS.doctorAbsent]);
  const here = doctorPresent === true ? REASONS.doctorHere : delegation === true ? REASONS.delegated : null;
  const device = missing.includes('device') ? [REASONS.deviceMissing] : [];
  if (here !== null && missing.length === 0) return met([here]);
  if (here !== null) return undetermined(missing, [here, ...device]);
  const unsaid = [
    ...(doctorPresent === undefined ? ['doctorPresent'] : []),
    ...(delegation === undefined ? ['delegation'] : []),
  ];
  return undetermined([...missing, ...unsaid], [REASONS.doctorMissing, ...device]);
}

function readLimit(figure: Parameter<boolean>, day: Day): ParameterUse[] {
  const use = valueOn(figure, day);
  return use === null ? [] : [use];
}

function conditionWords({ conditions }: Act, verdict: ActVerdict | null): string | null {
  const words = [
    ...(conditions.includes('automatic_device') ? ['appareil entièrement automatique'] : []),
    ...(conditions.includes('kit_questions') ? ['questions préalables toutes négatives'] : []),
    ...(verdict === 'with_doctor' ? ['médecin présent ou délégation écrite'] : []),
  ];
  return words.length === 0 ? null : words.join(', ');
}
