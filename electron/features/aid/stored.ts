import type { AidContractFields } from '#shared/contract/aid-fields.ts';
import type { AidEndReason, AidEventKind, AidPaymentKind } from '#shared/domain/aid.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { AidTier, ContractOption, Metric, SignedRuleSetId } from '#shared/rules/aid/index.ts';

export interface StoredObjective {
  id: string;
  metric: Metric;
  start: number | null;
  target: number | null;
  dueOn: Day | null;
  formerGain: number | null;
  notified: number | null;
  notifiedOn: Day | null;
  threshold: number | null;
  thresholdOn: Day | null;
  asWritten: boolean;
}
export interface StoredEvent {
  id: string;
  kind: AidEventKind;
  onDay: Day;
  toDay: Day | null;
  assistantId: string | null;
  words: string | null;
  ruleSet: SignedRuleSetId | null;
  option: ContractOption | null;
  tier: AidTier | null;
  fundedEtp: number | null;
}
export interface StoredPayment {
  id: string;
  contractYear: number;
  kind: AidPaymentKind;
  rank: number | null;
  amountCents: number | null;
  onDay: Day | null;
  words: string | null;
}
export interface StoredYear {
  id: string;
  contractYear: number;
  amountCents: number | null;
  startsOn: Day | null;
  costCents: number | null;
}
export interface StoredMember {
  id: string;
  doctorId: string;
  joinedOn: Day;
  leftOn: Day | null;
  pamsu: boolean;
  ownShares: boolean | null;
  adhesion: boolean | null;
}
export interface StoredAssistant {
  id: string;
  assistantId: string;
  fromDay: Day;
  toDay: Day | null;
}

/** A contract with all that hangs on it. ETP by halves, money in cents. */
export interface StoredContract {
  id: string;
  fields: AidContractFields;
  endedOn: Day | null;
  endReason: AidEndReason | null;
  objectives: StoredObjective[];
  events: StoredEvent[];
  years: StoredYear[];
  payments: StoredPayment[];
  members: StoredMember[];
  assistants: StoredAssistant[];
}
