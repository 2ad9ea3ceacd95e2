import { Button, EmptyState, ErrorArea, LoadingArea, NoResult, Note, Pane } from '../../renderer/ui/index.ts';
import { IconNewPatient, IconOffline, IconWaitingRoom } from '../../renderer/ui/icons.ts';
import styles from './gallery.module.css';

export function StatesPage() {
  return (
    <div className={styles['three']}>
      <Pane title="Vide">
        <EmptyState icon={IconWaitingRoom} title="Salle d'attente vide" action={<Button size="toolbar" keyCap="A">Noter une arrivée</Button>}>
          {"Les patients arrivés s'affichent ici."}
        </EmptyState>
      </Pane>
      <Pane title="Recherche sans résultat">
        <NoResult
          nothing="Aucun patient" searched="kovalsqui" nearest={'Proche\u00A0: KOWALSKI Irène, 81 ans.'}
          actions={<><Button size="toolbar">Ouvrir KOWALSKI Irène</Button><Button size="toolbar" kind="primary" icon={IconNewPatient}>Créer</Button></>}
        />
      </Pane>
      <Pane title="Chargement"><LoadingArea words="Lecture du dossier…" /></Pane>
      <Pane title="Erreur">
        <ErrorArea
          what="Le tracé n'a pas pu être joint." why="Le fichier est ouvert dans un autre logiciel." todo="Le fermer, puis réessayer."
          code="7F-112" onRetry={() => undefined}
        />
      </Pane>
      <Pane title="Hors ligne">
        <Note tone="warn" icon={IconOffline} title="Ce poste travaille seul depuis 10:22.">
          Vos saisies sont gardées ici et partiront au retour du réseau.
        </Note>
      </Pane>
    </div>
  );
}
