import { NBSP } from '#shared/kernel/format.ts';
import type { ReportBlock, ReportSection } from '#shared/domain/renewal-report.ts';
import type { Gathered } from '../gather/gathered.ts';
import type { ContractAnswer } from '../gather/readings.ts';
import {
  computedCell,
  dayCell,
  ESTIMATE,
  estimateCell,
  factsBlock,
  measureCell,
  moneyCell,
  note,
  periodWords,
  tableBlock,
  words,
} from './cells.ts';

type Year = ContractAnswer['years'][number];

const none = 'aucun';

/** What the contract pays, what was announced and what came; a forecast says that it is one. */
export function moneySection({ contract, scope }: Gathered): ReportSection {
  const years = contract.years.filter(
    ({ contractYear }) => scope.contractYear === null || contractYear <= scope.contractYear,
  );
  const blocks: ReportBlock[] = [
    tableBlock(
      'Aide par année de contrat',
      ['Année', 'Période', 'Montant entier#', 'Montant dû#', 'Notifié#', 'Reçu#'],
      years.map((year) => [
        words(String(year.contractYear)),
        words(periodWords(year.start.value, year.end.value)),
        computedCell(year.full),
        dueCell(year),
        moneyCell(year.notified?.cents ?? null, none),
        moneyCell(year.receivedCents, none),
      ]),
    ),
    ...notesOf(years),
  ];
  const shown =
    scope.contractYear === null ? [] : years.filter(({ contractYear }) => contractYear === scope.contractYear);
  for (const year of shown) blocks.push(...paymentBlocks(year));
  if (scope.contractYear === null) {
    blocks.push(
      factsBlock([
        ['Total dû', estimateCell(contract.totals.due)],
        ['Total reçu', moneyCell(contract.totals.receivedCents)],
        ['Coût du poste', moneyCell(contract.totals.costCents)],
      ]),
    );
  }
  if (years.some(({ due, notified }) => notified === null && due.outcome === 'computed'))
    blocks.push(note('estimate', ESTIMATE));
  return { id: 'money', title: 'Montants', blocks };
}

/** Received or notified, it is what it is; else an estimate. */
const dueCell = ({ state, due }: Year) => {
  const cell = due.value === null ? computedCell(due) : moneyCell(due.value);
  return state === 'paid' || due.value === null || due.origin !== 'computed'
    ? cell
    : { ...cell, text: `${cell.text} (estimation)` };
};

/** Said once for all the years it is true of: « Années 3 et 4 ». */
function notesOf(years: readonly Year[]): ReportBlock[] {
  const said = new Map<string, { tone: 'plain' | 'missing'; text: string; years: number[] }>();
  for (const { contractYear, due, differences } of years) {
    const own = [
      ...(due.value === null ? due.reasons : []).map(({ words: text }) => ({ tone: 'plain' as const, text })),
      ...differences.map(({ words: text }) => ({ tone: 'missing' as const, text })),
    ];
    for (const { tone, text } of own) {
      const known = said.get(`${tone} ${text}`) ?? { tone, text, years: [] };
      said.set(`${tone} ${text}`, known);
      if (!known.years.includes(contractYear)) known.years.push(contractYear);
    }
  }
  return [...said.values()].map(({ tone, text, years: of }) => {
    const ranks = of.length === 1 ? `Année ${of[0]}` : `Années ${of.slice(0, -1).join(', ')} et ${of.at(-1)}`;
    return note(tone, `${ranks}${NBSP}: ${text}`);
  });
}

function paymentBlocks(year: Year): ReportBlock[] {
  const blocks: ReportBlock[] = [];
  if (year.forecasts.length > 0) {
    blocks.push(
      tableBlock(
        'Montant selon la règle de calcul, celle du contrat n’étant pas connue',
        ['Règle', 'Montant#'],
        year.forecasts.map(({ label, amount }) => [words(label), estimateCell(amount)]),
      ),
    );
  }
  if (year.payments.length > 0) {
    blocks.push(
      tableBlock(
        `Versements de l’année ${year.contractYear}`,
        ['Rang', 'Part#', 'Attendu le', 'Montant#', 'Reçu#', 'Reçu le'],
        year.payments.map(({ rank, sharePercent, due, amount, received }) => [
          words(String(rank)),
          measureCell(sharePercent, '%'),
          computedCell(due),
          estimateCell(amount),
          moneyCell(received?.cents ?? null, none),
          received === null ? { text: '', figure: null } : dayCell(received.on),
        ]),
      ),
    );
  }
  blocks.push(
    factsBlock([
      ['Coût du poste sur l’année', moneyCell(year.typed.costCents)],
      ['Reste à la charge du cabinet', estimateCell(year.leftToPay)],
    ]),
  );
  return blocks;
}
