import type { AssistantTraining } from '#shared/contract/training.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import type { Computed } from '#shared/rules/kernel/index.ts';
import { Disclosure, TextLink, Why } from '../../ui/index.ts';
import { diverges } from './pane-tags.tsx';
import { missingLabels } from './training-words.ts';
import styles from './training.module.css';

const NAMES = { start: 'Engager', complete: 'Obtenir', enrolBy: 'S’inscrire' } as const;

interface DelaysWhyProps {
  view: AssistantTraining;
  /** Absent for who may not change. */
  onChange?: (() => void) | undefined;
}

/** « Pourquoi ces délais ? »: the date followed, the other readings of the texts, the way each was computed. */
export function DelaysWhy({ view, onChange }: DelaysWhyProps) {
  const { deadlines } = view.answers;
  const begun = view.training?.facts.startedOn != null || view.answers.route.route === 'CERTIFIED';
  return (
    <Disclosure summary={'Pourquoi ces délais\u00a0?'} defaultOpen={!begun && diverges(view)}>
      <div className={styles['why']}>
        <dl className={styles['delays']}>
          {(['start', 'complete', 'enrolBy'] as const).map((kind) => (
            <Delay key={kind} name={NAMES[kind]} answer={deadlines[kind]} />
          ))}
        </dl>
        {deadlines.reasons.map(({ code, words }) => (
          <p key={code} className={styles['line']}>
            {words}
          </p>
        ))}
        {onChange !== undefined && (
          <p className={styles['line']}>
            Un courrier de la caisse donne une autre date{'\u00a0'}?{' '}
            <TextLink onClick={onChange}>Saisir la date du courrier</TextLink>
          </p>
        )}
      </div>
    </Disclosure>
  );
}

function Delay({ name, answer }: { name: string; answer: Computed<Day> }) {
  const { value, origin, ruleValue, alternatives, steps, reasons } = answer;
  return (
    <div className={styles['delay']}>
      <dt>{name}</dt>
      <dd>
        <p className={styles['line']}>
          <b>{value === null ? 'Aucune date retenue' : `Au plus tard le ${formatDay(value)}`}</b>
          {origin !== 'computed' && ruleValue !== null && ` (courrier). Règle\u00a0: ${formatDay(ruleValue)}`}
          {origin === 'computed' && steps[0] !== undefined && `. ${steps[0].words}`}
          {value === null && reasons[0] !== undefined && `. ${reasons[0].words}`}
        </p>
        {alternatives.map(({ words }) => (
          <p key={words} className={styles['line']}>
            {/autre lecture/iu.test(words) ? words : `Autre lecture\u00a0: ${words}`}.
          </p>
        ))}
        <Why answer={answer} missingLabels={missingLabels} />
      </dd>
    </div>
  );
}
