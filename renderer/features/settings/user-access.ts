import type { AccountView } from '#shared/contract/accounts.ts';
import { roleLabel } from '#shared/vocabulary/roles.ts';
import type { Tone } from '../../ui/index.ts';

/** "Médecin, responsable". */
export const roleOf = (account: Pick<AccountView, 'role' | 'responsable'>): string =>
  `${roleLabel[account.role]}${account.responsable ? ', responsable' : ''}`;

/** Can this person sign in today, and if not why: a word and its tone. */
export function accessOf(account: AccountView, today: string): { words: string; tone: Tone; look: 'loud' | 'outline' } {
  if (account.closedAt !== null) return { words: 'Fermé', tone: 'neutral', look: 'outline' };
  if (account.validFrom !== null && today < account.validFrom)
    return { words: `À partir du ${frenchDay(account.validFrom)}`, tone: 'neutral', look: 'outline' };
  if (account.validTo !== null && today > account.validTo)
    return { words: `Terminé le ${frenchDay(account.validTo)}`, tone: 'neutral', look: 'outline' };
  if (!account.hasPhrase) return { words: 'Invité', tone: 'warn', look: 'loud' };
  return { words: 'Actif', tone: 'ok', look: 'loud' };
}

const frenchDay = (day: string) => day.split('-').toReversed().join('/');

/** "aujourd’hui 07:58", "hier 17:20", "02/10/2026": local time of the post. */
export function lastSeen(instant: string, today: string): string {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(Temporal.Now.timeZoneId());
  const day = local.toPlainDate().toString();
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' });
  if (day === today) return `aujourd’hui ${time}`;
  if (day === Temporal.PlainDate.from(today).subtract({ days: 1 }).toString()) return `hier ${time}`;
  return frenchDay(day);
}
