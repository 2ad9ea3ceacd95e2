import { formatDay } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { citationWords, CONFIDENCE_WORDS, valueWords, type ParameterUse } from '#shared/rules/kernel/index.ts';
import type { ReportSection } from '#shared/domain/renewal-report.ts';
import { RULE_SET_LABELS } from '#shared/rules/aid/index.ts';
import { findParameter } from '#shared/rules/book.ts';
import type { Gathered } from '../gather/gathered.ts';
import { note, tableBlock, words } from './cells.ts';

/** Every figure of law or of the practice behind the report, with its source and the day it was last compared with it. */
export function rulesSection(gathered: Gathered): ReportSection {
  const uses = usedBy(gathered);
  if (uses.length === 0)
    return { id: 'rules', title: 'Règles et sources', blocks: [note('plain', 'Aucune règle utilisée.')] };
  const rows = uses.map((use) => [
    words(use.label),
    // The value is printed as words: it is no figure of the practice.
    words(valueOf(use)),
    words(
      [
        use.from === null ? null : `Depuis le ${formatDay(use.from)}.`,
        use.origin === 'default' ? null : 'Choix du cabinet.',
        use.sources[0] === undefined ? null : `${citationWords(use.sources[0])}.`,
      ]
        .filter(Boolean)
        .join(' '),
    ),
    words(`${CONFIDENCE_WORDS[use.confidence]}, vérifié le ${formatDay(use.checkedOn)}`),
  ]);
  return {
    id: 'rules',
    title: 'Règles et sources',
    blocks: [tableBlock('Règles utilisées', ['Règle', 'Valeur', 'Source', 'Fiabilité'], rows)],
  };
}

/** A code of the book is printed by its name. */
function valueOf({ id, value, unit }: ParameterUse): string {
  const editable = findParameter(id)?.editable;
  const choices: Readonly<Record<string, string>> = {
    ...RULE_SET_LABELS,
    '>=': 'au moins',
    '>': 'plus de',
    ...(editable?.kind === 'choice' ? editable.choices : {}),
  };
  if (unit === 'centile')
    return `${(Array.isArray(value) ? value : [value]).map((rank) => `${String(rank)}e`).join(', ')} centile`;
  return (
    (typeof value === 'string' ? choices[value] : undefined) ?? valueWords(value, unit).replaceAll(': ', `:${NBSP}`)
  );
}

/** Once each, in the order of the report. */
function usedBy({ contract, counters, trainings, time, scope }: Gathered): ParameterUse[] {
  const years = contract.years.filter(
    ({ contractYear }) => scope.contractYear === null || contractYear === scope.contractYear,
  );
  const all: readonly ParameterUse[] = [
    ...contract.proposedRuleSet.parameters,
    ...contract.term.parameters,
    ...(contract.tier?.parameters ?? []),
    ...contract.objectives.flatMap(({ target, increase }) => [...target.parameters, ...(increase?.parameters ?? [])]),
    ...contract.cumulative.parameters,
    ...contract.dueYear.parameters,
    ...counters.flatMap(
      ({ card }) => [...card.own.parameters, ...card.projection.parameters] as readonly ParameterUse[],
    ),
    ...trainings.flatMap(({ answers }) => [
      ...answers.deadlines.parameters,
      ...answers.deadlines.start.parameters,
      ...answers.deadlines.complete.parameters,
    ]),
    ...(time === null || time.families.length === 0 ? [] : time.parameters),
    ...years.flatMap(({ full, due, payments }) => [
      ...full.parameters,
      ...due.parameters,
      ...payments.flatMap(({ due: day, amount }) => [...day.parameters, ...amount.parameters]),
    ]),
  ];
  return [...new Map(all.map((use) => [`${use.id} ${JSON.stringify(use.value)}`, use])).values()];
}
