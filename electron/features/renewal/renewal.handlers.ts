import { DomainError } from '#shared/contract/errors.ts';
import type { renewalContract } from '#shared/contract/renewal.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import type { CommandCall, HandlerOf } from '#electron/security/call.ts';
import type { Practice } from '#electron/security/practice-vault.ts';
import type { DocumentStore } from '#electron/storage/documents/document-store.ts';
import type { Clock } from '#electron/platform/clock.ts';
import type { Gathered } from './gather/gathered.ts';
import type { RenewalReadings } from './gather/readings.ts';
import { yearState } from './gather/scope.ts';
import { produce } from './outputs/produce.ts';
import { createPreparedDesk } from './prepared.ts';
import { createProducedCache } from './produced.ts';
import { piecesKey, readFiles, readFrozen, readPieces, readSetAside, setAsideKey } from './renewal.repository.ts';

const refused = (field: string, message: string) => new DomainError('INVALID', { problems: [{ field, message }] });

/** Bytes of one part of a file. */
const part = 2 ** 20;

interface RenewalParts {
  readonly practice: Practice;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly read: RenewalReadings;
}

type RenewalHandlers = { [P in keyof typeof renewalContract]: HandlerOf<(typeof renewalContract)[P]> };

/** The yearly file of a contract of aid: prepared, frozen, downloaded, sent by hand, answered. */
export function createRenewal({ practice, store, clock, read }: RenewalParts) {
  const desk = createPreparedDesk(practice, read);
  const outputs = createProducedCache(clock);

  const handlers: RenewalHandlers = {
    async prepare(call, subject) {
      const ofPersons = can(call.person, 'time.person');
      if (subject.personId !== null && !ofPersons) throw new DomainError('NOT_ALLOWED', { permission: 'time.person' });
      const { fingerprint, snapshot, checklist, gathered } = await desk.prepare(call, subject);
      const { contract } = gathered;
      const { pieces, changed } = await readPieces(call.db);
      return {
        fingerprint,
        snapshot,
        checklist,
        years: contract.years.map(({ contractYear, start, end }) => ({
          contractYear,
          from: start.value,
          to: end.value,
          state: yearState(start.value, end.value, call.clock.today()),
        })),
        term: contract.term.value,
        persons: ofPersons ? personsOf(gathered) : [],
        pieces,
        piecesChanged: changed,
      };
    },
    list: async ({ db }, { contractId }) => ({ files: await readFiles(db, contractId) }),
    async file({ db, person }, { id, what, offset }) {
      const frozen = await readFrozen(db, id);
      if (frozen === null) throw new DomainError('NOT_FOUND', { what: 'renewal' });
      if (frozen.snapshot.personal && !can(person, 'time.person'))
        throw new DomainError('NOT_ALLOWED', { permission: 'time.person' });
      const key = `${id} ${what}`;
      const { name, mediaType, bytes } = await outputs.of(key, () => produce(frozen, what, store));
      const piece = bytes.subarray(offset, offset + part);
      if (offset + piece.byteLength >= bytes.byteLength) outputs.forget(key);
      return { name, mediaType, size: bytes.byteLength, bytes: Buffer.from(piece).toString('base64') };
    },
    async freeze(call, { fingerprint, ...subject }) {
      const shown = desk.taken(subject, fingerprint, call.clock.millis());
      if (shown === null) {
        throw refused('fingerprint', 'Ce dossier n’est plus à jour. Le relire, puis le produire.');
      }
      const id = call.newId();
      await call.uow.insert('renewal', {
        id,
        contract_id: subject.contractId,
        contract_year: subject.contractYear,
        snapshot: shown.text,
        snapshot_hash: fingerprint,
        complete: shown.complete ? 1 : 0,
        frozen_at: call.clock.now(),
        frozen_by: call.person.accountId,
        version: 1,
      });
      call.about({ recordId: id });
      return { id, fingerprint };
    },
    async recordSending(call, { renewalId, onDay, channel }) {
      const file = await call.uow.db
        .selectFrom('renewal')
        .select('frozen_at')
        .where('id', '=', renewalId)
        .executeTakeFirst();
      if (file === undefined) throw new DomainError('NOT_FOUND', { what: 'renewal' });
      const made = localDay(file.frozen_at);
      refuseFuture(call, 'onDay', onDay);
      if (onDay < made)
        throw refused('onDay', `Envoi avant la production du dossier, le ${formatDay(made)}. Vérifier la date.`);
      const id = call.newId();
      await call.uow.insert('renewal_sending', {
        id,
        renewal_id: renewalId,
        on_day: onDay,
        channel,
        answered_on: null,
        answer: null,
        version: 1,
      });
      call.about({ recordId: id });
      return { id };
    },
    async recordAnswer(call, { sendingId, answeredOn, answer }) {
      const sending = await call.uow.db
        .selectFrom('renewal_sending')
        .select('on_day')
        .where('id', '=', sendingId)
        .executeTakeFirst();
      if (sending === undefined) throw new DomainError('NOT_FOUND', { what: 'renewal_sending' });
      refuseFuture(call, 'answeredOn', answeredOn);
      if (answeredOn < sending.on_day) {
        throw refused('answeredOn', `Réponse avant l’envoi, le ${formatDay(sending.on_day)}. Vérifier la date.`);
      }
      await call.uow.update('renewal_sending', sendingId, { answered_on: answeredOn, answer });
      call.about({ recordId: sendingId });
      return {};
    },
    async savePieces(call, { pieces }) {
      const twice = pieces?.find(({ id }, index) => pieces.findIndex((one) => one.id === id) !== index);
      if (twice !== undefined) throw refused('pieces', `${twice.label} est deux fois dans la liste.`);
      await keepSetting(call, piecesKey, pieces);
      return {};
    },
    async setAside(call, { lineId, reason, ...subject }) {
      const known = await call.uow.db
        .selectFrom('aid_contract')
        .select('id')
        .where('id', '=', subject.contractId)
        .executeTakeFirst();
      if (known === undefined) throw new DomainError('NOT_FOUND', { what: 'aid_contract' });
      const lines = await readSetAside(call.uow.db, subject);
      if (reason === null) lines.delete(lineId);
      else lines.set(lineId, reason);
      await keepSetting(call, setAsideKey(subject), lines.size === 0 ? null : Object.fromEntries(lines));
      return {};
    },
  };
  return {
    handlers,
    /** The practice is closed: nothing of it stays in memory. */
    clear(): void {
      desk.clear();
      outputs.clear();
    },
  };
}

/** Assistants of the file, once each. */
const personsOf = ({ assistants }: Gathered): { assistantId: string; name: string }[] => [
  ...new Map(
    assistants.map(({ record: { id, givenName, familyName } }) => [
      id,
      { assistantId: id, name: `${givenName} ${familyName}` },
    ]),
  ).values(),
];

function refuseFuture(call: CommandCall, field: string, day: string): void {
  if (day > call.clock.today()) throw refused(field, `Le ${formatDay(day)} est à venir. Noter ce qui a eu lieu.`);
}

/** Null: no row, which is the choice of Prélude or nothing set aside. */
async function keepSetting(call: CommandCall, id: string, value: unknown): Promise<void> {
  const known = await call.uow.db.selectFrom('setting').select('id').where('id', '=', id).executeTakeFirst();
  call.about({ recordId: id });
  if (value === null) {
    if (known !== undefined) await call.uow.remove('setting', id);
    return;
  }
  const text = JSON.stringify(value);
  if (known === undefined) await call.uow.insert('setting', { id, value: text, version: 1 });
  else await call.uow.update('setting', id, { value: text });
}

/** Day of an instant in Paris. */
const localDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris').toPlainDate().toString();
