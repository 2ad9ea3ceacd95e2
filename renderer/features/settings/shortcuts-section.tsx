import { availableActions, keyCapOf, useActionRegistry, type PlacedAction } from '../../app/actions/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { KeyCap, Pane, Stack, SwitchField } from '../../ui/index.ts';
import { IconKeyboard } from '../../ui/icons.ts';
import styles from './settings.module.css';

/** Keys that hold everywhere; the switch of single letters. */
export function ShortcutsSection() {
  const plainKeys = useActionRegistry((registry) => registry.plainKeys);
  useActionRegistry((registry) => registry.layers);
  const everywhere = availableActions().filter(
    (action) => action.context === 'Partout' && (action.keys?.length ?? 0) > 0,
  );
  return (
    <>
      <PageHead title="Réglages" context="Raccourcis" />
      <Pane title="Lettres seules" icon={IconKeyboard}>
        <SwitchField
          label="Les lettres seules agissent hors des champs"
          checked={plainKeys}
          onChange={(on) => useActionRegistry.getState().setPlainKeys(on)}
          hint="Par exemple G puis R. Sans elles, la palette (Ctrl K) garde toutes les actions. Pour cette fenêtre, jusqu’à sa fermeture."
        />
      </Pane>
      <Pane title="Partout">
        <Stack gap={3}>
          <dl className={styles['keys']}>
            {everywhere.map((action) => (
              <KeyLine key={action.id} action={action} />
            ))}
          </dl>
          <p className={styles['text']}>Les raccourcis propres à une page s’affichent sur elle par F1.</p>
        </Stack>
      </Pane>
    </>
  );
}

function KeyLine({ action }: { action: PlacedAction }) {
  return (
    <div className={styles['keyLine']}>
      <dt>{action.label}</dt>
      <dd>
        {(action.keys ?? []).map((keys) => (
          <KeyCap key={keys} spoken>
            {keyCapOf(keys)}
          </KeyCap>
        ))}
      </dd>
    </div>
  );
}
