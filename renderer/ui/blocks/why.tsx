import { formatDay } from '#shared/kernel/day.ts';
import {
  citationWords,
  CONFIDENCE_WORDS,
  valueWords,
  type Computed,
  type JsonValue,
  type ParameterUse,
  type Verdict,
} from '#shared/rules/kernel/index.ts';
import { VisuallyHidden } from '../basics/visually-hidden.tsx';
import { IconChevronRight } from '../icons.ts';
import { Disclosure } from './disclosure.tsx';
import styles from './why.module.css';

/** What a rule answered: a verdict or a computed value, as it came. */
export type Explained = Verdict | Computed<JsonValue>;

interface WhyProps {
  answer: Explained;
  defaultOpen?: boolean;
  /** Names of the missing inputs, in words. */
  missingLabels?: Readonly<Record<string, string>>;
}

/** "Pourquoi ?" under any figure: the calculation, the figures used with their source and check day, what is missing. */
export function Why({ answer, defaultOpen = false, missingLabels = {} }: WhyProps) {
  return (
    <Disclosure summary={'Pourquoi\u00a0?'} defaultOpen={defaultOpen}>
      <WhyContent answer={answer} missingLabels={missingLabels} />
    </Disclosure>
  );
}

interface WhyButtonProps {
  /** Read after the words: the name of the figure. */
  about: string;
  open: boolean;
  /** Id of what it unfolds. */
  controls: string;
  onToggle: () => void;
}

/** "Pourquoi ?" whose content unfolds elsewhere, across a row of cards or of cells. */
export function WhyButton({ about, open, controls, onToggle }: WhyButtonProps) {
  return (
    <button
      type="button"
      className={styles['button']}
      aria-expanded={open}
      aria-controls={open ? controls : undefined}
      onClick={onToggle}
    >
      <IconChevronRight size={14} stroke={2} aria-hidden="true" />
      Pourquoi{'\u00a0'}?<VisuallyHidden>{` ${about}`}</VisuallyHidden>
    </button>
  );
}

/** What "Pourquoi ?" unfolds, for a place that unfolds it in its own way. */
export function WhyContent({ answer, missingLabels = {} }: Omit<WhyProps, 'defaultOpen'>) {
  const { reasons, parameters, missing } = answer;
  const value = 'steps' in answer ? answer : null;
  return (
    <div className={styles['why']}>
      {value !== null && value.steps.length > 0 && <Steps value={value} />}
      {reasons.length > 0 && (
        <ul className={styles['reasons']}>
          {reasons.map(({ code, words }) => (
            <li key={`${code} ${words}`}>{words}</li>
          ))}
        </ul>
      )}
      {missing.length > 0 && (
        <p className={styles['line']}>
          Il manque{'\u00a0'}: {missing.map((name) => missingLabels[name] ?? name).join(', ')}.
        </p>
      )}
      {value !== null && value.origin !== 'computed' && <GivenLine value={value} />}
      {value !== null && value.alternatives.length > 0 && (
        <ul className={styles['reasons']}>
          {value.alternatives.map((other) => (
            <li key={other.words}>
              Autre lecture{'\u00a0'}: {other.words} <b>{valueWords(other.value, value.unit)}</b>
            </li>
          ))}
        </ul>
      )}
      {parameters.length > 0 && (
        <ul className={styles['parameters']}>
          {parameters.map((use) => (
            <ParameterLine key={`${use.id} ${use.on}`} use={use} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Steps({ value }: { value: Computed<JsonValue> }) {
  return (
    <table className={styles['steps']}>
      <tbody>
        {value.steps.map((step) => (
          <tr key={`${step.label} ${step.words}`}>
            <th scope="row">{step.label}</th>
            <td className={styles['figure']}>{valueWords(step.value, step.unit)}</td>
            <td>{step.words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function GivenLine({ value }: { value: Computed<JsonValue> }) {
  const origin = value.origin === 'notified' ? 'notifiée par la caisse' : 'saisie';
  const day = value.givenOn === null ? '' : `, le ${formatDay(value.givenOn)}`;
  return (
    <p className={styles['line']}>
      La valeur retenue est {origin}
      {day}. Valeur de la règle{'\u00a0'}: <b>{valueWords(value.ruleValue, value.unit)}</b>.
    </p>
  );
}

/** `Plusieurs sources. `, a sentence of its own; nothing when there is nothing to say. */
const sentence = (words: string) => (words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}. `);

function ParameterLine({ use }: { use: ParameterUse }) {
  const source = use.sources[0];
  return (
    <li>
      <span className={styles['name']}>{use.label}</span> <b>{valueWords(use.value, use.unit)}</b>
      {use.origin !== 'default' && (
        <>
          {' '}
          {use.origin === 'practice' ? 'choix du cabinet' : 'choix du médecin pour ce patient'}
          {use.signature !== null && `, ${use.signature.by}, depuis le ${formatDay(use.signature.from)}`} (livre
          {'\u00a0'}: {valueWords(use.defaultValue, use.unit)})
        </>
      )}
      <span className={styles['source']}>
        {use.from !== null && `Depuis le ${formatDay(use.from)}. `}
        {source !== undefined && `${citationWords(source)}. `}
        {sentence(use.confidence === 'design_choice' ? '' : CONFIDENCE_WORDS[use.confidence])}
        Vérifié le {formatDay(use.checkedOn)}
      </span>
    </li>
  );
}
