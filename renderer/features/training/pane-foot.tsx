import type { AssistantTraining } from '#shared/contract/training.ts';
import { TRAINING_ROUTES } from '#shared/domain/training.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { Disclosure, Tag, Why } from '../../ui/index.ts';
import { IconDaysBlocked, IconDone, IconInfo } from '../../ui/icons.ts';
import { ProofLink } from './module-table.tsx';
import { missingLabels } from './training-words.ts';
import styles from './training.module.css';

interface FootProps {
  view: AssistantTraining;
  today: Day;
  onRefused: (sentence: string) => void;
}

/** Under the modules: hours done, what remains, days ahead, proofs of the whole training. */
export function HoursFoot({ view: { training, answers }, today, onRefused }: FootProps) {
  if (training === null) return null;
  const { progress } = answers;
  const done =
    training.modules.reduce((sum, { facts }) => sum + facts.doneMinutes, training.facts.otherMinutes ?? 0) / 60;
  const required = progress?.required.value ?? null;
  const whole = progress?.remaining.value ?? null;
  const remaining = whole ?? progress?.remainingInModules.value ?? null;
  const ahead = training.days.filter(({ day }) => day >= today);
  const proofs = training.documents.filter(({ aboutId }) => aboutId === training.id);
  return (
    <div className={styles['foot']}>
      {progress !== null && (
        <p className={styles['line']}>
          <b>
            {formatNumber(Math.round(done * 100) / 100)} / {required === null ? '?' : formatNumber(required)}
            {'\u00a0'}h
          </b>{' '}
          suivies
          {remaining !== null &&
            remaining > 0 &&
            ` · reste ${formatNumber(Math.round(remaining * 100) / 100)}\u00a0h${whole === null ? ' dans les modules' : ''}`}
        </p>
      )}
      {ahead.length > 0 && (
        <p className={styles['line']}>
          <IconDaysBlocked size={14} stroke={1.8} aria-hidden="true" />{' '}
          {ahead.length === 1 ? '1\u00a0journée à venir' : `${ahead.length}\u00a0journées à venir`}
          {'\u00a0'}:{' '}
          {ahead
            .slice(0, 4)
            .map(({ day }) => formatDay(day))
            .join(', ')}
          {ahead.length > 4 && '…'}
        </p>
      )}
      {proofs.length > 0 && (
        <p className={styles['proofs']}>
          Pièces{'\u00a0'}:{' '}
          {proofs.map(({ id, name }) => (
            <ProofLink key={id} id={id} name={name} onRefused={onRefused} />
          ))}
        </p>
      )}
      {progress !== null && <Why answer={progress.remaining} missingLabels={missingLabels} />}
    </div>
  );
}

const VAE_WORDS = { met: 'Demande ouverte', not_met: 'Demande non ouverte', undetermined: 'Indéterminé' } as const;

/** The file of a VAE, when there is one: hours, applications, what the rule says. */
export function VaeFoot({ view: { training, answers } }: Pick<FootProps, 'view'>) {
  const facts = training?.facts;
  if (facts === undefined || (facts.route !== 'VAE' && facts.vaeHours === null && facts.vaeApplications.length === 0))
    return null;
  const { verdict } = answers.vae;
  return (
    <div className={styles['foot']}>
      <p className={styles['line']}>
        <b>VAE</b>
        {'\u00a0'}: {facts.vaeHours === null ? 'heures à saisir' : `${formatNumber(facts.vaeHours)}\u00a0h notées`}
        {facts.vaeApplications.map(
          ({ certification, filedOn }) => ` · ${certification}, demande du ${formatDay(filedOn)}`,
        )}
      </p>
      <Tag tone={verdict.outcome === 'met' ? 'ok' : 'neutral'} icon={verdict.outcome === 'met' ? IconDone : IconInfo}>
        {VAE_WORDS[verdict.outcome]}
      </Tag>
      <Why answer={verdict} missingLabels={missingLabels} />
    </div>
  );
}

/** Trainings given up, or certified before the one shown. */
export function PastTrainings({ view: { past }, onRefused }: Pick<FootProps, 'view' | 'onRefused'>) {
  if (past.length === 0) return null;
  return (
    <div className={styles['block']}>
      <Disclosure summary={past.length === 1 ? '1\u00a0formation passée' : `${past.length}\u00a0formations passées`}>
        <ul className={styles['plain']}>
          {past.map(({ id, facts, documents }) => (
            <li key={id} className={styles['proofs']}>
              <IconInfo size={14} stroke={1.8} aria-hidden="true" />
              {TRAINING_ROUTES[facts.route]}
              {facts.body !== null && `, ${facts.body}`}
              {facts.startedOn !== null && `, commencée le ${formatDay(facts.startedOn)}`}
              {facts.certifiedOn !== null && `, certifiée le ${formatDay(facts.certifiedOn)}`}
              {facts.abandonedOn !== null && `, abandonnée le ${formatDay(facts.abandonedOn)}`}
              {documents.map((one) => (
                <ProofLink key={one.id} id={one.id} name={one.name} onRefused={onRefused} />
              ))}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
