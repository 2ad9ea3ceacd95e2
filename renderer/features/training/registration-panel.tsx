import type { AssistantTraining } from '#shared/contract/training.ts';
import { TRAINING_ROUTES, trainingRoutes, type TrainingRoute } from '#shared/domain/training.ts';
import { addYears, type Day } from '#shared/kernel/day.ts';
import { ChoiceField, DateField, FieldGrid, SelectField, TextField, Why } from '../../ui/index.ts';
import { missingLabels } from './training-words.ts';
import { FactsPanel } from './training-panel.tsx';
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
  const dates = { today, earliest: '2000-01-01', latest: addYears(today, 10) };
  const { entry } = view.answers.route;
  return (
    <FactsPanel
      title={`Formation de ${view.assistant.givenName} ${view.assistant.familyName}`}
      state={state}
      onClose={onClose}
    >
      <SelectField
        label="Parcours"
        options={trainingRoutes.map((value) => ({ value, label: TRAINING_ROUTES[value] }))}
        value={form.route}
        onChange={(route) => set({ route: route as TrainingRoute | null })}
        error={problems['route']}
      />
      <TextField
        label="Organisme"
        optional
        value={form.body}
        onChange={(body) => set({ body })}
        error={problems['body']}
        maxLength={100}
      />
      <FieldGrid columns={2}>
        <DateField
          {...dates}
          label="Inscription"
          optional
          value={form.registeredOn}
          onChange={(registeredOn) => set({ registeredOn })}
          error={problems['registeredOn']}
        />
        <TextField
          label="Session, en mois"
          optional
          figures
          inputMode="numeric"
          maxLength={2}
          value={form.sessionMonths}
          onChange={(sessionMonths) => set({ sessionMonths })}
          error={problems['sessionMonths']}
        />
        <DateField
          {...dates}
          label="Début"
          optional
          value={form.startedOn}
          onChange={(startedOn) => set({ startedOn })}
          error={problems['startedOn']}
        />
        <DateField
          {...dates}
          label="Fin prévue"
          optional
          value={form.plannedEnd}
          onChange={(plannedEnd) => set({ plannedEnd })}
          error={problems['plannedEnd']}
        />
      </FieldGrid>
      {form.route === 'CQP' && (
        <>
          <FieldGrid columns={2}>
            <DateField
              {...dates}
              label="Positionnement"
              optional
              value={form.positioningOn}
              onChange={(positioningOn) => set({ positioningOn })}
              error={problems['positioningOn']}
              hint="Il peut dispenser d’heures."
            />
            <TextField
              label="Heures hors modules"
              optional
              figures
              inputMode="decimal"
              maxLength={6}
              value={form.otherHours}
              onChange={(otherHours) => set({ otherHours })}
              error={problems['otherMinutes']}
            />
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
          />
          {form.levelFour === 'non' && (
            <TextField
              label="Années d’expérience"
              optional
              figures
              inputMode="numeric"
              maxLength={2}
              value={form.experienceYears}
              onChange={(experienceYears) => set({ experienceYears })}
              error={problems['experienceYears']}
            />
          )}
          {entry !== null && <Why answer={entry} missingLabels={missingLabels} />}
        </>
      )}
    </FactsPanel>
  );
}

/** Exam, certificate, proof sent to the CPAM, or the training given up. */
export function OutcomePanel({ view, today, onClose }: PanelProps) {
  const state = useFactsForm(view, 'issue', today, onClose);
  const { form, problems, set } = state;
  const dates = { today, earliest: '2000-01-01', latest: addYears(today, 10) };
  return (
    <FactsPanel
      title={`Issue, ${view.assistant.givenName} ${view.assistant.familyName}`}
      state={state}
      onClose={onClose}
    >
      <DateField
        {...dates}
        label="Épreuve"
        optional
        value={form.examOn}
        onChange={(examOn) => set({ examOn })}
        error={problems['examOn']}
      />
      <FieldGrid columns={2}>
        <DateField
          {...dates}
          label={form.route === 'FAE' ? 'Attestation de fin' : 'Certificat'}
          optional
          value={form.certifiedOn}
          onChange={(certifiedOn) => set({ certifiedOn })}
          error={problems['certifiedOn']}
        />
        <DateField
          {...dates}
          label="Envoi à la CPAM"
          optional
          value={form.proofSentOn}
          onChange={(proofSentOn) => set({ proofSentOn })}
          error={problems['proofSentOn']}
        />
      </FieldGrid>
      <DateField
        {...dates}
        label="Abandon"
        optional
        value={form.abandonedOn}
        onChange={(abandonedOn) => set({ abandonedOn })}
        error={problems['abandonedOn']}
        hint={'La formation passe dans l’histoire\u00a0; une autre peut être ouverte.'}
      />
    </FactsPanel>
  );
}
