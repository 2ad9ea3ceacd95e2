import { EMPLOYER_KINDS, END_REASONS } from '#shared/domain/employer.ts';
import type { Employment } from '#shared/domain/employer-record.ts';
import { formatDay, type Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';

/** Where a contract stands, in the words and the tone of its tag. */
export const STANDINGS = {
  running: { tone: 'ok', words: 'En cours' },
  coming: { tone: 'primary', words: 'À venir' },
  ended: { tone: 'neutral', words: 'Terminé' },
} as const;
type Standing = keyof typeof STANDINGS;

type Dated = Pick<Employment, 'startDay' | 'endDay'>;

/** `17,5 h` from minutes. */
export const hours = (minutes: number): string => {
  const figure = minutes / 60;
  return `${Number.isInteger(figure * 2) ? formatNumber(figure) : formatNumber(figure, 2)}${NBSP}h`;
};

/** `CDI depuis le 04/03/2024`, `CDD du 01/02/2024 au 31/07/2025`. */
export function contractWords({ contractKind, startDay, endDay }: Pick<Employment, 'contractKind'> & Dated): string {
  return `${contractKind} ${datesWords({ startDay, endDay })}`;
}

/** `depuis le 04/03/2024`. */
export const datesWords = ({ startDay, endDay }: Dated): string =>
  endDay === null ? `depuis le ${formatDay(startDay)}` : `du ${formatDay(startDay)} au ${formatDay(endDay)}`;

export function standingOf({ startDay, endDay }: Dated, today: Day): Standing {
  if (endDay !== null && endDay < today) return 'ended';
  return startDay > today ? 'coming' : 'running';
}

/** Who employs: a name says enough for a doctor, another name is followed by what it is. */
export function employerWords({
  employerKind,
  employerName,
}: Pick<Employment, 'employerKind' | 'employerName'>): string {
  const kind = EMPLOYER_KINDS[employerKind];
  const name = employerName?.trim() ?? '';
  if (name === '') return kind;
  return employerKind === 'DOCTOR' ? name : `${name} (${kind.slice(0, 1).toLocaleLowerCase('fr')}${kind.slice(1)})`;
}

/** `Démission, poste repris le 02/09/2025`. */
export function endWords({ endReason, nextHire }: Pick<Employment, 'endReason' | 'nextHire'>): string {
  const reason = endReason === null ? 'Motif non renseigné' : END_REASONS[endReason];
  if (nextHire === null) return `${reason}, reprise du poste non renseignée`;
  return nextHire === 'NONE' ? `${reason}, poste non repris` : `${reason}, poste repris le ${formatDay(nextHire)}`;
}

/** Where a person stands towards the practice; null: a contract runs, there is nothing to say. */
export function departureWords(employments: readonly Dated[], today: Day): string | null {
  const last = employments.at(-1);
  if (last === undefined) return 'sans contrat de travail';
  if (employments.some((one) => standingOf(one, today) === 'running')) return null;
  const coming = employments.find((one) => standingOf(one, today) === 'coming');
  if (coming !== undefined) return `embauche le ${formatDay(coming.startDay)}`;
  return last.endDay === null ? null : `départ le ${formatDay(last.endDay)}`;
}
