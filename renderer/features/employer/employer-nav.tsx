import { Link } from '@tanstack/react-router';
import type { AssistantView } from '#shared/contract/employer.ts';
import type { EmployerSearch } from './address.ts';
import styles from './employer.module.css';

interface EmployerNavProps {
  assistants: readonly AssistantView[];
  doctors: readonly { id: string; displayName: string }[];
  current: EmployerSearch;
}

/** Assistants then doctors; an archived record comes last and says so. */
export function EmployerNav({ assistants, doctors, current }: EmployerNavProps) {
  const sorted = assistants.toSorted((one, next) => Number(one.archivedAt !== null) - Number(next.archivedAt !== null));
  return (
    <nav aria-label="Assistants et médecins">
      {sorted.length > 0 && (
        <>
          <p className={styles['navTitle']}>Assistants</p>
          <ul className={styles['nav']}>
            {sorted.map(({ id, givenName, familyName, archivedAt }) => (
              <li key={id}>
                <Link
                  to="/employeur"
                  search={{ assistant: id }}
                  className={styles['navEntry']}
                  aria-current={current.assistant === id ? 'page' : undefined}
                >
                  {givenName} {familyName}
                  {archivedAt !== null && ', archivé'}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles['navTitle']}>Médecins</p>
      <ul className={styles['nav']}>
        {doctors.map(({ id, displayName }) => (
          <li key={id}>
            <Link
              to="/employeur"
              search={{ medecin: id }}
              className={styles['navEntry']}
              aria-current={current.medecin === id ? 'page' : undefined}
            >
              {displayName}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
