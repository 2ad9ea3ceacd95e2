import { DomainError } from '#shared/contract/errors.ts';
import { checkPassphrase } from '#shared/domain/passphrase.ts';
import { isActiveOn, type Role } from '#shared/permissions/roles.ts';
import { errorSentence } from '#shared/contract/wording.ts';
import type { AreaHandlers, GateCall } from '#electron/security/call.ts';
import { writeEntry } from '#electron/audit/journal.ts';
import { newId } from '#electron/platform/ids.ts';
import { readRecoveryKey } from '#electron/security/recovery-key.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import type { RemovableDisks } from '#electron/platform/removable/index.ts';
import { foundPractice } from './found-practice.ts';
import { displayName, findAccount, initialsOf, personOf } from './account.repository.ts';
import { copyRecoveryKey, recoveryDisks, recoveryFileName } from './recovery-copy.ts';

/** The vault, the sessions and the recovery of an access: what a screen may ask before a session is active. */
export function vaultHandlers(
  practice: Practice,
  config: { version: string; demo: boolean; disks: RemovableDisks },
): AreaHandlers<'vault'> {
  const { vault, sessions } = practice;
  const lastOn = new Map<string, string>();

  const notFounded = () => {
    if (vault.file !== null) throw new DomainError('VAULT_EXISTS', {});
  };
  const strong = (phrase: string, avoid: readonly string[]) => {
    const verdict = checkPassphrase(phrase, avoid);
    if (!verdict.ok) throw new DomainError('WEAK_PHRASE', { reason: verdict.reason });
  };
  const avoidOf = (accountId: string) => {
    const person = vault.file?.people.find((one) => one.accountId === accountId);
    return [...(person?.displayName.split(' ') ?? []), vault.file?.practiceName ?? ''];
  };

  /** Opens the session of someone whose slot has just opened, if their access is valid today. */
  async function enter(call: GateCall, accountId: string, procedure: string): Promise<void> {
    const { writer, committed } = practice.requireOpen();
    const row = await findAccount(writer, accountId);
    const today = call.clock.today();
    if (
      row === undefined ||
      !isActiveOn(
        {
          role: row.role as Role,
          responsable: Number(row.responsable) === 1,
          validFrom: row.valid_from,
          validTo: row.valid_to,
          closedAt: row.closed_at,
        },
        today,
      )
    ) {
      throw new DomainError('ACCOUNT_CLOSED', {});
    }
    const now = call.clock.now();
    const entry = await writer.transaction().execute(async (tx) => {
      await tx
        .insertInto('post')
        .values({ id: call.post.id, label: call.post.label, enrolled_at: now, last_seen_at: now })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ last_seen_at: now }))
        .execute();
      await tx
        .updateTable('account')
        .set({ last_sign_in_at: now, last_post_id: call.post.id })
        .where('id', '=', accountId)
        .execute();
      return writeEntry(
        tx,
        call.clock,
        { accountId, postId: call.post.id, procedure, recordId: accountId, patientId: null, reason: null },
        [],
      );
    });
    committed(entry);
    lastOn.set(call.post.id, accountId);
    sessions.open(call.post.id, personOf(row));
  }

  return {
    async state({ post, clock }) {
      const file = vault.file;
      const session = sessions.stateOf(post.id);
      const shown = sessions.shownOn(post.id);
      const { rescue } = practice;
      const openEntries = practice.isOpen ? await openEntriesBy(practice) : new Set<string>();
      return {
        vault:
          file === null
            ? ('absent' as const)
            : rescue !== null
              ? ('rescue' as const)
              : practice.isOpen
                ? ('open' as const)
                : ('closed' as const),
        practiceName: file?.practiceName ?? null,
        demo: file?.demo ?? config.demo,
        session,
        lockedSince: sessions.lockedSince(post.id),
        me: session === 'active' ? shown : null,
        tiles: (file?.people ?? [])
          .filter((person) => !person.closed)
          .map(({ accountId, displayName: name, initials, role, slot }) => ({
            accountId,
            displayName: name,
            initials,
            role,
            hasOpenEntry: openEntries.has(accountId),
            hasDayCode: sessions.hasCode(accountId, post.id),
            hasPhrase: slot !== null,
          })),
        lastAccountId: lastOn.get(post.id) ?? shown?.accountId ?? null,
        postId: post.id,
        postLabel: post.label,
        now: clock.now(),
        today: clock.today(),
        rescue:
          rescue === null
            ? null
            : { missing: rescue.missing, sentence: errorSentence('DATA_DAMAGED', { missing: rescue.missing }) },
        version: config.version,
      };
    },
    async drawRecoveryKey() {
      notFounded();
      // The ticket becomes the vault's identifier, so that the printed key already carries it.
      const drawn = practice.drawRecoveryKey();
      return { ...drawn, vaultId: drawn.ticket };
    },
    async recoveryDisks() {
      notFounded();
      return recoveryDisks(config.disks);
    },
    async saveRecoveryKey({ clock }, { ticket, diskId }) {
      notFounded();
      const key = { ticket, groups: practice.tickets.groupsOf(ticket), vaultId: ticket, day: clock.today() };
      await copyRecoveryKey(config.disks, diskId, key);
      return { fileName: recoveryFileName(key) };
    },
    async create(call, input) {
      notFounded();
      const { person } = input;
      strong(input.phrase, [person.givenName, person.familyName, input.practice.name]);
      if (person.role === 'medecin' && input.doctors[person.doctorIndex ?? -1] === undefined) {
        throw new DomainError('INVALID', {
          problems: [{ field: 'person', message: 'Indiquer lequel des médecins vous êtes.' }],
        });
      }
      const signs = practice.tickets.redeem(input.ticket, input.typedGroups);
      const accountId = newId(call.clock.millis());
      const civility = person.role === 'medecin' ? (input.doctors[person.doctorIndex ?? -1]?.civility ?? 'Dr') : null;
      const face = {
        accountId,
        displayName: displayName({ civility, given_name: person.givenName, family_name: person.familyName }),
        initials: initialsOf(person.givenName, person.familyName),
        role: person.role,
      };
      const master = await vault.create({
        vaultId: input.ticket,
        practiceName: input.practice.name,
        demo: config.demo,
        person: face,
        phrase: input.phrase,
        recoveryKey: signs,
      });
      await practice.unlock(master);
      await foundPractice(practice.requireOpen(), call.clock, { ...input, accountId, civility, postId: call.post.id });
      await enter(call, accountId, 'vault.create');
      return { accountId };
    },
    async signIn(call, { accountId, phrase }) {
      await practice.unlock(await vault.openWithPhrase(accountId, phrase));
      await enter(call, accountId, 'vault.signIn');
      return {};
    },
    async unlockWithCode(call, { accountId, code }) {
      practice.requireOpen();
      sessions.useCode(accountId, call.post.id, code);
      await enter(call, accountId, 'vault.unlockWithCode');
      return {};
    },
    async setDayCode(call, { code }) {
      const person = sessions.require(call.post.id);
      if (/^(\d)\1{5}$/.test(code) || '0123456789'.includes(code) || '9876543210'.includes(code)) {
        throw new DomainError('INVALID', {
          problems: [{ field: 'code', message: 'Code trop simple. Choisir six chiffres qui ne se suivent pas.' }],
        });
      }
      sessions.setCode(person.accountId, call.post.id, code);
      return {};
    },
    async lock({ post }) {
      sessions.lock(post.id);
      return {};
    },
    async signOut({ post }) {
      sessions.end(post.id);
      return {};
    },
    async redeemCode(call, { accountId, code, phrase }) {
      strong(phrase, avoidOf(accountId));
      await practice.unlock(await vault.openWithOneTimeCode(accountId, code));
      await practice.setPhrase(accountId, phrase);
      await enter(call, accountId, 'vault.redeemCode');
      return {};
    },
    async recover(call, { accountId, recoveryKey, phrase }) {
      const signs = readRecoveryKey(recoveryKey);
      if (signs === null) throw new DomainError('WRONG_RECOVERY_KEY', {});
      strong(phrase, avoidOf(accountId));
      await practice.unlock(await vault.openWithRecovery(signs));
      await practice.setPhrase(accountId, phrase);
      await enter(call, accountId, 'vault.recover');
      return {};
    },
  };
}

/** Who has an entry to take up again: only the fact, for the tag on the tile. */
async function openEntriesBy(practice: Practice): Promise<Set<string>> {
  const rows = await practice.requireOpen().reader.selectFrom('draft').select('account_id').distinct().execute();
  return new Set(rows.map((row) => row.account_id));
}
