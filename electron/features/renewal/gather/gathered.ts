import type { Overrides } from '#shared/rules/kernel/index.ts';
import type { WantedPiece } from '#shared/domain/renewal.ts';
import type { Missions } from './missions-messages.ts';
import type {
  AssistantAnswer,
  ContractAnswer,
  CounterAnswer,
  CurveAnswer,
  DocumentAnswer,
  InformedAnswer,
  PersonAnswer,
  PracticeAnswer,
  ProfileAnswer,
  TimeAnswer,
  TrainingAnswer,
} from './readings.ts';
import type { Scope } from './scope.ts';

/** One counter of one doctor: its card and its curve, as the screens show them. */
export interface GatheredCounter {
  readonly doctorName: string;
  readonly metric: 'PMT' | 'FA';
  readonly card: CounterAnswer;
  /** Its statements in the order of their days. */
  readonly curve: CurveAnswer;
}

/** Everything a file is made of, read once. */
export interface Gathered {
  readonly scope: Scope;
  readonly contract: ContractAnswer;
  readonly practice: PracticeAnswer;
  readonly profiles: readonly ProfileAnswer[];
  readonly counters: readonly GatheredCounter[];
  /** Those of the contract over the period, with the days they were on it. */
  readonly assistants: readonly {
    readonly on: { fromDay: string; toDay: string | null };
    readonly record: AssistantAnswer;
  }[];
  readonly trainings: readonly TrainingAnswer[];
  /** Null while the period is not known. */
  readonly missions: Missions | null;
  /** Over the period of the file, up to the day before; null before its second day. */
  readonly time: TimeAnswer | null;
  /** The one person whose own figures are asked for; null when nobody's are. */
  readonly person: PersonAnswer | null;
  /** The only assistant the figures of the practice come from: they are also theirs. Null with several, or with nobody. */
  readonly alone: InformedAnswer | null;
  /** Proofs that go with the file, in the order of the list. */
  readonly documents: readonly DocumentAnswer[];
  readonly pieces: readonly WantedPiece[];
  /** Lines set aside for this file: reason by id. */
  readonly setAside: ReadonlyMap<string, string>;
  readonly overrides: Overrides;
}
