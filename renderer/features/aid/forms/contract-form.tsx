import type { AidContractView } from '#shared/contract/aid-views.ts';
import { sentenceOf, useCommand, useRead } from '../../../api/queries.ts';
import { useSession } from '../../../api/session.ts';
import { ErrorArea, LoadingArea, Note } from '../../../ui/index.ts';
import { useAidAddress } from '../address.ts';
import { useAssistants, useDoctors } from '../aid-data.ts';
import { CONTRACT_OPTIONS, type ContractOption } from '#shared/rules/aid/index.ts';
import { AroundContract, ContractFieldList } from './contract-fields.tsx';
import {
  CONTRACT_FIELDS,
  contractReading,
  contractTexts,
  fieldBehind,
  kindIn,
  readAround,
  readContract,
  renewalTexts,
  yearsBegun,
} from './contract-typed.ts';
import { FormPanel } from './form-panel.tsx';
import { changesOf, usePanelForm } from './panel-form.tsx';
import { dayIn, type EntryReader, type Typed } from './typed-entry.ts';

/** What a contract signed on the typed day would be, or null while the day is not readable. */
function useProposal(typed: Typed, today: string, renewsId: string | null) {
  const kind = kindIn(typed);
  const signedOn = dayIn(typed['signedOn'], today);
  const doctorId = kind === 'COLLECTIVE' ? null : (typed['doctorId'] ?? '') || null;
  const read = useRead(
    'aid',
    'propose',
    {
      kind,
      doctorId,
      signedOn: signedOn ?? today,
      startsOn: dayIn(typed['startsOn'], today),
      option: CONTRACT_OPTIONS.find((option): option is ContractOption => option === typed['option']) ?? null,
      newlyInstalled:
        typed['newlyInstalled'] === '' || typed['newlyInstalled'] === undefined
          ? null
          : typed['newlyInstalled'] === 'oui',
      renewsId,
    },
    { enabled: signedOn !== null && (kind === 'COLLECTIVE' || doctorId !== null), placeholderData: (before) => before },
  );
  return signedOn === null ? null : (read.data ?? null);
}

interface RegisterFormProps {
  doctorId: string | null;
  renews: AidContractView | null;
}

/** Registers a contract as signed: a new one, the one that follows another, or an old paper with its years paid. */
export function RegisterForm({ doctorId, renews }: RegisterFormProps) {
  const { go, close } = useAidAddress();
  const doctors = useDoctors().map(({ id, displayName }) => ({ id, name: displayName }));
  const today = useSession((store) => store.state?.today) ?? '';
  const assistants = useAssistants(today);
  const form = usePanelForm(
    renews === null ? 'nouveau contrat' : `suite ${renews.id}`,
    renews === null ? { kind: 'INDIVIDUAL', doctorId: doctorId ?? '' } : renewalTexts(renews),
  );
  const renewsId = renews?.id ?? null;
  const proposal = useProposal(form.typed, form.today, renewsId);
  const years = renews === null ? yearsBegun(dayIn(form.typed['startsOn'], form.today), form.today) : [];
  const register = useCommand('aid', 'register', {
    onDone: ({ id }, { doctorId: of }) => {
      form.discard();
      go({ contrat: id, saisie: undefined, cible: undefined, ...(of === null ? {} : { medecin: of }) });
    },
    onRefused: (error, input) => form.refuse(error, (field) => fieldBehind(field, input)),
  });
  const save = () => {
    const metrics = proposal?.objectives.map(({ metric }) => metric) ?? [];
    const input = form.read((read) => {
      const fields = readContract(read, proposal?.ruleSet.value ?? null, renewsId);
      const ids = (people: ReadonlyArray<{ id: string }>) => people.map(({ id }) => id);
      const collective = fields.kind === 'COLLECTIVE';
      return {
        ...fields,
        ...readAround(read, fields.startsOn, {
          metrics,
          assistantIds: ids(assistants),
          doctorIds: collective ? ids(doctors) : [],
          years,
        }),
      };
    });
    if (input !== null) register.mutate(input);
  };
  const rows = [
    ...(proposal?.objectives ?? []).flatMap(({ metric }) =>
      ['start', 'target', 'dueOn'].map((name) => `obj.${metric}.${name}`),
    ),
    ...years.flatMap((year) => [`paid.${year}.amount`, `paid.${year}.day`]),
    ...assistants.map(({ id }) => `as.${id}`),
    ...doctors.map(({ id }) => `mb.${id}`),
  ];
  return (
    <FormPanel
      title={renews === null ? 'Enregistrer un contrat' : 'Contrat qui suit'}
      form={form}
      fields={[...CONTRACT_FIELDS, ...rows]}
      onSave={save}
      onClose={close}
      saveLabel="Enregistrer le contrat"
      working={register.isPending}
    >
      {renews !== null && (
        <Note tone={renews.renewable?.outcome === 'not_met' ? 'warn' : 'info'} title={`Suite de ${renews.title}`}>
          {renews.renewable?.reasons.map(({ words }) => words).join(' ')}
        </Note>
      )}
      <ContractFieldList form={form} proposal={proposal} doctors={doctors} />
      <AroundContract form={form} proposal={proposal} assistants={assistants} doctors={doctors} years={years} />
    </FormPanel>
  );
}

/** Reads the contract renewed before its form begins. */
export function FollowingForm({ contractId, doctorId }: { contractId: string; doctorId: string | null }) {
  const read = useRead('aid', 'contract', { id: contractId });
  if (read.isError) return <ErrorArea what="Le contrat n’a pas pu être lu." why={sentenceOf(read.error)} />;
  return read.data === undefined ? <LoadingArea /> : <RegisterForm doctorId={doctorId} renews={read.data} />;
}

/** Changes what was typed of a contract. A field a colleague changed meanwhile shows both values, to choose from. */
export function EditContractForm({ contract }: { contract: AidContractView }) {
  const { close } = useAidAddress();
  const doctors = useDoctors().map(({ id, displayName }) => ({ id, name: displayName }));
  const form = usePanelForm(`contrat ${contract.id}`, contractTexts(contract.fields), contractReading(doctors));
  const { renewsId } = contract.fields;
  const proposal = useProposal(form.typed, form.today, renewsId);
  const update = useCommand('aid', 'update', {
    onDone: () => {
      form.discard();
      close();
    },
    onRefused: (error) => form.refuse(error),
  });
  const save = () => {
    const reading = (read: EntryReader) => readContract(read, proposal?.ruleSet.value ?? null, renewsId);
    const value = form.read(reading);
    if (value !== null) update.mutate({ id: contract.id, ...changesOf(form.seen(reading), value) });
  };
  return (
    <FormPanel
      title="Modifier le contrat"
      form={form}
      fields={CONTRACT_FIELDS}
      onSave={save}
      onClose={close}
      working={update.isPending}
    >
      <ContractFieldList form={form} proposal={proposal} doctors={doctors} />
    </FormPanel>
  );
}
