import { PanelBody, PanelButtons, PanelHead } from '../../app/panel/panel-body.tsx';
import { Button, Note } from '../../ui/index.ts';
import { useActions } from '../../app/actions/index.ts';
import styles from './settings.module.css';

/** A one-time code, shown once: to be read out or written down now. */
export function OneTimeCode({ name, code, onDone }: { name: string; code: string; onDone: () => void }) {
  useActions('Réglages', [
    {
      id: 'settings.codeNoted',
      label: 'Code noté',
      keys: ['Ctrl+Enter', 'Escape'],
      hiddenInPalette: true,
      run: onDone,
    },
  ]);
  return (
    <PanelBody>
      <PanelHead title={`Code à usage unique de ${name}`} />
      <p className={`${styles['code']} figures`} role="status">
        {code}
      </p>
      <Note tone="warn" title="Affiché une seule fois">
        Le remettre en main propre. Il sert une fois, pendant 24 heures, sur l’écran de déverrouillage.
      </Note>
      <PanelButtons>
        <Button kind="primary" onClick={onDone} keyCap="Ctrl ↵" keyShortcut="Control+Enter">
          Code noté
        </Button>
      </PanelButtons>
    </PanelBody>
  );
}
