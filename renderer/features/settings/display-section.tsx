import { can } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { toggleDiscreet, usePreferences } from '../../app/preferences.ts';
import { ChoiceField, Pane, Stack, SwitchField } from '../../ui/index.ts';
import { IconDisplay } from '../../ui/icons.ts';
import styles from './settings.module.css';

/** Theme, density, discreet mode of this post. */
export function DisplaySection() {
  const me = useMe();
  const { theme, density, discreet } = usePreferences();
  return (
    <>
      <PageHead title="Réglages" context="Affichage" />
      <div className={styles['narrow']}>
        <Pane title="Affichage" icon={IconDisplay} aside="Pour ce poste">
          <Stack gap={4}>
            <ChoiceField
              label="Thème"
              options={[
                { value: 'auto', label: 'Comme l’ordinateur' },
                { value: 'light', label: 'Clair' },
                { value: 'dark', label: 'Sombre' },
              ]}
              value={theme}
              onChange={(choice) => usePreferences.setState({ theme: choice ?? 'auto' })}
              clearable={false}
            />
            <ChoiceField
              label="Densité"
              options={[
                { value: 'dense', label: 'Dense' },
                { value: 'confort', label: 'Confort' },
                { value: 'tactile', label: 'Tactile' },
              ]}
              value={density}
              onChange={(choice) => usePreferences.setState({ density: choice ?? 'dense' })}
              clearable={false}
              hint="Tactile agrandit les boutons et les lignes pour le doigt."
            />
            {me !== null && can(me, 'board.read') && (
              <SwitchField
                label="Mode discret (Ctrl Maj M)"
                checked={discreet}
                onChange={toggleDiscreet}
                hint="Masque les noms à l’accueil, pour un écran que les patients peuvent voir."
              />
            )}
          </Stack>
        </Pane>
      </div>
    </>
  );
}
