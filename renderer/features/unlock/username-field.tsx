import styles from './card.module.css';

/** For password managers only: which person the phrase beside belongs to. Neither seen, read out nor reached. */
export function UsernameField({ name }: { name: string }) {
  return (
    <input
      type="text"
      name="username"
      autoComplete="username"
      value={name}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
      className={styles['username']}
    />
  );
}
