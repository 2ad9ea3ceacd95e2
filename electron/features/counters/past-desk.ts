import type { PastVisitAnalysis, PastVisitCounts, PastVisitStatus } from '#shared/contract/counters.ts';
import type { PastVisitMapping } from '#shared/domain/past-visits.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { seenStages } from '#shared/rules/counters/index.ts';
import { progressOf, type CurrentImport } from '#electron/exchange/import/current-import.ts';
import { createDesk, type ImportDeskParts } from '#electron/exchange/import/desk.ts';
import { readOverrides } from '#electron/features/rules/index.ts';
import type { QueryCall } from '#electron/security/call.ts';
import { pastMappingProblem } from './past-check.ts';
import type { PastImport } from './past-import.ts';
import { hasUnlinked, pastImportsToDrop, publishPastImport } from './past.repository.ts';

interface Answers {
  id: string;
  mapping: PastVisitMapping;
  doctorId: string | null;
  doctors: { text: string; doctorId: string | null }[];
  unknownPatients: 'keep' | 'leave';
}

/** The one import of past visits of the practice, in the words of the contract. */
export function createPastVisitDesk(parts: ImportDeskParts) {
  const { clock, practice } = parts;
  const desk = createDesk<PastImport>(parts, {
    script: new URL('./past-visits-worker.ts', import.meta.url),
    tooLarge: 'Ce fichier dépasse 50\u00a0Mo. L’exporter en plusieurs périodes, puis recommencer.',
    topics: { step: ['employer'], published: ['employer'] },
    linesOf: ({ analysis }) => analysis.lines,
    publish: (open, { id: runId, accountId, postId }) =>
      publishPastImport(open.writer, clock, { runId, accountId, postId }),
    publishedSentence: ({ counts }) => publishedSentence(counts),
    stoppedSentence: 'Import arrêté. Rien n’a été compté.',
    toDrop: pastImportsToDrop,
    tidy: { needed: hasUnlinked, secret: () => new Uint8Array(practice.personKey()) },
  });
  const tell = (one: CurrentImport<PastImport>, call: QueryCall): PastVisitStatus => ({
    ...progressOf(one, call.person.accountId, performance.now()),
    counts: one.result?.counts ?? null,
    doctors: one.result?.doctors ?? [],
  });

  return {
    begin: desk.begin,
    chunk: desk.chunk,
    async analyse(call: QueryCall, id: string): Promise<PastVisitAnalysis> {
      const { one, file } = await desk.analyse(call, id);
      return { ...file.analysis, id, fileName: one.fileName };
    },
    async check(call: QueryCall, { id, ...answers }: Answers): Promise<PastVisitStatus> {
      const today = clock.today();
      const { stages } = seenStages(today, await readOverrides(call.db, today));
      const doctors = await call.db.selectFrom('doctor').select('id').execute();
      const known = new Set([null, ...doctors.map((doctor) => doctor.id)]);
      const given = [answers.doctorId, ...answers.doctors.map((answer) => answer.doctorId)];
      const one = await desk.check(call, id, (_, { header }) => {
        if (given.some((doctorId) => !known.has(doctorId)))
          return 'Ce médecin n’est pas du cabinet. En choisir un autre.';
        const problem = pastMappingProblem(answers.mapping, header.length, answers.doctorId);
        return problem ?? { ...answers, today, stages, personKey: new Uint8Array(practice.personKey()) };
      });
      return tell(one, call);
    },
    async start(call: QueryCall, id: string): Promise<PastVisitStatus> {
      return tell(await desk.start(call, id, ({ counts }) => startProblem(counts)), call);
    },
    stop: async (call: QueryCall, id: string) => tell(await desk.stop(call, id), call),
    status(call: QueryCall): PastVisitStatus | null {
      const one = desk.current();
      return one === null ? null : tell(one, call);
    },
    lines: desk.lines,
    sweepSoon: desk.sweepSoon,
    called: desk.called,
    close: desk.close,
  };
}
export type PastVisitDesk = ReturnType<typeof createPastVisitDesk>;

function startProblem(counts: PastVisitCounts): string | null {
  if (counts.unknownDoctor > 0)
    return 'Des noms de médecins attendent une réponse. Choisir un médecin du cabinet, ou laisser leurs lignes de côté.';
  if (counts.matched + counts.unmatched === 0) return 'Aucun passage à compter dans ce fichier. Rien n’est importé.';
  return null;
}

/** What a finished import brought, in one sentence. */
function publishedSentence(counts: PastVisitCounts): string {
  const said = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${formatNumber(count)} ${count > 1 ? many : one}`];
  const counted = counts.matched + counts.unmatched;
  const parts = [
    ...said(counted, 'passage compté', 'passages comptés'),
    ...said(counts.unmatched, 'sans dossier', 'sans dossier'),
    ...said(counts.duplicate, 'déjà compté', 'déjà comptés'),
    ...said(counts.leftOut, 'laissé de côté', 'laissés de côté'),
    ...said(counts.invalid, 'illisible', 'illisibles'),
  ];
  return `${parts.join(', ')}.`;
}
