import type { Day } from '#shared/kernel/day.ts';
import type { Overrides, ParameterUse, Reason } from '../kernel/index.ts';

/** The programmes in the order of the screen; codes of the domain document. */
export const PROGRAMMES = [
  'SEIN',
  'COLORECTAL',
  'COL_CYTO',
  'COL_HPV',
  'NEONATAL',
  'CHILD_EXAMS',
  'MBP',
  'HTA_OPP',
  'DIAB_OPP',
] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const SCREENING_STATES = [
  'due',
  'not_yet',
  'not_concerned',
  'doctor_review',
  'excluded',
  'offered',
  'done',
  'refused',
  'undetermined',
] as const;
export type ScreeningState = (typeof SCREENING_STATES)[number];

/** Absent means « never asked »; `unknown` is an answer somebody recorded, and it asks again. */
export const RECORDED_ANSWERS = ['yes', 'no', 'unknown'] as const;
export type RecordedAnswer = (typeof RECORDED_ANSWERS)[number];

export const TEST_RESULTS = ['negative', 'positive', 'unknown'] as const;
export type TestResult = (typeof TEST_RESULTS)[number];

export interface ScreeningTest {
  readonly programme: Programme;
  readonly day: Day;
  /** Absent: not recorded. */
  readonly result?: TestResult;
  /** Day the doctor recorded the follow-up of a positive test as over. */
  readonly closedOn?: Day;
  /** Reading of HTA_OPP, mmHg. */
  readonly pressure?: { readonly systolic: number; readonly diastolic: number };
}

/** Somebody a doctor left out of a programme: with a reason, until a day (included) or without end. */
export interface RecordedExclusion {
  readonly programme: Programme;
  readonly reason: string;
  readonly until?: Day;
}

export interface ScreeningFacts {
  /** The civil status was changed: the sex of the record says nothing about the anatomy. */
  readonly changedCivilStatus?: RecordedAnswer;
  readonly breasts?: RecordedAnswer;
  readonly cervix?: RecordedAnswer;
  readonly SEIN?: {
    readonly HIGH_RISK?: RecordedAnswer;
    readonly SYMPTOM?: RecordedAnswer;
    /** Last mammography made outside the programme. */
    readonly otherMammographyOn?: Day;
  };
  readonly COLORECTAL?: {
    readonly SYMPTOM?: RecordedAnswer;
    readonly PERSONAL?: RecordedAnswer;
    readonly FAMILY?: RecordedAnswer;
    readonly COLONOSCOPY?: RecordedAnswer;
    readonly RECENT_TEST?: RecordedAnswer;
    readonly colonoscopyOn?: Day;
  };
  /** Both programmes of the cervix. */
  readonly COL?: {
    readonly HYSTERECTOMY?: RecordedAnswer;
    readonly FOLLOW_UP?: RecordedAnswer;
    readonly IMMUNO?: RecordedAnswer;
    readonly NEVER_SEX?: RecordedAnswer;
  };
  readonly NEONATAL?: { readonly done?: RecordedAnswer };
  readonly MBP?: { readonly refusedOn?: Day };
}

export interface ScreeningSituation {
  readonly birthDay: Day;
  readonly sex: 'M' | 'F';
  readonly facts?: ScreeningFacts;
  readonly exclusions?: readonly RecordedExclusion[];
  readonly tests: readonly ScreeningTest[];
  readonly overrides?: Overrides;
  /** Only this programme; every programme when absent. */
  readonly programme?: Programme;
}

/** A question that would change the answer. `path` is the field of the situation that records it. */
export interface ScreeningQuestion {
  readonly path: string;
  readonly words: string;
  /** `doctor`: the assistant's sheet does not ask it. */
  readonly askedBy: 'assistant' | 'doctor';
}

export const EXAM_STATES = ['done', 'due', 'not_yet', 'not_recorded', 'before_calendar'] as const;
export interface ChildExam {
  readonly label: string;
  readonly from: Day;
  /** First day after the window. */
  readonly until: Day;
  readonly state: (typeof EXAM_STATES)[number];
  readonly doneOn: Day | null;
}

/** What a rule of a programme decides; the caller adds the name, the parameters and the missing inputs. */
export interface Finding {
  readonly state: ScreeningState;
  readonly reasons: readonly Reason[];
  /** First day the test was due, when it is. */
  readonly dueSince?: Day;
  /** First day of the next test, when it is known. */
  readonly nextDay?: Day;
  /** Last day (included) of an exclusion or of a waiting time. */
  readonly until?: Day;
  /** Day of the last test counted. */
  readonly lastDay?: Day;
  readonly missing?: readonly string[];
  readonly exams?: readonly ChildExam[];
}

/** State of one programme for one person, with all that « Pourquoi ? » shows. Serialises to JSON. */
export interface ScreeningAnswer {
  readonly programme: Programme;
  readonly label: string;
  /** What is done: « mammographie de dépistage ». */
  readonly test: string;
  readonly state: ScreeningState;
  readonly reasons: readonly Reason[];
  readonly dueSince: Day | null;
  readonly nextDay: Day | null;
  readonly until: Day | null;
  readonly lastDay: Day | null;
  readonly toAsk: readonly ScreeningQuestion[];
  readonly exams: readonly ChildExam[];
  readonly parameters: readonly ParameterUse[];
  readonly missing: readonly string[];
}
