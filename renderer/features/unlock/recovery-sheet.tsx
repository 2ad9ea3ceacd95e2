import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { formatDay } from '#shared/kernel/day.ts';
import { useSession } from '../../api/session.ts';
import styles from './recovery-sheet.module.css';

/**
 * What "Imprimer" prints: one A4 page with the key, its vault and its date, nothing of the practice. On screen it does not exist.
 * The window's title is blanked meanwhile: a browser prints it in the margin.
 */
export function RecoverySheet({ groups, vaultId }: { groups: readonly string[]; vaultId: string }) {
  const today = useSession((store) => store.state?.today);
  useEffect(() => {
    let title = '';
    const blank = () => {
      title = document.title;
      document.title = 'Clé de secours';
    };
    const restore = () => {
      document.title = title;
    };
    window.addEventListener('beforeprint', blank);
    window.addEventListener('afterprint', restore);
    return () => {
      window.removeEventListener('beforeprint', blank);
      window.removeEventListener('afterprint', restore);
    };
  }, []);
  return createPortal(
    <div className={styles['sheet']}>
      <p className={styles['title']}>Prélude, clé de secours</p>
      <p>Éditée le {today === undefined ? '' : formatDay(today)}. Elle remplace toute clé éditée auparavant.</p>
      <p>Coffre {vaultId}</p>
      <ol className={styles['groups']}>
        {groups.map((group, index) => (
          <li key={index}>
            <span>{index + 1}</span>
            {group}
          </li>
        ))}
      </ol>
      <p>
        Huit groupes de quatre signes, sans 0, O, 1 ni I. Le dernier signe contrôle les autres{'\u00a0'}: une erreur de
        copie se voit.
      </p>
      <p>
        Cette clé ouvre le coffre quand aucun responsable ne peut le faire{'\u00a0'}: écran de déverrouillage, «
        {'\u00a0'}Utiliser la clé de secours{'\u00a0'}».
      </p>
      <p>
        La ranger hors du cabinet ou dans un coffre. Ne pas la photographier. Si elle est perdue ou lue par un tiers, un
        responsable la remplace dans Réglages, Utilisateurs et rôles.
      </p>
    </div>,
    document.body,
  );
}
