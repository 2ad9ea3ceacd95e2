import type { AssistantTraining } from '#shared/contract/training.ts';
import { TRAINING_ROUTES, trainingRoutes, type TrainingRoute } from '#shared/domain/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { ChoiceField, FieldGrid, SelectField, Why } from '../../ui/index.ts';
import { OUTCOME_FIELDS, registrationFields } from './drawn-fields.ts';
import { DayFact, FactConflict, TextFact } from './fact-inputs.tsx';
import { missingLabels } from './training-words.ts';
import { FormPanel } from './training-panel.tsx';
import { useFactsForm } from './use-facts-form.ts';

interface PanelProps {
  view: AssistantTraining;
  today: Day;
  onClose: () => void;
}

/** Route, body, registration, course of the training. */
export function RegistrationPanel({ view, today, onClose }: PanelProps) {
  const state = useFactsForm(view, 'inscription', today, onClose);
  const { form, problems, set } = state;
  const day = { state, today };
  const { entry } = view.answers.route;
  return (
    <FormPanel
      title={`Formation de ${view.assistant.givenName} ${view.assistant.familyName}`}
      state={state}
      drawn={registrationFields(form)}
      onClose={onClose}
    >
      <SelectField
        label="Parcours"
        options={trainingRoutes.map((value) => ({ value, label: TRAINING_ROUTES[value] }))}
        value={form.route}
        onChange={(route) => set({ route: route as TrainingRoute | null })}
        error={problems['route']}
      />
      <FactConflict state={state} field="route" />
      <TextFact state={state} name="body" label="Organisme" />
      <FieldGrid columns={2}>
        <DayFact {...day} name="registeredOn" label="Inscription" />
        <TextFact state={state} name="sessionMonths" label="Session, en mois" as="whole" />
        <DayFact {...day} name="startedOn" label="Début" />
        <DayFact {...day} name="plannedEnd" label="Fin prévue" />
      </FieldGrid>
      {form.route === 'CQP' && (
        <>
          <FieldGrid columns={2}>
            <DayFact {...day} name="positioningOn" label="Positionnement" hint="Il peut dispenser d’heures." />
            <TextFact state={state} name="otherMinutes" label="Heures hors modules" as="hours" />
          </FieldGrid>
          <ChoiceField
            label="Baccalauréat ou niveau supérieur"
            optional
            options={[
              { value: 'oui', label: 'Oui' },
              { value: 'non', label: 'Non' },
            ]}
            value={form.levelFour}
            onChange={(levelFour) => set({ levelFour })}
            error={problems['levelFour']}
          />
          <FactConflict state={state} field="levelFour" />
          {form.levelFour === 'non' && (
            <TextFact state={state} name="experienceYears" label="Années d’expérience" as="whole" />
          )}
          {entry !== null && <Why answer={entry} missingLabels={missingLabels} />}
        </>
      )}
    </FormPanel>
  );
}

/** Exam, certificate, proof sent to the CPAM, or the training given up. */
export function OutcomePanel({ view, today, onClose }: PanelProps) {
  const state = useFactsForm(view, 'issue', today, onClose);
  const day = { state, today };
  return (
    <FormPanel
      title={`Épreuve et certificat, ${view.assistant.givenName} ${view.assistant.familyName}`}
      state={state}
      drawn={OUTCOME_FIELDS}
      onClose={onClose}
    >
      <DayFact {...day} name="examOn" label="Épreuve" />
      <FieldGrid columns={2}>
        <DayFact {...day} name="certifiedOn" label={state.form.route === 'FAE' ? 'Attestation de fin' : 'Certificat'} />
        <DayFact {...day} name="proofSentOn" label="Envoi à la CPAM" />
      </FieldGrid>
      <DayFact
        {...day}
        name="abandonedOn"
        label="Abandon"
        hint={'La formation passe dans l’histoire\u00a0; une autre peut être ouverte.'}
      />
    </FormPanel>
  );
}
