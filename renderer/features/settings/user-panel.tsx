import { useEffect, useState } from 'react';
import type { AccountView } from '#shared/contract/accounts.ts';
import { ShortText } from '#shared/domain/values.ts';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import type { Role } from '#shared/permissions/roles.ts';
import { useCommand, useRead, type Input } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { LoadingArea, Note } from '../../ui/index.ts';
import { forgetIssuedCode, showIssuedCode, useIssuedCode } from './issued-code.ts';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { useKeptForm } from './kept-form.ts';
import { OneTimeCode } from './one-time-code.tsx';
import { newItem, recoveryItem, useOpenItem } from './open-item.ts';
import { problemsIn, problemsOf, type Problems } from './problems.ts';
import { RecoveryRenewal } from './recovery-renewal.tsx';
import { replacementBounds, UserFields, type UserForm } from './user-fields.tsx';

const blank: UserForm = {
  givenName: '',
  familyName: '',
  civility: null,
  role: null,
  responsable: false,
  doctorId: null,
  validFrom: '',
  validTo: '',
};

const formOf = (account: AccountView): UserForm => ({
  givenName: account.givenName,
  familyName: account.familyName,
  civility: account.civility,
  role: account.role,
  responsable: account.responsable,
  doctorId: account.doctorId,
  validFrom: account.validFrom === null ? '' : formatDay(account.validFrom),
  validTo: account.validTo === null ? '' : formatDay(account.validTo),
});

const signs = (role: Role | null) => role === 'medecin' || role === 'remplacant';
const mayAnswer = (role: Role | null) => role === 'medecin' || role === 'gestionnaire';

/** The account the form describes, or what is still wrong with it. */
function accountFrom(
  form: UserForm,
  today: string,
): { problems: Problems; account: Input<'accounts', 'create'> | null } {
  const problems: Record<string, string> = {
    ...problemsIn(
      { givenName: ShortText, familyName: ShortText },
      { givenName: form.givenName.trim(), familyName: form.familyName.trim() },
    ),
  };
  if (form.role === null) problems['role'] = 'Choisir un rôle.';
  const dayOf = (field: 'validFrom' | 'validTo') => {
    if (form.role !== 'remplacant') return null;
    const reading = parseFrenchDate(form[field], { today, ...replacementBounds(today) });
    if (reading.kind === 'day') return reading.day;
    problems[field] = reading.kind === 'empty' ? 'À remplir.' : reading.message;
    return null;
  };
  const validFrom = dayOf('validFrom');
  const validTo = dayOf('validTo');
  if (validFrom !== null && validTo !== null && validTo < validFrom)
    problems['validTo'] = 'La fin précède le début. Corriger l’une des deux dates.';
  const { role } = form;
  if (role === null || Object.keys(problems).length > 0) return { problems, account: null };
  return {
    problems,
    account: {
      givenName: form.givenName.trim(),
      familyName: form.familyName.trim(),
      civility: signs(role) ? (form.civility ?? 'Dr') : null,
      role,
      responsable: mayAnswer(role) && form.responsable,
      doctorId: signs(role) ? form.doctorId : null,
      validFrom,
      validTo,
    },
  };
}

/** The panel of Utilisateurs: one person, or the replacement of the recovery key. */
export function UserPanel({ id }: { id: string }) {
  return id === recoveryItem ? <RecoveryRenewal /> : <Person id={id} />;
}

function Person({ id }: { id: string }) {
  const today = useSession((store) => store.state?.today) ?? '';
  const accounts = useRead('accounts', 'list', {});
  const issued = useIssuedCode((store) => store.issued);
  const { open, close } = useOpenItem();
  const known = accounts.data?.find((account) => account.id === id);
  const form = useKeptForm<UserForm>(`user ${id}`, known === undefined ? blank : formOf(known));
  const [problems, setProblems] = useState<Problems>({});
  const onRefused = (error: unknown) => setProblems(problemsOf(error));
  const create = useCommand('accounts', 'create', {
    onDone: (created) => {
      form.discard();
      showIssuedCode(created.id, created.oneTimeCode);
      open(created.id);
    },
    onRefused,
  });
  const update = useCommand('accounts', 'update', {
    onDone: () => {
      form.discard();
      close();
    },
    onRefused,
  });
  // Shown once: gone with the panel.
  useEffect(
    () => () => {
      if (useIssuedCode.getState().issued?.accountId === id) forgetIssuedCode();
    },
    [id],
  );
  if (accounts.data === undefined) return <LoadingArea />;
  if (issued?.accountId === id)
    return (
      <OneTimeCode
        name={known?.displayName ?? 'cette personne'}
        code={issued.code}
        onDone={() => {
          forgetIssuedCode();
          close();
        }}
      />
    );
  if (known === undefined && id !== newItem) return <Note tone="neutral">Cet accès n’est plus dans la liste.</Note>;
  if (known !== undefined && known.closedAt !== null)
    return (
      <Note tone="neutral" title={known.displayName}>
        Accès fermé. Le rouvrir pour le modifier.
      </Note>
    );

  const change = (part: Partial<UserForm>) => {
    form.change(part);
    if (Object.keys(problems).length > 0) setProblems(accountFrom({ ...form.value, ...part }, today).problems);
  };
  const save = () => {
    const { problems: found, account } = accountFrom(form.value, today);
    setProblems(found);
    if (account === null) return;
    if (known === undefined) create.mutate(account);
    else update.mutate({ id, ...account });
  };
  return (
    <ItemPanel
      title={known?.displayName ?? 'Nouvel utilisateur'}
      onSave={save}
      onClose={close}
      saveLabel={known === undefined ? 'Créer l’accès' : 'Enregistrer'}
      working={create.isPending || update.isPending}
      onDiscard={form.dirty ? form.discard : undefined}
      error={problems['']}
    >
      <UserFields value={form.value} onChange={change} problems={problems} today={today} isNew={known === undefined} />
    </ItemPanel>
  );
}
