import type { Day } from '#shared/kernel/day.ts';
import type { Confidence, ParameterUse, Reason } from '../kernel/index.ts';
import type { VaccinationSource } from './sources.ts';

/** What the evaluation of a rule answers; the words of each, with the person's decision, are those of prevention. */
export const VACCINATION_STATES = [
  'complete',
  'due',
  'late',
  'not_yet',
  'out_of_scope',
  'offered',
  'doctor_review',
  'interval_too_short',
  'undetermined',
] as const;
export type VaccinationState = (typeof VACCINATION_STATES)[number];

/** What a dose may protect against; the order gives each its bit in a dose. */
export const ANTIGENS = {
  DTP: 'diphtérie, tétanos, poliomyélite',
  COQ: 'coqueluche',
  HIB: 'Haemophilus influenzae b',
  HEPB: 'hépatite B',
  PNC: 'pneumocoque, vaccin conjugué',
  PNC20: 'pneumocoque, 20 ou 21 valences',
  MENACWY: 'méningocoques A, C, W, Y',
  MENC: 'méningocoque C seul',
  MENB: 'méningocoque B',
  ROR: 'rougeole, oreillons, rubéole',
  HPV: 'papillomavirus',
  ROTA: 'rotavirus',
  GRIPPE: 'grippe saisonnière',
  COVID: 'Covid-19',
  VRS: 'virus respiratoire syncytial (vaccin)',
  ZONA: 'zona, vaccin recombinant',
  VAR: 'varicelle',
  BCG: 'tuberculose',
} as const;
export type Antigen = keyof typeof ANTIGENS;
export const ANTIGEN_CODES = Object.keys(ANTIGENS) as Antigen[];

export const SEASONS = { GRIPPE: 'grippe', COVID: 'Covid-19', VRS: 'VRS' } as const;
export type SeasonKey = keyof typeof SEASONS;
export const SEASON_KEYS = Object.keys(SEASONS) as SeasonKey[];

/** What the doctor has noted in the file and some rules need; an absent one was not noted. */
export const CONDITIONS = {
  flu_risk: 'facteur de risque pour la grippe',
  covid_risk: 'facteur de risque pour le Covid-19',
  chronic_cardiac_or_respiratory: 'maladie respiratoire ou cardiaque chronique',
  immunocompromised: 'immunodépression',
  pneumococcal_risk: 'situation listée pour le pneumocoque',
  tuberculosis_risk: 'exposition à la tuberculose',
  infant_contact: 'entourage d’un nourrisson de moins de 6 mois',
  mother_vaccinated: 'mère vaccinée contre la coqueluche pendant la grossesse, un mois au moins avant la naissance',
  chickenpox_history: 'antécédent de varicelle',
  practice_staff: 'personne du cabinet',
} as const;
export type Condition = keyof typeof CONDITIONS;
export const CONDITION_CODES = Object.keys(CONDITIONS) as Condition[];

/** Dated events other than doses that postpone a rule. */
export const EVENTS = {
  zona_episode: 'épisode de zona',
  zostavax_dose: 'ancien vaccin vivant contre le zona',
  pnc13_dose: 'vaccin pneumocoque 13 valences',
  pnc23_dose: 'vaccin pneumocoque 23 valences',
  covid_infection: 'infection Covid-19',
  pertussis: 'coqueluche documentée',
} as const;
export type VaccinationEvent = keyof typeof EVENTS;
export const EVENT_CODES = Object.keys(EVENTS) as VaccinationEvent[];

export type FigureUnit = 'week' | 'month' | 'year' | 'sa' | 'dose' | 'day' | 'flag';

/** A figure as the data files write it; without its own mark it has the sources and the mark of its rule. */
export interface Figure {
  readonly value: number | string | boolean;
  readonly unit: FigureUnit;
  readonly confidence?: Confidence;
  readonly sources?: readonly [VaccinationSource, ...VaccinationSource[]];
}

/** A figure as it holds on the day of the question. Null: withdrawn by the practice. */
export interface Held {
  readonly value: number | string | boolean | null;
  readonly unit: FigureUnit;
  readonly use: ParameterUse;
}

export type RotavirusScheme = 'ROTA-2' | 'ROTA-3';
export type BlockingEvent = 'zona_episode' | 'zostavax_dose' | 'PNC13_or_PNC23_only' | 'PNC13_and_PNC23';

export interface SchemeDose<F> {
  readonly ageDue: F;
  /** Shortest time after the previous counted dose. */
  readonly minInterval?: F;
  /** Longest recommended time after the previous counted dose. */
  readonly maxInterval?: F;
}

export interface Scheme<F> {
  /** Age at the first counted dose: from included, to excluded. */
  readonly firstDoseAgeFrom: F;
  readonly firstDoseAgeTo?: F;
  /** The scheme of the products that follow it. */
  readonly product?: RotavirusScheme;
  readonly lastDoseBefore?: F;
  readonly doses: readonly SchemeDose<F>[];
  /** A dose given too soon calls for one more dose, whose day the doctor chooses. */
  readonly askedAgain?: true;
}

