import type { AssistantTraining, DaysAsked } from '#shared/contract/training.ts';
import { addYears, parseFrenchDate, type Day } from '#shared/kernel/day.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { CheckField, ChoiceField, DateField, FieldGrid, Note, TextField } from '../../ui/index.ts';
import { reader, type Problems } from './facts-form.ts';
import { BlockedDays, DaysFound } from './days-found.tsx';
import styles from './training.module.css';
import { FormPanel } from './training-panel.tsx';
import { useTrainingForm } from './use-training-form.ts';

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

interface DaysForm {
  kind: DaysAsked['kind'];
  list: string;
  weekdays: readonly number[];
  from: string;
  to: string;
  hours: string;
}
const blank: DaysForm = { kind: 'weekly', list: '', weekdays: [], from: '', to: '', hours: '' };

/** The days a form asks for; null while something is missing, which `problems` then says. */
function askedOf(form: DaysForm, today: Day, problems: Problems): DaysAsked | null {
  const read = reader(today, problems);
  if (form.kind === 'list') {
    const bounds = { today, earliest: addYears(today, -10), latest: addYears(today, 10) };
    const parts = form.list
      .split(/[,;\n]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const days = parts.map((part) => parseFrenchDate(part, bounds));
    const bad = parts.find((_, index) => days[index]?.kind !== 'day');
    if (parts.length === 0) problems['days'] = 'Saisir au moins un jour.';
    else if (bad !== undefined) problems['days'] = `«\u00a0${bad}\u00a0»\u00a0: date à écrire en jour, mois, année.`;
    return Object.keys(problems).length > 0
      ? null
      : { kind: 'list', days: days.flatMap((one) => (one.kind === 'day' ? [one.day] : [])) };
  }
  if (form.weekdays.length === 0) problems['weekdays'] = 'Choisir au moins un jour de la semaine.';
  const from = read.day('from', form.from);
  const to = read.day('to', form.to);
  if (from === null) problems['from'] ??= 'À remplir.';
  if (to === null) problems['to'] ??= 'À remplir.';
  if (Object.keys(problems).length > 0 || from === null || to === null) return null;
  return { kind: 'weekly', weekdays: [...form.weekdays].sort(), from, to };
}

interface DaysPanelProps {
  view: AssistantTraining;
  trainingId: string;
  today: Day;
  onClose: () => void;
}

/** Days in training, blocked in one gesture, with what is left out and why. */
export function DaysPanel({ view, trainingId, today, onClose }: DaysPanelProps) {
  const { givenName, familyName, id } = view.assistant;
  const state = useTrainingForm<DaysForm>(`training days ${id}`, blank, onClose);
  const { form, problems, set } = state;
  const asked = askedOf(form, today, {});
  const preview = useRead(
    'training',
    'daysToBlock',
    { trainingId, asked: asked ?? { kind: 'list', days: [today] } },
    { enabled: asked !== null, gcTime: 0 },
  );
  const block = useCommand('training', 'block', { onDone: state.done, onRefused: state.refuse });
  const free = useCommand('training', 'free', { onRefused: (error) => state.accepts({ '': sentenceOf(error) }) });
  const submit = () => {
    const found: Problems = {};
    const wanted = askedOf(form, today, found);
    const minutes = reader(today, found).hours('minutes', form.hours);
    if (minutes !== null && (minutes < 15 || minutes > 720)) found['minutes'] = 'De 15 minutes à 12 heures.';
    if (state.accepts(found) && wanted !== null) block.mutate({ trainingId, asked: wanted, minutes });
  };
  const dates = { today, earliest: addYears(today, -10), latest: addYears(today, 10) };
  const blocked = view.training?.days ?? [];
  const typedMinutes = reader(today, {}).hours('minutes', form.hours);
  return (
    <FormPanel
      title={`Journées de formation, ${givenName} ${familyName}`}
      saveLabel="Bloquer ces journées"
      state={{ ...state, submit, working: block.isPending }}
      drawn={['minutes', ...(form.kind === 'list' ? ['days'] : ['weekdays', 'from', 'to'])]}
      onClose={onClose}
    >
      <ChoiceField<DaysForm['kind']>
        label="Jours"
        clearable={false}
        options={[
          { value: 'weekly', label: 'Chaque semaine' },
          { value: 'list', label: 'Des dates' },
        ]}
        value={form.kind}
        onChange={(kind) => set({ kind: kind ?? 'weekly' })}
      />
      {form.kind === 'list' ? (
        <TextField
          label="Dates, séparées par une virgule"
          value={form.list}
          onChange={(list) => set({ list })}
          error={problems['days']}
          placeholder="27/11/2026, 11/12/2026"
          figures
        />
      ) : (
        <>
          <fieldset className={styles['weekdays']}>
            <legend>Tous les</legend>
            {WEEKDAYS.map((label, index) => (
              <CheckField
                key={label}
                label={label}
                checked={form.weekdays.includes(index + 1)}
                onChange={(checked) =>
                  set({
                    weekdays: checked
                      ? [...form.weekdays, index + 1]
                      : form.weekdays.filter((weekday) => weekday !== index + 1),
                  })
                }
              />
            ))}
            {problems['weekdays'] !== undefined && (
              <p className={styles['refusal']} role="alert">
                {problems['weekdays']}
              </p>
            )}
          </fieldset>
          <FieldGrid columns={2}>
            <DateField
              {...dates}
              label="Du"
              value={form.from}
              onChange={(from) => set({ from })}
              error={problems['from']}
            />
            <DateField {...dates} label="Au" value={form.to} onChange={(to) => set({ to })} error={problems['to']} />
          </FieldGrid>
        </>
      )}
      <TextField
        label="Heures par journée"
        optional
        figures
        inputMode="decimal"
        maxLength={5}
        value={form.hours}
        onChange={(hours) => set({ hours })}
        error={problems['minutes']}
        hint={'Vide\u00a0: la journée entière.'}
      />
      {asked !== null && preview.data !== undefined && (
        <DaysFound found={preview.data} view={view} minutes={typedMinutes} />
      )}
      {asked !== null && preview.error !== null && problems[''] === undefined && (
        <Note tone="warn" role="status">
          {sentenceOf(preview.error)}
        </Note>
      )}
      <BlockedDays days={blocked} today={today} onFree={(day) => free.mutate({ trainingId, days: [day] })} />
    </FormPanel>
  );
}
