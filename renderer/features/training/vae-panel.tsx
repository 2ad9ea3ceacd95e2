import { useState } from 'react';
import type { AssistantTraining } from '#shared/contract/training.ts';
import { addYears, formatDay, parseFrenchDate, type Day } from '#shared/kernel/day.ts';
import { Button, DateField, Note, Row, Why } from '../../ui/index.ts';
import { IconAdd, IconBin } from '../../ui/icons.ts';
import { VAE_FIELDS } from './drawn-fields.ts';
import { TextFact } from './fact-inputs.tsx';
import { missingLabels } from './training-words.ts';
import styles from './training.module.css';
import { FormPanel } from './training-panel.tsx';
import { useFactsForm } from './use-facts-form.ts';

const CQP = 'CQP assistant médical';

/** The file of a VAE: hours in relation with the title, applications filed. */
export function VaePanel({ view, today, onClose }: { view: AssistantTraining; today: Day; onClose: () => void }) {
  const state = useFactsForm(view, 'vae', today, onClose);
  const { form, set } = state;
  const { verdict, documents } = view.answers.vae;
  const [filed, setFiled] = useState('');
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const certification = form.certification.trim() === '' ? CQP : form.certification.trim();
  const add = () => {
    const reading = parseFrenchDate(filed, { today, earliest: addYears(today, -20) });
    if (reading.kind !== 'day')
      return setRefused(reading.kind === 'empty' ? 'Jour du dépôt à saisir.' : reading.message);
    setFiled('');
    setRefused(undefined);
    set({ vaeApplications: [...form.vaeApplications, { certification, filedOn: reading.day }] });
  };
  return (
    <FormPanel
      title={`VAE, ${view.assistant.givenName} ${view.assistant.familyName}`}
      state={state}
      drawn={VAE_FIELDS}
      onClose={onClose}
    >
      {form.route !== 'VAE' && (
        <Note
          tone="neutral"
          actions={
            <Button size="inline" onClick={() => set({ route: 'VAE' })}>
              Choisir la VAE comme parcours
            </Button>
          }
        >
          Le dossier peut être préparé sans changer de parcours.
        </Note>
      )}
      <TextFact
        state={state}
        name="vaeHours"
        label="Heures en rapport avec le titre"
        as="whole"
        hint="Salariées ou bénévoles, avec leurs justificatifs."
      />
      <TextFact state={state} name="certification" label="Certification visée" placeholder={CQP} />
      <div className={styles['verdict']}>
        <b>
          {{ met: 'Demande ouverte', not_met: 'Demande non ouverte', undetermined: 'Indéterminé' }[verdict.outcome]}
        </b>
        {verdict.reasons.map(({ code, words }) => (
          <p key={code}>{words}</p>
        ))}
        <Why answer={verdict} missingLabels={missingLabels} />
      </div>
      <h3 className={styles['heading']}>Demandes déposées</h3>
      {form.vaeApplications.length === 0 && <p className={styles['quiet']}>Aucune demande notée.</p>}
      <ul className={styles['plain']}>
        {form.vaeApplications.map((one, index) => (
          <li key={`${one.certification} ${one.filedOn}`} className={styles['dayLine']}>
            <span>
              {one.certification}, le {formatDay(one.filedOn)}
            </span>
            <Button
              size="inline"
              icon={IconBin}
              aria-label={`Retirer la demande du ${formatDay(one.filedOn)}`}
              onClick={() => set({ vaeApplications: form.vaeApplications.filter((_, place) => place !== index) })}
            >
              Retirer
            </Button>
          </li>
        ))}
      </ul>
      <Row align="end">
        <DateField label="Jour du dépôt" optional today={today} value={filed} onChange={setFiled} error={refused} />
        <Button icon={IconAdd} onClick={add}>
          Ajouter
        </Button>
      </Row>
      <p className={styles['quiet']}>
        Pièces de la demande{'\u00a0'}: {documents.join(', ')}.
      </p>
    </FormPanel>
  );
}
