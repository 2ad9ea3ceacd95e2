import type { NextSteps, StepCode } from '#shared/rules/training/index.ts';
import { Button } from '../../ui/index.ts';
import { useEmployerRecord } from './employer-record.ts';
import type { Gesture } from './open-gesture.ts';
import styles from './training.module.css';

/** Where a step is answered: a form of this page, or the record of the employer. The others are done outside. */
type Answer = { label: string } & ({ gesture: Gesture } | { record: 'contrat' | 'assistant' });
const ANSWERS: Partial<Record<StepCode, Answer>> = {
  fill_hire_day: { record: 'contrat', label: 'Saisir le contrat de travail' },
  fill_diploma: { record: 'assistant', label: 'Saisir le diplôme' },
  check_entry: { gesture: 'inscription', label: 'Choisir un organisme' },
  choose_body_cqp: { gesture: 'inscription', label: 'Choisir un organisme' },
  choose_body_fae: { gesture: 'inscription', label: 'Choisir un organisme' },
  enrol: { gesture: 'inscription', label: 'Noter l’inscription' },
  start: { gesture: 'inscription', label: 'Noter le début' },
  fill_planned_end: { gesture: 'inscription', label: 'Saisir la fin prévue' },
  plan_end: { gesture: 'inscription', label: 'Changer la fin prévue' },
  check_vae: { gesture: 'vae', label: 'Compter les heures' },
  file_vae: { gesture: 'vae', label: 'Ouvrir le dossier de VAE' },
  follow_hours: { gesture: 'attestation', label: 'Joindre une attestation' },
  obtain: { gesture: 'issue', label: 'Noter le certificat' },
  keep_proof: { gesture: 'attestation', label: 'Joindre le certificat' },
  send_proof: { gesture: 'issue', label: 'Noter l’envoi' },
};

/** Id of the list of one assistant, to give it the focus. */
export const stepsId = (assistantId: string): string => `demarches-${assistantId}`;

interface StepsListProps {
  assistantId: string;
  steps: NextSteps;
  /** Absent for who may only read. */
  onOpen?: ((gesture: Gesture) => void) | undefined;
}

/** What the employer must do next, the first thing first. */
export function StepsList({ assistantId, steps, onOpen }: StepsListProps) {
  const openRecord = useEmployerRecord(assistantId);
  const first = steps.steps.find(({ optional, code }) => !optional && ANSWERS[code] !== undefined);
  const answer = first === undefined ? undefined : ANSWERS[first.code];
  if (steps.steps.length === 0) return null;
  return (
    <div className={styles['steps']}>
      <div id={stepsId(assistantId)} tabIndex={-1}>
        <h3 className={styles['heading']}>À faire par l’employeur</h3>
        <ol className={styles['stepList']}>
          {steps.steps.map(({ code, words, optional }) => (
            <li key={code}>
              {words}
              {optional && <span className={styles['quiet']}> Facultatif.</span>}
            </li>
          ))}
        </ol>
      </div>
      {onOpen !== undefined && answer !== undefined && (
        <Button
          size="toolbar"
          onClick={() => ('gesture' in answer ? onOpen(answer.gesture) : openRecord(answer.record))}
        >
          {answer.label}
        </Button>
      )}
    </div>
  );
}
