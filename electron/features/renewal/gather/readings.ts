import type { aidContract } from '#shared/contract/aid.ts';
import type { countersContract } from '#shared/contract/counters.ts';
import type { documentsContract } from '#shared/contract/documents.ts';
import type { employerContract } from '#shared/contract/employer.ts';
import type { practiceContract } from '#shared/contract/practice.ts';
import type { trainingContract } from '#shared/contract/training.ts';
import type { timeReadings } from '#electron/features/time-given-back/index.ts';
import type { HandlerOf } from '#electron/security/call.ts';

/** What the other areas show on their screens: the file prints the same answers. */
export interface RenewalReadings {
  readonly contract: HandlerOf<(typeof aidContract)['contract']>;
  readonly counter: HandlerOf<(typeof countersContract)['view']>;
  readonly curve: HandlerOf<(typeof countersContract)['curve']>;
  readonly assistants: HandlerOf<(typeof employerContract)['assistants']>;
  readonly profiles: HandlerOf<(typeof employerContract)['profiles']>;
  readonly trainings: HandlerOf<(typeof trainingContract)['list']>;
  readonly practice: HandlerOf<(typeof practiceContract)['get']>;
  readonly documents: HandlerOf<(typeof documentsContract)['list']>;
  readonly time: ReturnType<typeof timeReadings>;
}

type Answer<K extends Exclude<keyof RenewalReadings, 'time'>> = Awaited<ReturnType<RenewalReadings[K]>>;
export type ContractAnswer = Answer<'contract'>;
export type CounterAnswer = Answer<'counter'>;
export type CurveAnswer = Answer<'curve'>;
export type AssistantAnswer = Answer<'assistants'>['assistants'][number];
export type ProfileAnswer = Answer<'profiles'>['doctors'][number];
export type TrainingAnswer = Answer<'trainings'>['assistants'][number];
export type PracticeAnswer = Answer<'practice'>;
export type DocumentAnswer = Answer<'documents'>['documents'][number];
type PracticeAnswered = Awaited<ReturnType<RenewalReadings['time']['practice']>>;
export type TimeAnswer = PracticeAnswered['time'];
export type PersonAnswer = NonNullable<Awaited<ReturnType<RenewalReadings['time']['person']>>>;
export type InformedAnswer = NonNullable<PracticeAnswered['alone']>;
