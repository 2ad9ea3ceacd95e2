import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { euros, withGiven, type Computed } from '../kernel/index.ts';
import type { Metric } from './objective-words.ts';

/** A figure written in the contract or in a letter, with the day of that paper when known. */
export interface GivenFigure {
  readonly value: number;
  readonly on?: Day | null;
}

/** One of them, or both: the letter wins. */
export interface GivenAmounts {
  /** Typed from the contract. */
  readonly typed?: GivenFigure;
  /** Notified by the CPAM. */
  readonly notified?: GivenFigure;
}

/** The notified amount wins over the typed one, which wins over the computed one; each stays readable beside. */
export function givenAmount(answer: Computed, figures: GivenAmounts): Computed {
  return givenFigure(answer, figures, ({ value, on }) => {
    const day = on == null ? '' : ` du ${formatDay(on)}`;
    return `Montant saisi du contrat${day}${NBSP}: ${euros(value)}`;
  });
}

/** The same for the patients to reach: the letter of the CPAM, else the contract, else the text. */
export function givenTarget(answer: Computed, figures: GivenAmounts): Computed {
  return givenFigure(answer, figures, ({ on }) => {
    const day = on == null ? '' : ` signé le ${formatDay(on)}`;
    return `Objectif écrit dans le contrat${day}${NBSP}:`;
  });
}

type ByMetric = Readonly<Partial<Record<Metric, GivenFigure>>>;

/** What the contract and a letter say of one metric. */
export function givenFor(
  { typed, notified }: { readonly typed?: ByMetric; readonly notified?: ByMetric },
  metric: Metric,
): GivenAmounts {
  const [written, announced] = [typed?.[metric], notified?.[metric]];
  return {
    ...(written === undefined ? {} : { typed: written }),
    ...(announced === undefined ? {} : { notified: announced }),
  };
}

function givenFigure(
  answer: Computed,
  { typed, notified }: GivenAmounts,
  typedWords: (typed: GivenFigure) => string,
): Computed {
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
