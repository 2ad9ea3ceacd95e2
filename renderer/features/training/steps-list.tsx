import type { NextSteps, StepCode } from '#shared/rules/training/index.ts';
import { Button } from '../../ui/index.ts';
import type { Gesture } from './open-gesture.ts';
import styles from './training.module.css';

/** The form that answers each step; the others are done outside the screen. */
const FORM_OF: Partial<Record<StepCode, { gesture: Gesture; label: string }>> = {
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

interface StepsListProps {
  steps: NextSteps;
  /** Absent for who may only read. */
  onOpen?: ((gesture: Gesture) => void) | undefined;
}

/** What the employer must do next, the first thing first. */
export function StepsList({ steps, onOpen }: StepsListProps) {
  const first = steps.steps.find(({ optional, code }) => !optional && FORM_OF[code] !== undefined);
  const form = first === undefined ? undefined : FORM_OF[first.code];
  if (steps.steps.length === 0) return null;
  return (
    <div className={styles['steps']}>
      <div>
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
      {onOpen !== undefined && form !== undefined && (
        <Button size="toolbar" onClick={() => onOpen(form.gesture)}>
          {form.label}
        </Button>
      )}
    </div>
  );
}
