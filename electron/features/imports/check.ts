import type { ImportChoices, ImportCounts } from '#shared/contract/imports.ts';
import type { ImportMapping } from '#shared/domain/import-mapping.ts';
import type { LineOutcome } from '#shared/domain/import-fields.ts';
import { DUPLICATE_LABELS } from '#shared/rules/identity/index.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { readRows } from '#electron/exchange/csv/rows.ts';
import { fitted } from '#electron/exchange/csv/survey.ts';
import type { Breath } from '#electron/exchange/import/worker-host.ts';
import { comparedOfRow, patientRowFrom, placeOf, type NewPatientRow } from '#electron/features/patients/index.ts';
import { newId } from '#electron/platform/ids.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';
import type { FileFacts } from './analyse.ts';
import { createDuplicateSearch, type Resemblance } from './duplicates.ts';
import { readLine } from './line-facts.ts';

/** A line with what becomes of it. `row` is what an import inserts, short of its file number. */
export interface CheckedLine {
  line: number;
  outcome: LineOutcome;
  reasons: string[];
  looksLike: string | null;
  row: NewPatientRow | null;
}

export interface CheckOrder {
  mapping: ImportMapping;
  choices: ImportChoices;
  runId: string;
  today: string;
  now: string;
}

/** Lines of a slice: some ten milliseconds of work. */
const slice = 400;
const imported: ReadonlySet<LineOutcome> = new Set(['new', 'to_correct', 'possible']);
export const isImported = ({ outcome }: Pick<CheckedLine, 'outcome'>): boolean => imported.has(outcome);

export function countsOf(lines: readonly CheckedLine[]): ImportCounts {
  const of = (outcome: LineOutcome) => lines.filter((line) => line.outcome === outcome).length;
  return {
    new: of('new'),
    toCorrect: of('to_correct'),
    possible: of('possible'),
    duplicate: of('duplicate'),
    invalid: of('invalid'),
  };
}

async function readChecked(cells: readonly string[] | null, line: number, order: CheckOrder): Promise<CheckedLine> {
  const invalid = (reasons: string[]): CheckedLine => ({
    line,
    outcome: 'invalid',
    reasons,
    looksLike: null,
    row: null,
  });
  if (cells === null) return invalid(['Cette ligne n’a pas autant de cellules que l’en-tête.']);
  const { facts, remarks } = readLine(cells, order.mapping, order.choices, order.today);
  if (facts === null) return invalid(remarks);
  const known = facts.birthPlaceCode === null ? null : await placeOf(facts.birthPlaceCode);
  const place = { label: known?.label ?? null, checked: known !== null && known.kind !== 'non_verifie' };
  const row = patientRowFrom(facts, { id: newId(), number: 0, at: order.now, place, importId: order.runId });
  return { line, outcome: remarks.length > 0 ? 'to_correct' : 'new', reasons: remarks, looksLike: null, row };
}

/** Who a line looks like, in words without any name. */
function words({ score, file, line }: Resemblance): string[] {
  const whom = file === null ? `la ligne ${line}` : `le dossier ${formatNumber(file.number)}`;
  if (score.twins) return [`Même nom et même naissance que ${whom}, prénoms différents\u00a0: jumeaux possibles.`];
  return [`${DUPLICATE_LABELS[score.level]}\u00a0: même personne que ${whom}.`, ...score.reasons];
}

function settle(checked: CheckedLine, found: Resemblance | null, choices: ImportChoices): void {
  if (found === null || checked.row === null) return;
  checked.reasons = [...words(found), ...checked.reasons];
  if (found.score.level === 'none') return;
  checked.looksLike = found.file?.id ?? null;
  const choice = found.score.level === 'possible' ? choices.possible : choices.probable;
  checked.outcome = choice === 'skip' ? 'duplicate' : 'possible';
  if (choice === 'skip') return;
  const whom =
    found.file === null ? 'un autre dossier de la même liste' : `le dossier ${formatNumber(found.file.number)}`;
  const mention = `Import\u00a0: doublon possible avec ${whom}, à vérifier.`;
  checked.row.notes = checked.row.notes == null ? mention : `${checked.row.notes}\n${mention}`;
}

/** The dry run: every line with its outcome, nothing written. */
export async function checkLines(
  bytes: Uint8Array,
  file: FileFacts,
  order: CheckOrder,
  base: Pick<BulkWriter, 'all'>,
  breath: Breath,
): Promise<CheckedLine[]> {
  const lines: CheckedLine[] = [];
  const duplicates = createDuplicateSearch(base);
  let pending: CheckedLine[] = [];
  const judge = () => {
    const people = pending.flatMap((checked) =>
      checked.row === null ? [] : [{ checked, line: checked.line, person: comparedOfRow(checked.row as never) }],
    );
    duplicates.search(people, (index, found) => {
      const checked = people[index]?.checked;
      if (checked === undefined) return false;
      settle(checked, found, order.choices);
      return isImported(checked);
    });
    lines.push(...pending);
    pending = [];
  };
  let header = true;
  for await (const { line, cells } of readRows(bytes, file.shape)) {
    if (header) {
      header = false;
      continue;
    }
    pending.push(await readChecked(fitted(cells, file.header.length), line, order));
    if (pending.length < slice) continue;
    judge();
    await breath(lines.length);
  }
  judge();
  await breath(lines.length);
  return lines;
}
