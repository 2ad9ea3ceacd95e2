import type { Contract } from '#shared/contract/contract.ts';
import type { AreaExamples, Example } from './example.ts';
import { counters } from './examples/counters.ts';
import { aid } from './examples/aid.ts';
import { documents, employer } from './examples/employer.ts';
import { imports } from './examples/imports.ts';
import { patients } from './examples/patients.ts';
import { renewal } from './examples/renewal.ts';
import { accounts, practice, rules, session } from './examples/settings.ts';
import { time } from './examples/time.ts';
import { training } from './examples/training.ts';
import { preparation, visits } from './examples/visits.ts';

/** Every area with commands; add the examples of a new one here. */
const examples: { [A in keyof Contract]?: AreaExamples<A> } = {
  accounts,
  aid,
  counters,
  documents,
  employer,
  imports,
  patients,
  practice,
  preparation,
  renewal,
  rules,
  session,
  time,
  training,
  visits,
};

/** The example of a path such as `practice.addRoom`, or undefined when none was written. */
export function exampleOf(path: string): Example<Record<string, unknown>> | undefined {
  const [area = '', name = ''] = path.split('.');
  return (examples as Record<string, Record<string, Example<Record<string, unknown>>> | undefined>)[area]?.[name];
}
