import type { AidSimulationView } from '#shared/contract/aid-views.ts';
import { CONTRACT_KINDS, CONTRACT_OPTION_LABELS, MODULATION_POLICIES, TIER_LABELS } from '#shared/rules/aid/index.ts';
import { euros, type Computed } from '#shared/rules/kernel/index.ts';
import type { Explained } from '../../../ui/index.ts';
import type { Typed } from '../forms/typed-entry.ts';
import { dayWords, yearFigure, yearName } from '../words.ts';

/** One line that can be read and compared: its words, and why. */
export interface Fact {
  label: string;
  words: string;
  answer: Explained;
  /** A sum: shown as a figure. */
  sum: boolean;
}

/** What a scenario would give, the sums first, by name. */
export function factsOf(simulation: AidSimulationView | null): ReadonlyMap<string, Fact> {
  if (simulation === null) return new Map();
  const { verdict, ruleSet, ruleSetLabel, tier, term, years, totals } = simulation;
  // A contract that cannot be signed pays nothing: there is no sum to complete.
  const unknown = (words: string) => (verdict.outcome === 'not_met' ? 'Aucune somme' : words);
  const fact = (label: string, words: string, answer: Explained, sum = false): Fact => ({ label, words, answer, sum });
  const total = (label: string, answer: Computed, missing: string) =>
    fact(label, answer.value === null ? unknown(missing) : euros(answer.value), answer, answer.value !== null);
  const facts = [
    ...years.map((year) => {
      const known = year.full.value !== null || year.due.value !== null;
      const words = known ? yearFigure(year) : unknown(yearFigure(year));
      return fact(yearName(year.contractYear), words, year.due, known);
    }),
    total('Total au plus', totals.full, 'À compléter'),
    total('Total prévu', totals.due, 'Dépend de ce qui manque'),
    fact('Texte', ruleSetLabel ?? 'Indéterminé', ruleSet),
    ...(tier === null ? [] : [fact('Tranche', tier.value === null ? 'Indéterminée' : TIER_LABELS[tier.value], tier)]),
    fact('Terme', dayWords(term), term),
  ];
  return new Map(facts.map((one) => [one.label, one]));
}

const wordOf = (labels: Readonly<Record<string, string>>) => (code: string) => labels[code] ?? code;
const same = (text: string) => text;
const named: ReadonlyArray<[field: string, label: string, words: (text: string) => string]> = [
  ['kind', 'Sorte de contrat', wordOf(CONTRACT_KINDS)],
  ['option', 'Option', wordOf(CONTRACT_OPTION_LABELS)],
  ['signedOn', 'Signé le', same],
  ['startsOn', 'Commence le', same],
  ['growthPmt', 'Patientèle MT, gain', (text) => `${text} par an`],
  ['growthFa', 'File active, gain', (text) => `${text} par an`],
  ['tier', 'Tranche supposée', wordOf(TIER_LABELS)],
  ['policy', 'Formule supposée', wordOf(MODULATION_POLICIES)],
];

/** What two scenarios do not suppose alike, in words: what tells them apart is read beside what they give. */
export function differencesOf(
  first: Typed,
  second: Typed,
  doctors: ReadonlyArray<{ id: string; name: string }>,
): ReadonlyArray<{ label: string; words: [string, string] }> {
  const doctor = (id: string) => doctors.find((one) => one.id === id)?.name ?? id;
  const known = [['doctorId', 'Médecin', doctor] as const, ...named];
  const differ = (field: string) => (first[field] ?? '') !== (second[field] ?? '');
  const told = known
    .filter(([field]) => differ(field))
    .map(([field, label, words]) => {
      const of = (typed: Typed) => (typed[field] ? words(typed[field]) : 'non dit');
      return { label, words: [of(first), of(second)] as [string, string] };
    });
  const rest = [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (field) => differ(field) && !known.some(([one]) => one === field),
  );
  return rest.length === 0 ? told : [...told, { label: 'Autres hypothèses', words: ['celles de A', 'celles de B'] }];
}
