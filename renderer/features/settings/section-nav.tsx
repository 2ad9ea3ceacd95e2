import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { can } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { canOpen, sectionGroups, type SectionId } from './section-list.ts';
import { IconPerson, IconRules } from '../../ui/icons.ts';
import styles from './settings.module.css';

/** List of the sections this person can open. */
export function SectionNav({ current }: { current: SectionId }) {
  const me = useMe();
  const groups = sectionGroups
    .map((group) => group.filter((section) => me !== null && canOpen(me, section)))
    .filter((group) => group.length > 0);
  return (
    <nav aria-label="Sections des réglages">
      {groups.map((group, index) => (
        <Fragment key={group[0]?.id}>
          {index > 0 && <hr className={styles['navLine']} />}
          <ul className={styles['nav']}>
            {group.map(({ id, label, icon: Drawing }) => (
              <li key={id}>
                <Link
                  to="/reglages/$section"
                  params={{ section: id }}
                  className={styles['navEntry']}
                  aria-current={id === current ? 'page' : undefined}
                >
                  <Drawing size={17} stroke={1.7} aria-hidden="true" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
      <hr className={styles['navLine']} />
      <ul className={styles['nav']}>
        <li>
          <Link to="/regles" className={styles['navEntry']}>
            <IconRules size={17} stroke={1.7} aria-hidden="true" />
            Livre des règles
          </Link>
        </li>
        {me !== null && can(me, 'employer.read') && (
          <li>
            <Link to="/employeur" className={styles['navEntry']}>
              <IconPerson size={17} stroke={1.7} aria-hidden="true" />
              Assistants et employeur
            </Link>
          </li>
        )}
      </ul>
    </nav>
  );
}
