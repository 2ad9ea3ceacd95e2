import { counterForecast, type CounterForecast } from '#electron/features/counters/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import type { AidFacts } from './facts.ts';
import { doctorsOf, lastDayOf } from './situation.ts';
import type { StoredContract } from './stored.ts';

/**
 * Facts with the forecasts of the counters, for the doctors of contracts not over yet. The declarations have no past:
 * the file active alone can be projected.
 */
export async function withForecasts(
  facts: AidFacts,
  call: QueryCall,
  contracts: readonly StoredContract[],
): Promise<AidFacts> {
  const forecasts = new Map<string, CounterForecast>();
  const { today } = facts;
  const running = contracts.filter((one) => {
    const last = lastDayOf(one, facts);
    return last === null || last > today;
  });
  for (const doctorId of new Set(running.flatMap((one) => doctorsOf(one, today))))
    forecasts.set(doctorId, await counterForecast(call, { doctorId, metric: 'FA' }));
  return { ...facts, forecasts };
}
