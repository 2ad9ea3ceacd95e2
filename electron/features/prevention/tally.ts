import { evaluateScreening } from '#shared/rules/screening/index.ts';
import { evaluateVaccination, type prepareVaccination } from '#shared/rules/vaccination/index.ts';
import type { Overrides } from '#shared/rules/kernel/index.ts';
import type { PracticeCounts } from './messages.ts';
import type { RecordedPerson } from './recorded-facts.ts';

type Tally = Record<string, Record<string, number>>;

/** Counts persons by rule and state, one person after the other. */
export function createTally(prepared: ReturnType<typeof prepareVaccination>, overrides: Overrides) {
  let patients = 0;
  const vaccination: Tally = {};
  const screening: Tally = {};
  return {
    add({ birthDay, sex, tests }: RecordedPerson): void {
      patients += 1;
      for (const { rule, state } of evaluateVaccination(prepared, { birthDay, sex, doses: [] })) {
        count(vaccination, rule, state);
      }
      const { programmes } = evaluateScreening({ birthDay, sex, tests, overrides }, prepared.day);
      for (const { programme, state } of Object.values(programmes)) count(screening, programme, state);
    },
    counts: (): PracticeCounts => ({ patients, vaccination, screening }),
  };
}

function count(tally: Tally, rule: string, state: string): void {
  const states = (tally[rule] ??= {});
  states[state] = (states[state] ?? 0) + 1;
}
