import type { AidContractView } from '#shared/contract/aid-views.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { euros, type Verdict } from '#shared/rules/kernel/index.ts';
import type { AidBase } from './aid-dues.ts';
import { ordinal, reason, toFill, withReasons, type Due } from './deadline.ts';

/** Payments not received, from year 1 to the one after the running year. A letter is not a payment. */
export function paymentDues(
  { years, currentYear, suspensions }: AidContractView,
  { last, today }: { last: Day | null; today: Day },
  base: AidBase,
): Due[] {
  const upTo = (currentYear.value ?? 0) + 1;
  const suspended = suspensions.some(({ from, to }) => from <= today && (to === null || today <= to));
  return years
    .filter(({ contractYear }) => contractYear <= upTo)
    .flatMap(({ contractYear, payments, notified }) =>
      payments.flatMap(({ rank, due, received, state }): Due[] => {
        if (received !== null) return [];
        // A day that fell in a suspension is not late: nothing was to come then. Once over, the day is to be asked.
        const postponed = due.value !== null && due.value < today && state !== 'late' ? due.value : null;
        if (postponed !== null && suspended) return [];
        if (due.value !== null && last !== null && due.value > last) return [];
        // Without a day, the year after the running one is not awaited yet.
        if (due.value === null && contractYear >= upTo) return [];
        const place = payments.length === 1 ? '' : `, ${rank === 1 ? '1er' : `${rank}e`} sur ${payments.length}`;
        const on = notified?.on == null ? '' : ` le ${formatDay(notified.on)}`;
        const letter =
          notified === null ? [] : [reason('notified', `Montant notifié${on}${NBSP}: ${euros(notified.cents)}.`)];
        return [
          {
            ...base,
            kind: 'AID_PAYMENT',
            title: `Versement attendu, ${ordinal(contractYear)} année${place}`,
            day: postponed === null ? due.value : null,
            why: withReasons(postponed === null ? due : askedAfter(postponed), ...letter),
            part: `${contractYear} ${rank}`,
          },
        ];
      }),
    );
}

/** The contract goes on, and nobody but the CPAM knows when what it did not pay meanwhile will come. */
const askedAfter = (day: Day): Verdict =>
  toFill(
    'expectedDays',
    `Attendu le ${formatDay(day)}, pendant une suspension du contrat${NBSP}: demander la nouvelle date à la CPAM et la saisir.`,
  );
