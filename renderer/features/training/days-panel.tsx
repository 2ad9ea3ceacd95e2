import { useState } from 'react';
import type { AssistantTraining, DaysAsked } from '#shared/contract/training.ts';
import { addYears, formatDay, formatLongDay, parseFrenchDate, type Day } from '#shared/kernel/day.ts';
import { sentenceOf, useCommand, useRead } from '../../api/queries.ts';
import { Button, CheckField, ChoiceField, DateField, FieldGrid, Note, TextField } from '../../ui/index.ts';
import { useKeptForm } from '../settings/kept-form.ts';
import { problemsOf } from '../settings/problems.ts';
import { hoursText, reader, type Problems } from './facts-form.ts';
import styles from './training.module.css';
import { TrainingPanel } from './training-panel.tsx';

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
  const { value: form, change, discard, dirty } = useKeptForm<DaysForm>(`training days ${id}`, blank);
  const [problems, setProblems] = useState<Problems>({});
  const asked = askedOf(form, today, {});
  const preview = useRead(
    'training',
    'daysToBlock',
    { trainingId, asked: asked ?? { kind: 'list', days: [today] } },
    { enabled: asked !== null, gcTime: 0 },
  );
  const block = useCommand('training', 'block', {
    onDone: () => {
      discard();
      onClose();
    },
    onRefused: (error) => setProblems({ ...problemsOf(error) }),
  });
  const free = useCommand('training', 'free', { onRefused: (error) => setProblems({ '': sentenceOf(error) }) });
  const set = (part: Partial<DaysForm>) => {
    change(part);
    setProblems({});
  };
  const submit = () => {
    const found: Problems = {};
    const wanted = askedOf(form, today, found);
    const minutes = reader(today, found).hours('minutes', form.hours);
    if (minutes !== null && (minutes < 15 || minutes > 720)) found['minutes'] = 'De 15 minutes à 12 heures.';
    setProblems(found);
    if (wanted !== null && Object.keys(found).length === 0) block.mutate({ trainingId, asked: wanted, minutes });
  };
  const dates = { today, earliest: addYears(today, -10), latest: addYears(today, 10) };
  const blocked = view.training?.days ?? [];
  return (
    <TrainingPanel
      title={`Journées de formation, ${givenName} ${familyName}`}
      saveLabel="Bloquer ces journées"
      onClose={onClose}
      onSave={submit}
      working={block.isPending}
      onDiscard={dirty ? discard : undefined}
      error={problems['']}
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
      {asked !== null && preview.data !== undefined && <Found found={preview.data} />}
      {asked !== null && preview.error !== null && problems[''] === undefined && (
        <Note tone="warn" role="status">
          {sentenceOf(preview.error)}
        </Note>
      )}
      {blocked.length > 0 && (
        <>
          <h3 className={styles['heading']}>Déjà bloquées</h3>
          <ul className={styles['plain']}>
            {blocked.map(({ id: dayId, day, minutes }) => (
              <li key={dayId} className={styles['dayLine']}>
                <span>
                  {formatLongDay(day)}
                  {minutes !== null && `, ${hoursText(minutes)}\u00a0h`}
                </span>
                <Button
                  size="inline"
                  aria-label={`Libérer le ${formatDay(day)}`}
                  onClick={() => free.mutate({ trainingId, days: [day] })}
                >
                  Libérer
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </TrainingPanel>
  );
}

function Found({ found }: { found: { days: string[]; skipped: { day: string; reason: string }[]; notes: string[] } }) {
  const { days, skipped, notes } = found;
  const count =
    days.length === 0 ? 'Aucune journée' : days.length === 1 ? '1\u00a0journée' : `${days.length}\u00a0journées`;
  return (
    <Note tone={days.length === 0 ? 'warn' : 'info'} role="status" title={`${count} à bloquer`}>
      {days.length > 0 && <p className={styles['line']}>{days.map(formatDay).join(', ')}</p>}
      {skipped.length > 0 && (
        <p className={styles['line']}>
          Laissées{'\u00a0'}: {skipped.map(({ day, reason }) => `${formatDay(day)}, ${reason}`).join('\u00a0; ')}.
        </p>
      )}
      {notes.map((note) => (
        <p key={note} className={styles['line']}>
          {note}
        </p>
      ))}
    </Note>
  );
}
