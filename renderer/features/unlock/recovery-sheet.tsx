import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { recoverySheet } from '#shared/vocabulary/recovery-sheet.ts';
import { useSession } from '../../api/session.ts';
import styles from './recovery-sheet.module.css';

/**
 * What "Imprimer" prints: one A4 page with the key, its vault and its date, nothing of the practice, the same words as
 * the saved PDF. On screen it does not exist.
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
  if (today === undefined) return null;
  const sheet = recoverySheet({ groups, vaultId, day: today });
  return createPortal(
    <div className={styles['sheet']}>
      <p className={styles['title']}>{sheet.title}</p>
      {sheet.before.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ol className={styles['groups']}>
        {sheet.groups.map((group, index) => (
          <li key={index}>
            <span>{index + 1}</span>
            {group}
          </li>
        ))}
      </ol>
      {sheet.after.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>,
    document.body,
  );
}
