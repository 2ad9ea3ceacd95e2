import { DomainError } from '#shared/contract/errors.ts';
import type { AccountView } from '#shared/contract/accounts.ts';
import { isActiveOn, type Role } from '#shared/permissions/roles.ts';
import type { AreaHandlers, CommandCall } from '#electron/security/call.ts';
import type { RemovableDisks } from '#electron/platform/removable/index.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import { drawOneTimeCode } from '#electron/security/vault.ts';
import { displayName, findAccount, initialsOf, listAccounts, type AccountRow } from './account.repository.ts';
import { copyRecoveryKey, recoveryDisks, recoveryFileName } from './recovery-copy.ts';

interface AccountInput {
  givenName: string;
  familyName: string;
  civility: string | null;
  role: Role;
  responsable: boolean;
  doctorId: string | null;
  validFrom: string | null;
  validTo: string | null;
}

/** The rows a form becomes, checked: who may be responsable, a remplacant's dates. @throws INVALID */
function columnsOf(input: AccountInput) {
  const problems: { field: string; message: string }[] = [];
  if (input.responsable && input.role !== 'medecin' && input.role !== 'gestionnaire') {
    problems.push({ field: 'responsable', message: 'Seul un médecin ou un gestionnaire peut être responsable.' });
  }
  if (input.role === 'remplacant' && (input.validFrom === null || input.validTo === null)) {
    problems.push({ field: 'validTo', message: 'Un remplaçant a une date de début et une date de fin.' });
  }
  if (input.validFrom !== null && input.validTo !== null && input.validTo < input.validFrom) {
    problems.push({ field: 'validTo', message: 'La fin précède le début. Corriger l’une des deux dates.' });
  }
  if (problems.length > 0) throw new DomainError('INVALID', { problems });
  return {
    role: input.role,
    responsable: input.responsable ? 1 : 0,
    civility: input.civility,
    given_name: input.givenName,
    family_name: input.familyName,
    initials: initialsOf(input.givenName, input.familyName),
    doctor_id: input.doctorId,
    valid_from: input.validFrom,
    valid_to: input.validTo,
  };
}

/** The practice keeps one responsable who can sign in: the last one is neither removed nor demoted. */
async function keepOneResponsable(call: CommandCall): Promise<void> {
  const rows = await listAccounts(call.uow.db);
  const today = call.clock.today();
  const left = rows.some((row) => Number(row.responsable) === 1 && isActiveOn(actorOf(row), today));
  if (!left) throw new DomainError('LAST_RESPONSABLE', {});
}

const actorOf = (row: AccountRow) => ({
  role: row.role as Role,
  responsable: Number(row.responsable) === 1,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  closedAt: row.closed_at,
});

/** Users of the practice, managed by the responsable. A leaver is closed in one gesture: slot gone, sessions ended. */
export function accountsHandlers(practice: Practice, disks: RemovableDisks): AreaHandlers<'accounts'> {
  const { vault, sessions } = practice;
  const face = (row: AccountRow) => ({
    accountId: row.id,
    displayName: displayName(row),
    initials: row.initials,
    role: row.role as Role,
  });
  /** Told now, put in force after the commit: deriving its key takes half a second and must hold nothing. */
  const issueCode = (call: CommandCall, id: string): string => {
    const code = drawOneTimeCode();
    call.afterCommit(() => practice.sealOneTimeCode(id, code));
    return code;
  };
  const existing = async (call: CommandCall, id: string) => {
    const row = await findAccount(call.uow.db, id);
    if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'account' });
    return row;
  };

  return {
    async list({ db }) {
      const rows = await db
        .selectFrom('account')
        .leftJoin('post', 'post.id', 'account.last_post_id')
        .selectAll('account')
        .select('post.label as post_label')
        .orderBy('account.created_at')
        .orderBy('account.id')
        .execute();
      return rows.map((row): AccountView => ({
        id: row.id,
        displayName: displayName(row),
        initials: row.initials,
        givenName: row.given_name,
        familyName: row.family_name,
        civility: row.civility,
        role: row.role as Role,
        responsable: Number(row.responsable) === 1,
        doctorId: row.doctor_id,
        validFrom: row.valid_from,
        validTo: row.valid_to,
        lastSignInAt: row.last_sign_in_at,
        lastPost: row.post_label,
        closedAt: row.closed_at,
        hasPhrase: vault.file?.people.some((person) => person.accountId === row.id && person.slot !== null) ?? false,
      }));
    },
    async create(call, input) {
      const id = call.newId();
      const row = {
        id,
        ...columnsOf(input),
        closed_at: null,
        last_sign_in_at: null,
        last_post_id: null,
        created_at: call.clock.now(),
        version: 1,
      };
      await call.uow.insert('account', row);
      call.afterCommit(() => vault.putPerson(face(row)));
      call.about({ recordId: id });
      return { id, oneTimeCode: issueCode(call, id) };
    },
    async update(call, { id, ...input }) {
      const before = await existing(call, id);
      const columns = columnsOf(input);
      await call.uow.update('account', id, columns);
      await keepOneResponsable(call);
      call.afterCommit(() => vault.putPerson(face({ ...before, ...columns }), before.closed_at !== null));
      if (
        before.role !== input.role ||
        Number(before.responsable) !== columns.responsable ||
        before.valid_to !== input.validTo ||
        before.valid_from !== input.validFrom
      ) {
        call.afterCommit(() => sessions.endPerson(id));
      }
      return {};
    },
    async close(call, { id }) {
      await existing(call, id);
      await call.uow.update('account', id, { closed_at: call.clock.now(), responsable: 0 });
      await keepOneResponsable(call);
      call.afterCommit(() => {
        vault.closePerson(id);
        sessions.endPerson(id);
      });
      return {};
    },
    async reopen(call, { id }) {
      const row = await existing(call, id);
      await call.uow.update('account', id, { closed_at: null });
      call.afterCommit(() => vault.putPerson(face(row)));
      return { oneTimeCode: issueCode(call, id) };
    },
    async issueCode(call, { id }) {
      const row = await existing(call, id);
      if (row.closed_at !== null) throw new DomainError('ACCOUNT_CLOSED', {});
      call.about({ recordId: id });
      return { oneTimeCode: issueCode(call, id) };
    },
    async drawRecoveryKey() {
      return { ...practice.drawRecoveryKey(), vaultId: vault.file?.vaultId ?? '' };
    },
    recoveryDisks: () => recoveryDisks(disks),
    async saveRecoveryKey(call, { ticket, diskId }) {
      const vaultId = vault.file?.vaultId ?? '';
      const key = { ticket, groups: practice.tickets.groupsOf(ticket), vaultId, day: call.clock.today() };
      call.afterCommit(() => copyRecoveryKey(disks, diskId, key));
      call.about({ recordId: vaultId });
      return { fileName: recoveryFileName(key) };
    },
    async replaceRecoveryKey(call, { ticket, typedGroups }) {
      const signs = practice.tickets.redeem(ticket, typedGroups);
      call.afterCommit(() => practice.replaceRecoveryKey(signs));
      call.about({ recordId: vault.file?.vaultId ?? '' });
      return {};
    },
  };
}
