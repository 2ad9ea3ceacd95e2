import { can } from '#shared/permissions/roles.ts';
import { useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { FieldGrid, LoadingArea, Pane } from '../../ui/index.ts';
import { IconKey, IconLock } from '../../ui/icons.ts';
import { DayCodeForm } from './day-code-form.tsx';
import { MinutesField } from './minutes-field.tsx';
import styles from './settings.module.css';

/** Delays of the lock, and one's own code of the day. */
export function LockingSection() {
  const me = useMe();
  const settings = useRead('practice', 'get', {}).data?.settings;
  if (settings === undefined || me === null) return <LoadingArea />;
  const manages = can(me, 'practice.manage');
  return (
    <>
      <PageHead title="Réglages" context="Verrouillage" />
      <div className={styles['narrow']}>
        <Pane title="Mon code du jour" icon={IconKey}>
          <DayCodeForm />
        </Pane>
      </div>
      <div className={styles['narrow']}>
        <Pane
          title="Délais"
          icon={IconLock}
          aside={manages ? 'Enregistré en quittant le champ' : 'Réservé au responsable.'}
        >
          <FieldGrid columns={2}>
            <MinutesField
              label="Verrouiller sans geste après"
              setting="lockMinutes"
              value={settings.lockMinutes}
              disabled={!manages}
              hint="Annoncé 20 secondes avant. Une touche suffit pour rester."
            />
            <MinutesField
              label="Fermer le coffre sans session active après"
              setting="keyMinutes"
              value={settings.keyMinutes}
              disabled={!manages}
              hint="La clé quitte la mémoire de l’ordinateur. Une phrase de passe le rouvre."
            />
          </FieldGrid>
        </Pane>
      </div>
    </>
  );
}
