import { Fragment } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { ASSISTANT_PROFILES } from '#shared/domain/employer.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { hours } from '../employer/employment-words.ts';
import { Avatar, Note, TextLink, Why } from '../../ui/index.ts';
import { DelaysWhy } from './delays-why.tsx';
import { useEmployerRecord } from './employer-record.ts';
import { ModuleTable } from './module-table.tsx';
import type { Gesture, OpenGesture } from './open-gesture.ts';
import { PaneActions } from './pane-actions.tsx';
import { HoursFoot, PastTrainings, VaeFoot } from './pane-foot.tsx';
import { PaneTags } from './pane-tags.tsx';
import { StepsList } from './steps-list.tsx';
import { TimeLine } from './time-line.tsx';
import { timeLineOf } from './time-line-model.ts';
import { missingLabels } from './training-words.ts';
import styles from './training.module.css';

interface AssistantPaneProps {
  view: AssistantTraining;
  today: Day;
  gesture: OpenGesture;
  /** May change; else the pane is read. */
  manages: boolean;
  /** May open the employer's record of this person. */
  employer: boolean;
  onRefused: (sentence: string) => void;
}

/** Id of the name of one assistant: an address may ask for their pane. */
export const paneId = (assistantId: string): string => `formation-${assistantId}`;

/** One assistant: where the training stands, its dates, its plan, and what to do next. */
export function AssistantPane({ view, today, gesture, manages, employer, onRefused }: AssistantPaneProps) {
  const openRecord = useEmployerRecord(view.assistant.id);
  const { assistant, training, answers, contradictions } = view;
  const name = `${assistant.givenName} ${assistant.familyName}`;
  const line = timeLineOf(view, today);
  const open = (geste: Gesture, module?: string) => gesture.open(geste, assistant.id, module);
  const titleId = paneId(assistant.id);
  return (
    <section className={styles['pane']} aria-labelledby={titleId}>
      <header className={styles['head']}>
        <Avatar initials={`${assistant.givenName.charAt(0)}${assistant.familyName.charAt(0)}`} />
        <div className={styles['who']}>
          <h2 id={titleId} tabIndex={-1}>
            {name}
          </h2>
          <p className={styles['quiet']}>
            {headWords(view).map((words, index) => (
              <Fragment key={words}>
                {index > 0 && ' · '}
                <span className={styles['word']}>{words}</span>
              </Fragment>
            ))}{' '}
            {employer && <TextLink onClick={() => openRecord()}>Voir le contrat de travail</TextLink>}
          </p>
        </div>
        <div className={styles['tags']}>
          <PaneTags view={view} today={today} />
        </div>
      </header>
      {contradictions.length > 0 && (
        <div className={styles['block']}>
          <Note tone="warn" title="À vérifier">
            {contradictions.map((words) => (
              <p key={words} className={styles['line']}>
                {words}
              </p>
            ))}
          </Note>
        </div>
      )}
      {line === null ? (
        <p className={styles['block']}>
          Aucun contrat de travail saisi{'\u00a0'}: les délais partent de la date d’embauche.{' '}
          {manages && <TextLink onClick={() => openRecord('contrat')}>Saisir le contrat</TextLink>}
        </p>
      ) : (
        <TimeLine model={line} today={today} />
      )}
      <ModuleTable
        view={view}
        openId={gesture.moduleId}
        onOpen={manages ? (module) => open('module', module.id) : undefined}
        onAttach={manages ? (module) => open('attestation', module.id) : undefined}
        onRefused={onRefused}
      />
      <HoursFoot view={view} today={today} onRefused={onRefused} />
      <VaeFoot view={view} />
      <div className={styles['block']}>
        <DelaysWhy view={view} onChange={manages ? () => open('courrier') : undefined} />
      </div>
      {training?.facts.certifiedOn != null && answers.certification !== null && (
        <div className={styles['block']}>
          <Note tone={answers.certification.verdict.outcome === 'met' ? 'ok' : 'warn'} title="Certification">
            {answers.certification.verdict.reasons.map(({ code, words }) => (
              <p key={code} className={styles['line']}>
                {words}
              </p>
            ))}
            <Why answer={answers.certification.verdict} missingLabels={missingLabels} />
          </Note>
        </div>
      )}
      <StepsList assistantId={assistant.id} steps={answers.steps} onOpen={manages ? open : undefined} />
      {manages && <PaneActions view={view} onOpen={open} />}
      <PastTrainings view={view} onRefused={onRefused} />
    </section>
  );
}

function headWords({ hiredOn, leavesOn, assistant, weeklyMinutes, contract, training }: AssistantTraining): string[] {
  const { profile } = assistant;
  return [
    hiredOn === null ? null : `Embauche le ${formatDay(hiredOn)}`,
    leavesOn === null ? null : `fin de contrat le ${formatDay(leavesOn)}`,
    Object.hasOwn(ASSISTANT_PROFILES, profile)
      ? ASSISTANT_PROFILES[profile as keyof typeof ASSISTANT_PROFILES]
      : profile,
    weeklyMinutes === null ? null : `${hours(weeklyMinutes)} par semaine`,
    contract === null
      ? null
      : `contrat d’aide${contract.number === null ? '' : ` n°\u00a0${contract.number}`} du ${formatDay(contract.signedOn)}`,
    training?.facts.body ?? null,
  ].filter((part) => part !== null);
}
