import { useState } from 'react';
import type { AssistantTraining, TrainingModule } from '#shared/contract/training.ts';
import { FREE_MODULE, MODULE_STATES, moduleStates, type ModuleState } from '#shared/domain/training.ts';
import { addYears, formatDay, type Day } from '#shared/kernel/day.ts';
import { sentenceOf, useCommand } from '../../api/queries.ts';
import { Button, DateField, FieldGrid, Note, SelectField, TextField } from '../../ui/index.ts';
import { IconBin } from '../../ui/icons.ts';
import { useKeptForm } from '../settings/kept-form.ts';
import { problemsOf } from '../settings/problems.ts';
import { hoursText, reader, type Problems } from './facts-form.ts';
import { TrainingPanel } from './training-panel.tsx';

interface ModuleForm {
  label: string;
  planned: string;
  done: string;
  exempt: string;
  state: ModuleState;
  plannedEnd: string;
  validatedOn: string;
  seen: TrainingModule['facts'] | null;
}

const formOf = (facts: TrainingModule['facts']): ModuleForm => ({
  label: facts.label,
  planned: hoursText(facts.plannedMinutes),
  done: hoursText(facts.doneMinutes),
  exempt: hoursText(facts.exemptMinutes),
  state: facts.state,
  plannedEnd: facts.plannedEnd === null ? '' : formatDay(facts.plannedEnd),
  validatedOn: facts.validatedOn === null ? '' : formatDay(facts.validatedOn),
  seen: null,
});

interface ModulePanelProps {
  view: AssistantTraining;
  module: TrainingModule;
  today: Day;
  onClose: () => void;
}

/** One module: hours planned, done, exempted, and where it stands. */
export function ModulePanel({ view, module, today, onClose }: ModulePanelProps) {
  const free = module.module === FREE_MODULE;
  const { value: form, change, discard, dirty } = useKeptForm<ModuleForm>(`module ${module.id}`, formOf(module.facts));
  const [problems, setProblems] = useState<Problems>({});
  const refuse = (error: unknown) => setProblems({ ...problemsOf(error) });
  const leave = () => {
    discard();
    onClose();
  };
  const save = useCommand('training', 'saveModule', {
    onDone: leave,
    onRefused: (error) => {
      change({ seen: module.facts });
      refuse(error);
    },
  });
  const remove = useCommand('training', 'removeModule', {
    onDone: leave,
    onRefused: (error) => setProblems({ '': sentenceOf(error) }),
  });
  const set = (part: Partial<ModuleForm>) => {
    change({ ...part, ...(form.seen === null ? { seen: module.facts } : {}) });
    setProblems({});
  };
  const submit = () => {
    const found: Problems = {};
    const read = reader(today, found);
    const label = form.label.trim();
    if (label === '') found['label'] = 'À remplir.';
    const value = {
      label,
      plannedMinutes: read.hours('plannedMinutes', form.planned),
      doneMinutes: read.hours('doneMinutes', form.done) ?? 0,
      exemptMinutes: read.hours('exemptMinutes', form.exempt),
      state: form.state,
      plannedEnd: read.day('plannedEnd', form.plannedEnd),
      validatedOn: read.day('validatedOn', form.validatedOn),
    };
    setProblems(found);
    if (Object.keys(found).length === 0) save.mutate({ id: module.id, base: form.seen ?? module.facts, value });
  };
  const required = view.answers.progress?.lines.find((line) => String(line.module) === module.module)?.required
    .ruleValue;
  const dates = { today, earliest: '2000-01-01', latest: addYears(today, 10) };
  const hours = (label: string, field: 'planned' | 'done' | 'exempt', key: string, hint?: string) => (
    <TextField
      label={label}
      optional
      figures
      inputMode="decimal"
      maxLength={7}
      value={form[field]}
      onChange={(text) => set({ [field]: text })}
      error={problems[key]}
      hint={hint}
    />
  );
  return (
    <TrainingPanel
      title={free ? 'Module' : `Module ${module.module}`}
      onClose={onClose}
      onSave={submit}
      working={save.isPending}
      onDiscard={dirty ? discard : undefined}
      error={problems[''] ?? problems['module']}
    >
      <TextField
        label="Intitulé"
        value={form.label}
        onChange={(label) => set({ label })}
        error={problems['label']}
        disabled={!free}
        maxLength={100}
      />
      <FieldGrid columns={2}>
        {hours('Heures suivies', 'done', 'doneMinutes')}
        {hours(
          free ? 'Heures prévues' : 'Heures de l’organisme',
          'planned',
          'plannedMinutes',
          required == null ? undefined : `Règle\u00a0: ${required}\u00a0h.`,
        )}
      </FieldGrid>
      <SelectField
        label="État"
        options={moduleStates.map((value) => ({ value, label: MODULE_STATES[value] }))}
        value={form.state}
        onChange={(state) => set({ state: (state ?? 'planned') as ModuleState })}
        error={problems['state']}
      />
      <FieldGrid columns={2}>
        <DateField
          {...dates}
          label="Fin prévue"
          optional
          value={form.plannedEnd}
          onChange={(plannedEnd) => set({ plannedEnd })}
          error={problems['plannedEnd']}
        />
        <DateField
          {...dates}
          label="Validé le"
          optional={form.state !== 'validated'}
          value={form.validatedOn}
          onChange={(validatedOn) => set({ validatedOn })}
          error={problems['validatedOn']}
        />
      </FieldGrid>
      {!free && hours('Heures dispensées', 'exempt', 'exemptMinutes', 'Après positionnement.')}
      {module.remarks.length > 0 && <Note tone="warn">{module.remarks.join(' ')}</Note>}
      {free && (
        <div>
          <Button size="toolbar" icon={IconBin} onClick={() => remove.mutate({ id: module.id })}>
            Retirer ce module
          </Button>
        </div>
      )}
    </TrainingPanel>
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
  const {
    value: form,
    change,
    discard,
    dirty,
  } = useKeptForm(`module nouveau ${assistantId}`, { label: '', planned: '' });
  const [problems, setProblems] = useState<Problems>({});
  const add = useCommand('training', 'addModule', {
    onDone: () => {
      discard();
      onClose();
    },
    onRefused: (error) => setProblems({ ...problemsOf(error) }),
  });
  const submit = () => {
    const found: Problems = {};
    const plannedMinutes = reader(today, found).hours('plannedMinutes', form.planned);
    const label = form.label.trim();
    if (label === '') found['label'] = 'À remplir.';
    setProblems(found);
    if (Object.keys(found).length === 0) add.mutate({ trainingId, label, plannedMinutes });
  };
  return (
    <TrainingPanel
      title="Nouveau module"
      saveLabel="Ajouter le module"
      onClose={onClose}
      onSave={submit}
      working={add.isPending}
      onDiscard={dirty ? discard : undefined}
      error={problems['']}
    >
      <TextField
        label="Intitulé"
        value={form.label}
        onChange={(label) => change({ label })}
        error={problems['label']}
        maxLength={100}
      />
      <TextField
        label="Heures prévues"
        optional
        figures
        inputMode="decimal"
        maxLength={7}
        value={form.planned}
        onChange={(planned) => change({ planned })}
        error={problems['plannedMinutes']}
      />
    </TrainingPanel>
  );
}
