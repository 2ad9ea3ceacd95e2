import type { AidSimulationView } from '#shared/contract/aid-views.ts';
import { sentenceOf, useRead } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { problemsOf } from '../../settings/problems.ts';
import { useKeptForm } from '../../settings/kept-form.ts';
import { useDoctors } from '../aid-data.ts';
import type { Typed } from '../forms/typed-entry.ts';
import { firstScenario, readScenario, type Scenario } from './scenario.ts';

export interface ScenarioState {
  name: 'A' | 'B';
  typed: Typed;
  change: (part: Typed) => void;
  discard: () => void;
  /** Something was typed in it during this session. */
  begun: boolean;
  problems: Readonly<Record<string, string>>;
  today: string;
  /** Null while something needed is missing, cannot be read, or is refused. */
  simulation: AidSimulationView | null;
  refusal: string | null;
  waiting: boolean;
}

const nothing: Scenario = {
  kind: 'INDIVIDUAL',
  doctorId: null,
  memberIds: [],
  signedOn: '2024-06-22',
  startsOn: '2024-06-22',
  option: 'ETP_1',
  fundedEtp: null,
  companyForm: null,
  tier: null,
  newlyInstalled: null,
  policy: null,
  cumulative: null,
  starts: [],
  growth: { pmt: null, fileActive: null },
  suspensions: [],
  renewsId: null,
};

/** One scenario: what is supposed, kept for the session, and what the core answers to it. */
export function useScenario(name: 'A' | 'B', doctorId: string | null, contractId: string | null): ScenarioState {
  const today = useSession((store) => store.state?.today) ?? '';
  const doctors = useDoctors();
  const form = useKeptForm<Record<string, string>>(`aid scénario ${name}`, { ...firstScenario(doctorId, today) });
  const { input, problems } = readScenario(
    form.value,
    today,
    doctors.map(({ id }) => id),
    contractId,
  );
  const read = useRead('aid', 'simulate', input ?? nothing, {
    enabled: input !== null,
    placeholderData: (before) => before,
  });
  const refused = read.isError ? problemsOf(read.error) : {};
  const { '': other, ...named } = refused;
  return {
    name,
    typed: form.value,
    change: form.change,
    discard: form.discard,
    begun: form.dirty,
    problems: { ...problems, ...named },
    today,
    simulation: input === null || read.isError ? null : (read.data ?? null),
    refusal: read.isError ? (other ?? sentenceOf(read.error)) : null,
    waiting: read.isFetching,
  };
}
