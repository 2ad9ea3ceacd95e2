import { Button, EmptyState, Pane, TextLink } from '../../ui/index.ts';
import { IconAdd, IconAid } from '../../ui/icons.ts';
import styles from './aid.module.css';
import { useRecords } from './gestures.ts';

interface EmptyContractProps {
  doctorId: string;
  doctorName: string;
  onRegister: (() => void) | null;
}

/** A doctor without a contract: what is needed, and one action. */
export function EmptyContract({ doctorId, doctorName, onRegister }: EmptyContractProps) {
  const records = useRecords();
  return (
    <Pane label="Contrat d’aide">
      <EmptyState icon={IconAid} title={`Aucun contrat d’aide pour ${doctorName}`}>
        Prendre le contrat signé avec la CPAM, même ancien et sur papier. Il faut{'\u00a0'}:
      </EmptyState>
      <ul className={styles['needed']}>
        <li>les dates de signature et de début, l’option (un tiers, la moitié, un temps plein…)</li>
        <li>les compteurs de départ et l’objectif, s’ils y sont écrits</li>
        <li>les sommes déjà versées et leurs dates, pour un contrat commencé</li>
        <li>
          le <TextLink onClick={() => records.ofDoctor(doctorId)}>profil du médecin</TextLink> (secteur, spécialité,
          zone)
        </li>
      </ul>
      <div className={styles['start']}>
        <p>Ce qui n’est pas connu reste vide{'\u00a0'}: Prélude le demande, sans rien inventer.</p>
        {onRegister !== null && (
          <Button kind="primary" icon={IconAdd} onClick={onRegister} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
            Enregistrer un contrat
          </Button>
        )}
      </div>
    </Pane>
  );
}
