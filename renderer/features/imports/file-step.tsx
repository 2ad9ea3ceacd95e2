import { FileDrop, sendPieces } from '../../app/import-course/file-drop.tsx';
import { call, type Output } from '../../api/queries.ts';

interface FileStepProps {
  onRead: (analysis: Output<'imports', 'analyse'>) => void;
}

/** The list of patients, sent to the core's memory, which says what it is. */
export function FileStep({ onRead }: FileStepProps) {
  return (
    <FileDrop
      words="Déposer ici la liste de patients exportée de l’ancien logiciel, au format CSV, ou"
      label="Fichier de la liste"
      accept=".csv,.txt,text/csv"
      onFile={async (file, onProgress) => {
        const sent = await sendPieces(
          file,
          (announced) => call('imports', 'begin', announced),
          (piece) => call('imports', 'chunk', piece),
          onProgress,
        );
        onRead(await call('imports', 'analyse', sent));
      }}
    >
      Séparateur, accents et dates sont reconnus{'\u00a0'}; les colonnes sont à confirmer à l’étape suivante. 50 Mo et
      100 000 lignes au plus. Les identités importées restent provisoires jusqu’à la vue d’une pièce.
    </FileDrop>
  );
}
