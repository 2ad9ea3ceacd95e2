import type { DoctorProfiles, AssistantView } from '#shared/contract/employer.ts';
import { useCommand, type Input } from '../../api/queries.ts';
import { FormPanel } from './form-panel.tsx';
import { absenceSpecs, assistantSpecs, profileSpecs } from './specs.ts';
import { useFactForm, type FactForm } from './use-fact-form.ts';

const unsaidAssistant = { secretaryReplacedOn: null };

/** Saved: what was typed is forgotten and the panel closes. */
const closing = (form: FactForm, onClose: () => void) => ({
  onDone: () => {
    form.discard();
    onClose();
  },
  onRefused: form.refuse,
});

interface AssistantFormProps {
  assistant: AssistantView | null;
  accounts: readonly { id: string; name: string }[];
  onClose: () => void;
  onAdded: (id: string) => void;
}

/** Who the assistant is; the contract comes after. */
export function AssistantForm({ assistant, accounts, onClose, onAdded }: AssistantFormProps) {
  const specs = assistantSpecs(Object.fromEntries(accounts.map(({ id, name }) => [id, name])));
  const { givenName, familyName, profile, formerSecretary, secretaryReplacedOn, accountId } = assistant ?? {};
  const stored =
    assistant === null ? {} : { givenName, familyName, profile, formerSecretary, secretaryReplacedOn, accountId };
  const form = useFactForm(`assistant ${assistant?.id ?? 'new'}`, specs, stored as Parameters<typeof useFactForm>[2]);
  const add = useCommand('employer', 'addAssistant', {
    onDone: ({ id }) => {
      form.discard();
      onAdded(id);
    },
    onRefused: form.refuse,
  });
  const correct = useCommand('employer', 'correctAssistant', closing(form, onClose));
  const save = () => {
    const facts = form.read();
    if (facts === null) return;
    if (assistant === null) add.mutate({ ...unsaidAssistant, ...facts } as Input<'employer', 'addAssistant'>);
    else if (!form.dirty) onClose();
    else correct.mutate({ id: assistant.id, ...form.patch(facts) } as Input<'employer', 'correctAssistant'>);
  };
  return (
    <FormPanel
      title={assistant === null ? 'Nouvel assistant' : `${assistant.givenName} ${assistant.familyName}`}
      form={form}
      specs={specs}
      onSave={save}
      onClose={onClose}
      saveLabel={assistant === null ? 'Ajouter l’assistant' : 'Enregistrer'}
      working={add.isPending || correct.isPending}
    />
  );
}

interface AbsenceFormProps {
  assistant: AssistantView;
  absenceId: string | undefined;
  onClose: () => void;
}

export function AbsenceForm({ assistant, absenceId, onClose }: AbsenceFormProps) {
  const absence = assistant.absences.find(({ id }) => id === absenceId);
  const form = useFactForm(`absence ${absenceId ?? `new ${assistant.id}`}`, absenceSpecs, absence ?? {});
  const add = useCommand('employer', 'addAbsence', closing(form, onClose));
  const correct = useCommand('employer', 'correctAbsence', closing(form, onClose));
  const save = () => {
    const facts = form.read();
    if (facts === null) return;
    if (absence === undefined) add.mutate({ assistantId: assistant.id, ...facts } as Input<'employer', 'addAbsence'>);
    else if (!form.dirty) onClose();
    else correct.mutate({ id: absence.id, ...form.patch(facts) } as Input<'employer', 'correctAbsence'>);
  };
  return (
    <FormPanel
      title={absence === undefined ? 'Nouvelle absence' : 'Absence'}
      form={form}
      specs={absenceSpecs}
      onSave={save}
      onClose={onClose}
      saveLabel="Enregistrer l’absence"
      working={add.isPending || correct.isPending}
    />
  );
}

interface ProfileFormProps {
  doctor: DoctorProfiles;
  lineId: string | undefined;
  onClose: () => void;
}

/** A dated line of the profile. A new one starts from the last: only what changes is typed again. */
export function ProfileForm({ doctor, lineId, onClose }: ProfileFormProps) {
  const line = doctor.lines.find(({ id }) => id === lineId);
  const last = doctor.lines.at(-1);
  const proposed = last === undefined ? {} : { ...last, fromDay: null };
  const form = useFactForm(`profile ${lineId ?? `new ${doctor.doctorId}`}`, profileSpecs, line ?? proposed);
  const add = useCommand('employer', 'addProfile', closing(form, onClose));
  const correct = useCommand('employer', 'correctProfile', closing(form, onClose));
  const save = () => {
    const facts = form.read();
    if (facts === null) return;
    if (line === undefined) add.mutate({ doctorId: doctor.doctorId, ...facts } as Input<'employer', 'addProfile'>);
    else if (!form.dirty) onClose();
    else correct.mutate({ id: line.id, ...form.patch(facts) } as Input<'employer', 'correctProfile'>);
  };
  return (
    <FormPanel
      title={line === undefined ? 'Nouvelle ligne du profil' : 'Ligne du profil'}
      form={form}
      specs={profileSpecs}
      onSave={save}
      onClose={onClose}
      saveLabel="Enregistrer la ligne"
      working={add.isPending || correct.isPending}
    />
  );
}
