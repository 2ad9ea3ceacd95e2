import type { AssistantTraining, TrainingModule } from '#shared/contract/training.ts';
import { FREE_MODULE, MODULE_STATES, moduleStates, type ModuleState } from '#shared/domain/training.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sentenceOf, useCommand } from '../../api/queries.ts';
import { Button, FieldGrid, Note, SelectField } from '../../ui/index.ts';
import { IconBin } from '../../ui/icons.ts';
import { DayFact, FactConflict, TextFact } from './fact-inputs.tsx';
import { dayText, hoursText, reader, type Problems } from './facts-form.ts';
import { FormPanel } from './training-panel.tsx';
import { useEditedFacts, useTrainingForm } from './use-training-form.ts';

type Facts = TrainingModule['facts'];

/** Texts by the names of the facts: hours over minutes. */
interface ModuleForm {
  label: string;
  plannedMinutes: string;
  doneMinutes: string;
  exemptMinutes: string;
  state: ModuleState;
  plannedEnd: string;
  validatedOn: string;
  seen: Facts | null;
}

const formOf = (facts: Facts): ModuleForm => ({
  label: facts.label,
  plannedMinutes: hoursText(facts.plannedMinutes),
  doneMinutes: hoursText(facts.doneMinutes),
  exemptMinutes: hoursText(facts.exemptMinutes),
  state: facts.state,
  plannedEnd: dayText(facts.plannedEnd),
  validatedOn: dayText(facts.validatedOn),
  seen: null,
});

function labelIn(text: string, problems: Problems): string {
  if (text.trim() === '') problems['label'] = 'À remplir.';
  return text.trim();
}

function factsFrom(form: ModuleForm, today: Day, problems: Problems): Facts {
  const read = reader(today, problems);
  return {
    label: labelIn(form.label, problems),
    plannedMinutes: read.hours('plannedMinutes', form.plannedMinutes),
    doneMinutes: read.hours('doneMinutes', form.doneMinutes) ?? 0,
    exemptMinutes: read.hours('exemptMinutes', form.exemptMinutes),
    state: form.state,
    plannedEnd: read.day('plannedEnd', form.plannedEnd),
    validatedOn: read.day('validatedOn', form.validatedOn),
  };
}

const moduleFields = ['label', 'doneMinutes', 'plannedMinutes', 'state', 'plannedEnd', 'validatedOn'];

interface ModulePanelProps {
  view: AssistantTraining;
  module: TrainingModule;
  today: Day;
  onClose: () => void;
}

/** One module: hours planned, done, exempted, and where it stands. */
export function ModulePanel({ view, module, today, onClose }: ModulePanelProps) {
  const free = module.module === FREE_MODULE;
  const form = useEditedFacts<Facts, ModuleForm>(`module ${module.id}`, {
    saved: formOf(module.facts),
    stored: module.facts,
    onDone: onClose,
  });
  const save = useCommand('training', 'saveModule', { onDone: form.done, onRefused: form.refuse });
  const remove = useCommand('training', 'removeModule', {
    onDone: form.done,
    onRefused: (error) => form.accepts({ '': sentenceOf(error) }),
  });
  const submit = () => {
    const found: Problems = {};
    const value = factsFrom(form.form, today, found);
    if (form.accepts(found)) save.mutate({ id: module.id, base: form.base ?? module.facts, value });
  };
  const { set } = form;
  const { state } = form.form;
  const required = view.answers.progress?.lines.find((line) => String(line.module) === module.module)?.required
    .ruleValue;
  return (
    <FormPanel
      title={free ? 'Module' : `Module ${module.module}`}
      state={{ ...form, submit, working: save.isPending }}
      drawn={free ? moduleFields : [...moduleFields, 'exemptMinutes']}
      onClose={onClose}
    >
      <TextFact state={form} name="label" label="Intitulé" optional={false} disabled={!free} />
      <FieldGrid columns={2}>
        <TextFact state={form} name="doneMinutes" label="Heures suivies" as="hours" />
        <TextFact
          state={form}
          name="plannedMinutes"
          label={free ? 'Heures prévues' : 'Heures de l’organisme'}
          as="hours"
          hint={required == null ? undefined : `Règle\u00a0: ${required}\u00a0h.`}
        />
      </FieldGrid>
      <SelectField
        label="État"
        options={moduleStates.map((value) => ({ value, label: MODULE_STATES[value] }))}
        value={state}
        onChange={(chosen) => set({ state: (chosen ?? 'planned') as ModuleState })}
        error={form.problems['state']}
      />
      <FactConflict state={form} field="state" />
      <FieldGrid columns={2}>
        <DayFact state={form} name="plannedEnd" label="Fin prévue" today={today} />
        <DayFact state={form} name="validatedOn" label="Validé le" optional={state !== 'validated'} today={today} />
      </FieldGrid>
      {!free && (
        <TextFact state={form} name="exemptMinutes" label="Heures dispensées" as="hours" hint="Après positionnement." />
      )}
      {module.remarks.length > 0 && <Note tone="warn">{module.remarks.join(' ')}</Note>}
      {free && (
        <div>
          <Button size="toolbar" icon={IconBin} onClick={() => remove.mutate({ id: module.id })}>
            Retirer ce module
          </Button>
        </div>
      )}
    </FormPanel>
  );
}

interface NewModulePanelProps {
  trainingId: string;
  assistantId: string;
  today: Day;
  onClose: () => void;
}

/** A module of the free plan of an adaptation training. */
export function NewModulePanel({ trainingId, assistantId, today, onClose }: NewModulePanelProps) {
  const form = useTrainingForm(`module nouveau ${assistantId}`, { label: '', plannedMinutes: '' }, onClose);
  const add = useCommand('training', 'addModule', { onDone: form.done, onRefused: form.refuse });
  const submit = () => {
    const found: Problems = {};
    const plannedMinutes = reader(today, found).hours('plannedMinutes', form.form.plannedMinutes);
    const label = labelIn(form.form.label, found);
    if (form.accepts(found)) add.mutate({ trainingId, label, plannedMinutes });
  };
  return (
    <FormPanel
      title="Nouveau module"
      saveLabel="Ajouter le module"
      state={{ ...form, submit, working: add.isPending }}
      drawn={['label', 'plannedMinutes']}
      onClose={onClose}
    >
      <TextFact state={form} name="label" label="Intitulé" optional={false} />
      <TextFact state={form} name="plannedMinutes" label="Heures prévues" as="hours" />
    </FormPanel>
  );
}
