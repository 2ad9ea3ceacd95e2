import type { AidSimulationView } from '#shared/contract/aid-views.ts';
import { sentenceOf, useRead } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { Button, LoadingArea, ModalFrame, Note, Tag, Why } from '../../../ui/index.ts';
import { IconForecast, IconReady, IconRefused, IconUnknown } from '../../../ui/icons.ts';
import { problemsOf, without } from '../../settings/problems.ts';
import { useKeptForm } from '../../settings/kept-form.ts';
import { useAidAddress } from '../address.ts';
import { useDoctors, useMayManage } from '../aid-data.ts';
import { ConditionList } from '../conditions-pane.tsx';
import type { Typed } from '../forms/typed-entry.ts';
import { MISSING_LABELS } from '../words.ts';
import { Comparison } from './comparison.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import { firstScenario, readScenario, type Scenario } from './scenario.ts';
import styles from './simulator.module.css';

interface SimulatorProps {
  doctorId: string | null;
  /** The contract a scenario may renew. */
  contractId: string | null;
  onClose: () => void;
}

/** Two scenarios side by side. Nothing is written unless it is asked for. */
export function Simulator({ doctorId, contractId, onClose }: SimulatorProps) {
  const first = useScenario('A', doctorId, contractId);
  const second = useScenario('B', doctorId, contractId);
  const contracts = useRead('aid', 'contracts', {}).data?.contracts ?? [];
  const renewsTitle = contracts.find(({ id }) => id === contractId)?.title ?? null;
  return (
    <ModalFrame
      opened
      title="Simuler un contrat d’aide"
      onClose={onClose}
      width={1160}
      footer={<Button onClick={onClose}>Fermer</Button>}
    >
      <div className={styles['head']}>
        <Tag tone="warn" icon={IconForecast}>
          Scénario, non enregistré
        </Tag>
        <span>Les sommes sont des prévisions. Les scénarios restent ici le temps de la session.</span>
      </div>
      <div className={styles['pair']}>
        <ScenarioColumn name="A" scenario={first} renewsTitle={renewsTitle} onClose={onClose} />
        <ScenarioColumn name="B" scenario={second} renewsTitle={renewsTitle} onClose={onClose} copy={first.typed} />
      </div>
      <Comparison first={first.simulation} second={second.simulation} />
    </ModalFrame>
  );
}

interface ScenarioState {
  typed: Typed;
  change: (part: Typed) => void;
  problems: Readonly<Record<string, string>>;
  today: string;
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

function useScenario(name: string, doctorId: string | null, contractId: string | null): ScenarioState {
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
    typed: form.value,
    change: form.change,
    problems: { ...problems, ...named },
    today,
    simulation: input === null || read.isError ? null : (read.data ?? null),
    refusal: read.isError ? (other ?? sentenceOf(read.error)) : null,
    waiting: read.isFetching,
  };
}

interface ScenarioColumnProps {
  name: string;
  scenario: ScenarioState;
  renewsTitle: string | null;
  onClose: () => void;
  /** The other scenario, to begin from. */
  copy?: Typed;
}

function ScenarioColumn({ name, scenario, renewsTitle, onClose, copy }: ScenarioColumnProps) {
  const { typed, change, problems, today, simulation, refusal, waiting } = scenario;
  const { go } = useAidAddress();
  const mayManage = useMayManage();
  const doctors = useDoctors().map(({ id, displayName }) => ({ id, name: displayName }));
  const contract = useKeptForm<Record<string, string>>('aid nouveau contrat', {});
  const keep = () => {
    const supposed = ['suspendedFrom', 'suspendedTo', 'growthPmt', 'growthFa', 'renews'];
    const kept = without(typed, supposed);
    contract.discard();
    contract.change(kept);
    onClose();
    go({ saisie: 'contrat', cible: undefined, ...(typed['doctorId'] ? { medecin: typed['doctorId'] } : {}) });
  };
  return (
    <section className={styles['scenario']} aria-label={`Scénario ${name}`}>
      <div className={styles['title']}>
        <h3>Scénario {name}</h3>
        {copy !== undefined && (
          <Button size="inline" onClick={() => change(copy)}>
            Reprendre le scénario A
          </Button>
        )}
      </div>
      <ScenarioForm
        form={{ typed, change, problems, today }}
        doctors={doctors}
        counters={simulation?.objectives ?? []}
        renewsTitle={renewsTitle}
      />
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      {simulation === null && waiting && <LoadingArea lines={2} />}
      {simulation !== null && <ScenarioVerdict simulation={simulation} />}
      {mayManage && (
        <div>
          <Button size="toolbar" disabled={simulation === null} onClick={keep}>
            Enregistrer comme contrat
          </Button>
        </div>
      )}
    </section>
  );
}

const signs = {
  met: { tone: 'ok', icon: IconReady, words: 'Contrat possible' },
  not_met: { tone: 'bad', icon: IconRefused, words: 'Contrat impossible' },
  undetermined: { tone: 'warn', icon: IconUnknown, words: 'Indéterminé' },
} as const;

/** Whether the contract could be signed and, if not, which condition fails. */
function ScenarioVerdict({ simulation }: { simulation: AidSimulationView }) {
  const { verdict, conditions, missing, totals } = simulation;
  const sign = signs[verdict.outcome];
  const failing = conditions.filter((condition) => condition.verdict.outcome !== 'met');
  return (
    <div className={styles['verdict']}>
      <div role="status">
        <Tag tone={sign.tone} icon={sign.icon}>
          {sign.words}
        </Tag>
      </div>
      {failing.length === 0 ? (
        verdict.outcome !== 'met' && <p>{verdict.reasons.map(({ words }) => words).join(' ')}</p>
      ) : (
        <ConditionList conditions={failing} />
      )}
      {missing.length > 0 && (
        <ul className={styles['missing']}>
          {missing.map(({ code, field, words }) => (
            <li key={`${code} ${field ?? ''} ${words}`}>{words}</li>
          ))}
        </ul>
      )}
      <Why answer={totals.due} missingLabels={MISSING_LABELS} />
    </div>
  );
}
