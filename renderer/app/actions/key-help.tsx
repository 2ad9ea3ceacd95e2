import { Button, KeyCap, ModalFrame } from '../../ui/index.ts';
import { availableActions, useActionRegistry } from './action-registry.ts';
import type { PlacedAction } from './action.ts';
import styles from './key-help.module.css';
import { keyCapOf } from './key-strokes.ts';

interface KeyHelpProps {
  opened: boolean;
  onClose: () => void;
}

function byContext(): ReadonlyArray<readonly [string, readonly PlacedAction[]]> {
  const groups = new Map<string, PlacedAction[]>();
  for (const action of availableActions()) {
    if (!action.keys?.length) continue;
    groups.set(action.context, [...(groups.get(action.context) ?? []), action]);
  }
  return [...groups];
}

/** Keys valid now, by place (F1 or ?). */
export function KeyHelp({ opened, onClose }: KeyHelpProps) {
  // A page that comes or goes under the open list changes it.
  useActionRegistry((state) => state.layers);
  return (
    <ModalFrame
      opened={opened}
      title="Raccourcis de cette page"
      onClose={onClose}
      width={720}
      footer={
        <Button onClick={onClose} keyCap="Échap" autoFocus>
          Retour
        </Button>
      }
    >
      <div className={styles['columns']}>
        {opened &&
          byContext().map(([context, actions]) => (
            <section key={context} className={styles['group']} aria-label={context}>
              <h3>{context}</h3>
              <dl>
                {actions.map((action) => (
                  <div key={action.id} className={styles['line']}>
                    <dt>{action.label}</dt>
                    <dd>
                      {(action.keys ?? []).map((keys) => (
                        <span key={keys} className={styles['keys']}>
                          <KeyCap spoken>{keyCapOf(keys)}</KeyCap>
                        </span>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </ModalFrame>
  );
}
