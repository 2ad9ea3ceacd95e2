import type { ImportAnalysis, ImportChoices, ImportCounts, ImportStatus } from '#shared/contract/imports.ts';
import type { ImportMapping } from '#shared/domain/import-mapping.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { progressOf, type CurrentImport } from '#electron/exchange/import/current-import.ts';
import { createDesk, type ImportDeskParts } from '#electron/exchange/import/desk.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { questionOf } from './analyse.ts';
import { importsToDrop, keptMapping, publishImport } from './import.repository.ts';
import { mappingProblem } from './line-facts.ts';
import type { PatientImport } from './patient-import.ts';

/**
 * The one import of patients of the practice, in the words of the contract.
 * @param published told once new files can be seen
 */
export function createImportDesk(parts: ImportDeskParts, published: () => void) {
  const { clock } = parts;
  const desk = createDesk<PatientImport>(parts, {
    script: new URL('./import-worker.ts', import.meta.url),
    tooLarge: 'Ce fichier dépasse 50\u00a0Mo. Le couper en plusieurs fichiers, puis recommencer.',
    topics: { step: ['imports'], published: ['imports', 'patients'] },
    linesOf: ({ analysis }) => analysis.lines,
    async publish(open, { id: runId, accountId, postId, file, order }) {
      const headerKey = file?.headerKey ?? '';
      const mapping = order?.mapping ?? [];
      const head = await publishImport(open.writer, clock, { runId, accountId, postId, headerKey, mapping });
      published();
      return head;
    },
    publishedSentence,
    stoppedSentence: 'Import arrêté. Rien n’a été ajouté.',
    toDrop: importsToDrop,
  });
  const tell = (one: CurrentImport<PatientImport>, call: QueryCall): ImportStatus => ({
    ...progressOf(one, call.person.accountId, performance.now()),
    counts: one.result,
  });

  return {
    begin: desk.begin,
    chunk: desk.chunk,
    async analyse(call: QueryCall, id: string): Promise<ImportAnalysis> {
      const { one, file } = await desk.analyse(call, id);
      const { analysis, headerKey } = file;
      const kept = await keptMapping(call.db, headerKey);
      const columns = kept === null ? analysis.columns : analysis.columns.map((column) => remembered(column, kept));
      const notes =
        kept === null
          ? analysis.notes
          : ['Une liste de même en-tête a déjà été importée\u00a0: ses colonnes sont reprises.', ...analysis.notes];
      return { ...analysis, id, fileName: one.fileName, columns, notes, question: questionOf(columns) };
    },
    async check(
      call: QueryCall,
      { id, mapping, choices }: { id: string; mapping: ImportMapping; choices: ImportChoices },
    ): Promise<ImportStatus> {
      const one = await desk.check(
        call,
        id,
        (_, { header }) =>
          mappingProblem(mapping, header.length, choices) ?? {
            mapping,
            choices,
            runId: id,
            today: clock.today(),
            now: clock.now(),
          },
      );
      return tell(one, call);
    },
    start: async (call: QueryCall, id: string) => tell(await desk.start(call, id), call),
    stop: async (call: QueryCall, id: string) => tell(await desk.stop(call, id), call),
    status(call: QueryCall): ImportStatus | null {
      const one = desk.current();
      return one === null ? null : tell(one, call);
    },
    lines: desk.lines,
    sweepSoon: desk.sweepSoon,
    called: desk.called,
    close: desk.close,
  };
}

const said = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${formatNumber(count)} ${count > 1 ? many : one}`];

/** What a finished import brought, in one sentence. */
function publishedSentence(counts: ImportCounts): string {
  const created = counts.new + counts.toCorrect + counts.possible;
  const parts = [
    ...(created === 0 ? ['Aucun dossier créé'] : said(created, 'dossier créé', 'dossiers créés')),
    ...said(counts.toCorrect, 'dossier à compléter', 'dossiers à compléter'),
    ...said(counts.possible, 'doublon possible à vérifier', 'doublons possibles à vérifier'),
    ...said(counts.duplicate, 'doublon laissé de côté', 'doublons laissés de côté'),
    ...said(counts.invalid, 'ligne non importable', 'lignes non importables'),
  ];
  return `${parts.join(', ')}.`;
}

function remembered(column: ImportAnalysis['columns'][number], kept: ImportMapping): ImportAnalysis['columns'][number] {
  const known = kept.find((one) => one.column === column.index);
  if (known === undefined) return { ...column, field: null, guessedFrom: null };
  // What this file says of its dates is better than what another one said.
  const dates =
    column.dates?.ambiguous === true && known.dateOrder !== undefined
      ? { order: known.dateOrder, ambiguous: false }
      : column.dates;
  return { ...column, field: known.field, guessedFrom: 'remembered', dates };
}

export type ImportDesk = ReturnType<typeof createImportDesk>;
