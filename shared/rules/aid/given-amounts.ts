import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { euros, withGiven, type Computed } from '../kernel/index.ts';

/** A figure written in the contract or in a letter, with the day of that paper when known. */
export interface GivenFigure {
  readonly value: number;
  readonly on?: Day | null;
}

export interface GivenAmounts {
  /** Typed from the contract. */
  readonly typed?: GivenFigure;
  /** Notified by the CPAM. */
  readonly notified?: GivenFigure;
}

/** The notified amount wins over the typed one, which wins over the computed one; each stays readable beside. */
export function givenAmount(answer: Computed, { typed, notified }: GivenAmounts): Computed {
  if (notified === undefined) return withGiven(answer, given(typed, 'typed'));
  const beside =
    typed === undefined
      ? answer
      : {
          ...answer,
          alternatives: [...answer.alternatives, { value: typed.value, words: typedWords(typed), sources: [] }],
        };
  return withGiven(beside, given(notified, 'notified'));
}

function given(figure: GivenFigure | undefined, origin: 'typed' | 'notified') {
  return figure === undefined ? null : { value: figure.value, origin, on: figure.on ?? null };
}

function typedWords({ value, on }: GivenFigure): string {
  return `Montant saisi du contrat${on == null ? '' : ` du ${formatDay(on)}`}${NBSP}: ${euros(value)}`;
}
