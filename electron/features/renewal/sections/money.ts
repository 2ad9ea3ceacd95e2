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
    ...years.flatMap(yearNotes),
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

function yearNotes(year: Year): ReportBlock[] {
  const rank = `Année ${year.contractYear}`;
  return [
    ...(year.due.value === null ? year.due.reasons : []).map((reason) =>
      note('plain', `${rank}${NBSP}: ${reason.words}`),
    ),
    ...year.differences.map((one) => note('missing', `${rank}${NBSP}: ${one.words}`)),
  ];
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
