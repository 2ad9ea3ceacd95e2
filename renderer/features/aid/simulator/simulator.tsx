import { useState } from 'react';
import { useRead } from '../../../api/queries.ts';
import { Button, ChoiceField, ModalFrame, Tag } from '../../../ui/index.ts';
import { IconExchange, IconForecast } from '../../../ui/icons.ts';
import { without } from '../../settings/problems.ts';
import { useKeptForm } from '../../settings/kept-form.ts';
import { useAidAddress } from '../address.ts';
import { useDoctors, useMayManage } from '../aid-data.ts';
import { ScenarioAnswers } from './scenario-answers.tsx';
import { ScenarioForm } from './scenario-form.tsx';
import styles from './simulator.module.css';
import { useScenario, type ScenarioState } from './use-scenario.ts';

interface SimulatorProps {
  doctorId: string | null;
  /** The contract a scenario may renew. */
  contractId: string | null;
  onClose: () => void;
}

const names = [
  { value: 'A', label: 'Scénario A' },
  { value: 'B', label: 'Scénario B' },
] as const;

/** What is supposed at the left, what it would give at the right; a second scenario beside when asked for. */
export function Simulator({ doctorId, contractId, onClose }: SimulatorProps) {
  const first = useScenario('A', doctorId, contractId);
  const second = useScenario('B', doctorId, contractId);
  const [comparing, setComparing] = useState(second.begun);
  const [edited, setEdited] = useState<'A' | 'B'>('A');
  const contracts = useRead('aid', 'contracts', {}).data?.contracts ?? [];
  const renewsTitle = contracts.find(({ id }) => id === contractId)?.title ?? null;
  const scenario = edited === 'A' ? first : second;
  const compare = () => {
    if (!comparing && !second.begun) second.change(first.typed);
    setComparing(!comparing);
    setEdited(comparing ? 'A' : 'B');
  };
  // What B alone had typed goes too: both are then the same.
  const takeFirst = () => {
    second.discard();
    second.change(first.typed);
  };
  return (
    <ModalFrame
      opened
      title="Simuler un contrat d’aide"
      onClose={onClose}
      width={1220}
      footer={
        <>
          <KeepButton scenario={scenario} comparing={comparing} onClose={onClose} />
          <Button onClick={onClose}>Fermer</Button>
        </>
      }
    >
      <div className={styles['head']}>
        <Tag tone="warn" icon={IconForecast}>
          Scénario, non enregistré
        </Tag>
        <span>Les sommes sont des prévisions. Les scénarios restent ici le temps de la session.</span>
      </div>
      <div className={styles['sides']}>
        <section className={styles['supposed']} aria-label={`Scénario ${edited}`}>
          {comparing && (
            <div className={styles['title']}>
              <ChoiceField
                label="Scénario à modifier"
                hideLabel
                clearable={false}
                options={names}
                value={edited}
                onChange={(name) => name !== null && setEdited(name)}
              />
              {edited === 'B' && (
                <Button size="inline" onClick={takeFirst}>
                  Reprendre A
                </Button>
              )}
            </div>
          )}
          <Supposed scenario={scenario} renewsTitle={renewsTitle} />
        </section>
        <section className={styles['answers']} aria-label="Ce que cela donnerait">
          <div className={styles['title']}>
            <h3>Ce que cela donnerait</h3>
            <Button size="inline" icon={IconExchange} aria-pressed={comparing} onClick={compare}>
              Comparer deux scénarios
            </Button>
          </div>
          <ScenarioAnswers scenarios={comparing ? [first, second] : [first]} />
        </section>
      </div>
    </ModalFrame>
  );
}

function Supposed({ scenario, renewsTitle }: { scenario: ScenarioState; renewsTitle: string | null }) {
  const { typed, change, problems, today, simulation } = scenario;
  const doctors = useDoctors().map(({ id, displayName }) => ({ id, name: displayName }));
  return (
    <ScenarioForm
      form={{ typed, change, problems, today }}
      doctors={doctors}
      counters={simulation?.objectives ?? []}
      renewsTitle={renewsTitle}
    />
  );
}

const supposedOnly = ['suspendedFrom', 'suspendedTo', 'growthPmt', 'growthFa', 'renews'];

/** Begins a contract from the scenario, in its form: nothing is written before that form is saved. */
function KeepButton({
  scenario: { name, typed, simulation },
  comparing,
  onClose,
}: {
  scenario: ScenarioState;
  comparing: boolean;
  onClose: () => void;
}) {
  const { go } = useAidAddress();
  const contract = useKeptForm<Record<string, string>>('aid nouveau contrat', {});
  if (!useMayManage()) return null;
  const keep = () => {
    contract.discard();
    contract.change(without(typed, supposedOnly));
    onClose();
    go({ saisie: 'contrat', cible: undefined, ...(typed['doctorId'] ? { medecin: typed['doctorId'] } : {}) });
  };
  return (
    <Button disabled={simulation === null} onClick={keep}>
      {comparing ? `Enregistrer le scénario ${name} comme contrat` : 'Enregistrer comme contrat'}
    </Button>
  );
}
