import { useId, useState, type ReactNode } from 'react';
import type { AidSimulationView } from '#shared/contract/aid-views.ts';
import {
  classes,
  LoadingArea,
  Note,
  Tag,
  VisuallyHidden,
  WhyButton,
  WhyContent,
  type Explained,
} from '../../../ui/index.ts';
import { IconReady, IconRefused, IconUnknown } from '../../../ui/icons.ts';
import { useDoctors } from '../aid-data.ts';
import { CONDITION_SIGNS } from '../conditions-pane.tsx';
import { MISSING_LABELS } from '../words.ts';
import { differencesOf, factsOf } from './facts.ts';
import styles from './simulator.module.css';
import type { ScenarioState } from './use-scenario.ts';

type Scenarios = readonly [ScenarioState] | readonly [ScenarioState, ScenarioState];

/** Whether the contract could be signed, its sums year by year, and the text they come from; one column a scenario. */
export function ScenarioAnswers({ scenarios }: { scenarios: Scenarios }) {
  const doctors = useDoctors().map(({ id, displayName }) => ({ id, name: displayName }));
  const [first, second] = scenarios;
  const facts = scenarios.map(({ simulation }) => factsOf(simulation));
  const labels = [...new Set(facts.flatMap((one) => [...one.keys()]))];
  const supposed = second === undefined ? [] : differencesOf(first.typed, second.typed, doctors);
  return (
    <table className={styles['table']}>
      <caption>
        <VisuallyHidden>{second === undefined ? 'Résultat' : 'Comparaison'}</VisuallyHidden>
      </caption>
      {second !== undefined && (
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>Fait</VisuallyHidden>
            </th>
            {scenarios.map(({ name }) => (
              <th key={name} scope="col">
                Scénario {name}
              </th>
            ))}
            <th scope="col">
              <VisuallyHidden>Explication</VisuallyHidden>
            </th>
          </tr>
        </thead>
      )}
      <tbody>
        {supposed.map(({ label, words }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{words[0]}</td>
            <td>
              <Words differs sum={false} words={words[1]} />
            </td>
            <td />
          </tr>
        ))}
        <AnswerRow
          label="Signature"
          cells={scenarios.map((one) => ({
            name: one.name,
            shown: <Signature scenario={one} />,
            answer: one.simulation?.verdict ?? null,
          }))}
        />
        {labels.map((label) => (
          <AnswerRow
            key={label}
            label={label}
            cells={scenarios.map(({ name }, index) => {
              const fact = facts[index]?.get(label);
              const words = fact?.words ?? '–';
              const differs = index > 0 && words !== (facts[0]?.get(label)?.words ?? '–');
              return {
                name,
                shown: <Words differs={differs} sum={fact?.sum === true} words={words} />,
                answer: fact?.answer ?? null,
              };
            })}
          />
        ))}
      </tbody>
    </table>
  );
}

interface Cell {
  name: string;
  shown: ReactNode;
  answer: Explained | null;
}

/** A line and, when asked, the reasons of each scenario under it. */
function AnswerRow({ label, cells }: { label: string; cells: readonly Cell[] }) {
  const [open, setOpen] = useState(false);
  const detail = useId();
  return (
    <>
      <tr>
        <th scope="row">{label}</th>
        {cells.map(({ name, shown }) => (
          <td key={name}>{shown}</td>
        ))}
        <td className={styles['whyCell']}>
          {cells.some(({ answer }) => answer !== null) && (
            <WhyButton about={label} open={open} controls={detail} onToggle={() => setOpen(!open)} />
          )}
        </td>
      </tr>
      {open && (
        <tr id={detail}>
          <td colSpan={cells.length + 2}>
            <div className={styles['details']}>
              {cells.map(({ name, answer }) => (
                <div key={name}>
                  {cells.length > 1 && <b>Scénario {name}</b>}
                  {answer === null ? (
                    <p>Rien à expliquer.</p>
                  ) : (
                    <WhyContent answer={answer} missingLabels={MISSING_LABELS} />
                  )}
                </div>
              ))}
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function Words({ differs, sum, words }: { differs: boolean; sum: boolean; words: string }) {
  return (
    <span className={classes(differs && styles['differs'], sum && styles['sum'])}>
      {words}
      {differs && <VisuallyHidden>{'\u00a0(différent)'}</VisuallyHidden>}
    </span>
  );
}

const signs = {
  met: { tone: 'ok', icon: IconReady, words: 'Contrat possible' },
  not_met: { tone: 'bad', icon: IconRefused, words: 'Contrat impossible' },
  undetermined: { tone: 'warn', icon: IconUnknown, words: 'Indéterminé' },
} as const;

/** Whether the contract could be signed and, if not, which condition fails. */
function Signature({ scenario: { simulation, refusal, waiting } }: { scenario: ScenarioState }) {
  if (refusal !== null) {
    return (
      <Note tone="bad" role="alert">
        {refusal}
      </Note>
    );
  }
  if (simulation === null) return waiting ? <LoadingArea lines={1} /> : <span>Une hypothèse est à corriger.</span>;
  const { tone, icon, words } = signs[simulation.verdict.outcome];
  return (
    <div className={styles['verdict']}>
      <div role="status">
        <Tag tone={tone} icon={icon}>
          {words}
        </Tag>
      </div>
      <Failing simulation={simulation} />
    </div>
  );
}

function Failing({ simulation: { verdict, conditions, missing } }: { simulation: AidSimulationView }) {
  const failing = conditions.filter((condition) => condition.verdict.outcome !== 'met');
  return (
    <>
      {failing.length === 0 && verdict.outcome !== 'met' && (
        <p>{verdict.reasons.map(({ words }) => words).join(' ')}</p>
      )}
      {failing.length > 0 && (
        <ul className={styles['failing']}>
          {failing.map(({ id, label, verdict: { outcome, reasons } }) => {
            const { icon: Sign, words } = CONDITION_SIGNS[outcome];
            return (
              <li key={id}>
                <Sign size={14} stroke={1.9} aria-hidden="true" />
                <span>
                  <b>{label}</b>, {words}
                  {reasons[0] !== undefined && `\u00a0: ${reasons[0].words}`}
                </span>
              </li>
            );
          })}
        </ul>
      )}
      {missing.length > 0 && (
        <ul className={styles['missing']}>
          {missing.map(({ code, field, words }) => (
            <li key={`${code} ${field ?? ''} ${words}`}>{words}</li>
          ))}
        </ul>
      )}
    </>
  );
}
