import { randomInt } from 'node:crypto';
import { DomainError } from '#shared/contract/errors.ts';
import { randomId } from '#electron/platform/ids.ts';
import { newRecoveryKey } from './recovery-key.ts';

/** Recovery keys drawn but not yet in force: in memory only, until two groups have been typed back. */
export function createRecoveryTickets() {
  const drawn = new Map<string, { groups: string[]; ask: [number, number] }>();
  return {
    draw() {
      if (drawn.size >= 20) drawn.clear();
      const groups = newRecoveryKey();
      const first = randomInt(8);
      const second = (first + 1 + randomInt(7)) % 8;
      const ask: [number, number] = first < second ? [first, second] : [second, first];
      const ticket = randomId();
      drawn.set(ticket, { groups, ask });
      return { ticket, groups, ask: ask.map((index) => index + 1) };
    },
    /** The groups of a key drawn here, to be copied outside. @throws INVALID when it is not in memory any more */
    groupsOf(ticket: string): readonly string[] {
      const entry = drawn.get(ticket);
      if (entry === undefined) {
        throw new DomainError('INVALID', {
          problems: [{ field: 'ticket', message: 'Cette clé n’est plus en mémoire. Recommencer avec une autre.' }],
        });
      }
      return entry.groups;
    },
    /** The 32 signs, once the two asked groups match. @throws INVALID */
    redeem(ticket: string, typedGroups: readonly string[]): string {
      const entry = drawn.get(ticket);
      const right =
        entry?.ask.every((index, position) => typedGroups[position]?.trim().toUpperCase() === entry.groups[index]) ??
        false;
      if (entry === undefined || !right) {
        throw new DomainError('INVALID', {
          problems: [
            {
              field: 'typedGroups',
              message: 'Les groupes recopiés ne correspondent pas à la clé. Relire votre copie.',
            },
          ],
        });
      }
      drawn.delete(ticket);
      return entry.groups.join('');
    },
    /** Keys drawn and not taken leave the memory with the vault's own key. */
    clear: () => drawn.clear(),
  };
}