export type RuleKind = 'series' | 'fixed_age_booster' | 'single_window' | 'seasonal' | 'pregnancy' | 'offer' | 'review';
export const STATUSES = {
  mandatory: 'obligatoire',
  recommended: 'recommandé',
  recommended_risk: 'recommandé dans certaines situations',
  may_be_offered: 'peut être proposé',
  legal_basis_not_in_force: 'base légale pas encore applicable',
} as const;
export type RuleStatus = keyof typeof STATUSES;

/**
 * One rule of the schedule. `F` is the form of its figures: `Figure` in the data files, `Parameter` in the book,
 * `Held` on the day of the question.
 */
export interface VaccineRule<F> {
  readonly id: string;
  readonly label: string;
  /** Short name, for the labels of its figures. */
  readonly name: string;
  readonly kind: RuleKind;
  readonly status: RuleStatus;
  readonly population: string;
  readonly antigensAll: readonly Antigen[];
  readonly sources: readonly [VaccinationSource, ...VaccinationSource[]];
  readonly confidence: Confidence;
  readonly notes: readonly string[];
  /** Whether the practice follows the rule. */
  readonly followed: F;
  readonly bornFrom?: F;
  readonly mandatoryBornFrom?: F;
  readonly mandatoryUntilAge?: F;
  readonly ageFrom?: F;
  /** Excluded. */
  readonly ageTo?: F;
  readonly countFromAge?: F;
  readonly schemes?: readonly Scheme<F>[];
  readonly whenNoScheme?: VaccinationState;
  readonly afterAgeTo?: VaccinationState;
  readonly overdueAfter?: F;
  readonly overdueFromDose?: F;
  /** Late on the day itself, the rule naming a birthday. */
  readonly lateOnBirthday?: true;
  readonly catchUpFrom?: F;
  readonly ages?: readonly F[];
  readonly satisfiedFromAge?: readonly F[];
  readonly dosesRequired?: F;
  readonly blockingDelays?: readonly { readonly event: BlockingEvent; readonly delay: F }[];
  readonly season?: SeasonKey;
  readonly minIntervalSinceLast?: { readonly default: F; readonly reduced: F; readonly reducedFromAge: F };
  readonly gaWeeksFrom?: F;
  readonly gaWeeksTo?: F;
  readonly onlyOnceInLife?: true;
  /** Applies only when the doctor noted it. */
  readonly requiresFlag?: Condition;
  /** Does not apply when the doctor noted it. */
  readonly exceptFlag?: Condition;
  /** Doctor's decision rather than a due dose in these situations. */
  readonly doctorDecidesFor?: readonly ('pregnancy' | 'immunocompromised')[];
  /** A dose more recent than this is enough. */
  readonly recentEnough?: F;
  /** No new dose within this time of the documented disease. */
  readonly afterDisease?: { readonly event: VaccinationEvent; readonly delay: F };
  readonly infantSeries?: true;
}

export interface VaccineDose {
  /** Trade name; antigens are then read in the list of products. */
  readonly product?: string;
  readonly antigens?: readonly Antigen[];
  readonly day: Day;
}

/** A practice-entered campaign. */
export interface SeasonWindow {
  readonly season: SeasonKey;
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

export interface VaccinationPatient {
  readonly birthDay: Day;
  readonly sex: 'M' | 'F';
  readonly conditions?: Readonly<Partial<Record<Condition, boolean>>>;
  readonly events?: readonly { readonly event: VaccinationEvent; readonly day: Day }[];
  /** First day of amenorrhoea of the pregnancy under way; null: known not to be pregnant. */
  readonly pregnancy?: { readonly amenorrhoeaFrom: Day } | null;
  /** Documented doses, in any order. */
  readonly doses: readonly VaccineDose[];
}

/** Answer of one rule for one person on one day. Serialises to JSON. */
export interface VaccinationAnswer {
  readonly rule: string;
  readonly label: string;
  readonly status: RuleStatus;
  readonly state: VaccinationState;
  /** `detail`: true but not worth a line of the list (far away, not concerned, infant series of an adult). */
  readonly display: 'list' | 'detail';
  /** Catch-up and legal obligation, said beside the state. */
  readonly mentions: readonly ('catch_up' | 'mandatory')[];
  readonly reasons: readonly Reason[];
  /** From this day the dose is due; null when there is no next dose or when its day cannot be computed. */
  readonly dueDay: Day | null;
  /** Number of the next dose, and number of doses of the scheme when it is known. */
  readonly dose: { readonly number: number; readonly of: number | null } | null;
  /** What the next dose would be without the too short interval. */
  readonly nextState: 'not_yet' | 'due' | 'late' | null;
  /** Latest dose with the antigens of the rule, counted or not. */
  readonly lastDoseDay: Day | null;
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
  /** Edition of the schedule the answer is drawn from: `2025`. */
  readonly edition: string;
}
