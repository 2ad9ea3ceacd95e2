import type { PastVisitAnalysis } from '#shared/contract/counters.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { call } from '../../../api/queries.ts';
import { FileDrop, sendPieces } from '../../../app/import-course/file-drop.tsx';

/** A list of past visits (CSV) or a calendar (.ics), sent to the core's memory. Nothing is counted. */
export function PastFile({ onRead }: { onRead: (analysis: PastVisitAnalysis) => void }) {
  return (
    <FileDrop
      words="Déposer ici les rendez-vous passés de l’ancien logiciel, en CSV ou en calendrier .ics, ou"
      label="Fichier des passages"
      accept=".csv,.txt,.ics,text/csv,text/calendar"
      onFile={async (file, onProgress) => {
        const sent = await sendPieces(
          file,
          (announced) => call('counters', 'pastBegin', announced),
          (piece) => call('counters', 'pastChunk', piece),
          onProgress,
        );
        onRead(await call('counters', 'pastAnalyse', sent));
      }}
    >
      Une ligne par passage{NBSP}: date, patient, médecin. Seul le décompte en dépend{NBSP}; aucun dossier n’est créé.
      Une personne sans dossier est comptée sous une empreinte, sans son nom.
    </FileDrop>
  );
}
