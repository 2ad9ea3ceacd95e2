import type { AssistantView } from '#shared/contract/employer.ts';
import type { Employment } from '#shared/domain/employer-record.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { useCommand, type Input } from '../../api/queries.ts';
import { FormPanel } from './form-panel.tsx';
import { employmentSpecs, endSpecs, newEmploymentSpecs, workTimeSpecs } from './specs.ts';
import { textOf, type Facts } from './typed-facts.ts';
import { useFactForm, type SplitFact } from './use-fact-form.ts';

interface ContractFormProps {
  assistant: AssistantView;
  onClose: () => void;
}
const name = (assistant: AssistantView) => `${assistant.givenName} ${assistant.familyName}`;

/** « Personne » or the day of the next hire: one fact, asked in two fields. */
function withNextHire({ nextHireSaid, nextHireDay, ...facts }: Facts): Facts {
  if (nextHireSaid === undefined && nextHireDay === undefined) return facts;
  return { ...facts, nextHire: nextHireSaid === 'NONE' ? 'NONE' : (nextHireDay ?? null) };
}
const saidOf = ({ nextHire }: Pick<Employment, 'nextHire'>) => ({
  nextHireSaid: nextHire === null ? null : nextHire === 'NONE' ? 'NONE' : 'HIRED',
  nextHireDay: nextHire === 'NONE' ? null : nextHire,
});
/** A colleague's answer about the next hire, in the two fields. */
const hireFields: Readonly<Record<string, SplitFact>> = {
  nextHire: {
    fields: ['nextHireSaid', 'nextHireDay'],
    texts: (stored) => {
      const { nextHireSaid, nextHireDay } = saidOf({ nextHire: stored });
      return { nextHireSaid: nextHireSaid ?? '', nextHireDay: textOf({ kind: 'day' }, nextHireDay) };
    },
    words: (stored) =>
      stored === null ? 'rien' : stored === 'NONE' ? 'poste non repris' : `embauche le ${formatDay(stored)}`,
  },
};

const unsaid = { cddGround: null, renewals: null, endDay: null, endReason: null, nextHire: null };

/** A new contract of employment, with the hours of its first day. */
export function NewEmploymentForm({ assistant, onClose }: ContractFormProps) {
  const form = useFactForm(`contract new ${assistant.id}`, newEmploymentSpecs, {});
  const start = useCommand('employer', 'startEmployment', {
    onDone: () => {
      form.discard();
      onClose();
    },
    onRefused: form.refuse,
  });
  const save = () => {
    const facts = form.read();
    if (facts !== null)
      start.mutate({ assistantId: assistant.id, ...unsaid, ...facts } as Input<'employer', 'startEmployment'>);
  };
  return (
    <FormPanel
      title="Nouveau contrat de travail"
      form={form}
      specs={newEmploymentSpecs}
      onSave={save}
      onClose={onClose}
      saveLabel="Enregistrer le contrat"
      working={start.isPending}
    >
      <p>{name(assistant)}</p>
    </FormPanel>
  );
}

/** A contract corrected; the hours of its first day follow it. */
export function EmploymentForm({ employment, onClose }: { employment: Employment; onClose: () => void }) {
  const specs = employmentSpecs(employment.endDay !== null);
  // The form reads the names of its fields only: the hours and the splits are not among them.
  const facts = employment as unknown as Facts;
  const form = useFactForm(`contract ${employment.id}`, specs, { ...facts, ...saidOf(employment) }, hireFields);
  const correct = useCommand('employer', 'correctEmployment', {
    onDone: () => {
      form.discard();
      onClose();
    },
    onRefused: form.refuse,
  });
  const save = () => {
    const read = form.read();
    if (read === null) return;
    if (!form.dirty) return onClose();
    const { change, base } = form.patch(read);
    const hire = 'nextHireSaid' in change || 'nextHireDay' in change;
    const patch = {
      id: employment.id,
      base: { ...withNextHire(base), ...(hire ? { nextHire: withNextHire(form.seen())['nextHire'] } : {}) },
      change: { ...withNextHire(change), ...(hire ? { nextHire: withNextHire(read)['nextHire'] } : {}) },
    };
    correct.mutate(patch as Input<'employer', 'correctEmployment'>);
  };
  return (
    <FormPanel
      title="Contrat de travail"
      form={form}
      specs={specs}
      onSave={save}
      onClose={onClose}
      working={correct.isPending}
    />
  );
}

/** The end of a contract, and who takes the post. */
export function EndForm({ employment, onClose }: { employment: Employment; onClose: () => void }) {
  const form = useFactForm(`end ${employment.id}`, endSpecs, {});
  const end = useCommand('employer', 'endEmployment', {
    onDone: () => {
      form.discard();
      onClose();
    },
    onRefused: form.refuse,
  });
  const save = () => {
    const facts = form.read();
    if (facts !== null)
      end.mutate({ id: employment.id, nextHire: null, ...withNextHire(facts) } as Input<'employer', 'endEmployment'>);
  };
  return (
    <FormPanel
      title="Fin du contrat de travail"
      form={form}
      specs={endSpecs}
      onSave={save}
      onClose={onClose}
      saveLabel="Mettre fin au contrat"
      working={end.isPending}
    />
  );
}

/** Hours a week from a day on: a new line, or a line corrected. */
export function WorkTimeForm({
  employment,
  lineId,
  onClose,
}: {
  employment: Employment;
  lineId: string | undefined;
  onClose: () => void;
}) {
  const line = employment.workTimes.find(({ id }) => id === lineId);
  const form = useFactForm(`hours ${lineId ?? employment.id}`, workTimeSpecs, line ?? {});
  const done = {
    onDone: () => {
      form.discard();
      onClose();
    },
    onRefused: form.refuse,
  };
  const add = useCommand('employer', 'addWorkTime', done);
  const correct = useCommand('employer', 'correctWorkTime', done);
  const save = () => {
    const facts = form.read();
    if (facts === null) return;
    if (line === undefined) add.mutate({ employmentId: employment.id, ...facts } as Input<'employer', 'addWorkTime'>);
    else if (!form.dirty) onClose();
    else correct.mutate({ id: line.id, ...form.patch(facts) } as Input<'employer', 'correctWorkTime'>);
  };
  return (
    <FormPanel
      title={line === undefined ? 'Nouvelle durée du travail' : 'Durée du travail'}
      form={form}
      specs={workTimeSpecs}
      onSave={save}
      onClose={onClose}
      working={add.isPending || correct.isPending}
    />
  );
}
