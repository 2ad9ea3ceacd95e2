import { useEffect, useRef } from 'react';
import { useActions } from '../../app/actions/index.ts';
import { PanelBody, PanelHead } from '../../app/panel/panel-body.tsx';
import { Note } from '../../ui/index.ts';

/** In place of a form whose object another post withdrew: it takes the focus the form lost. */
export function WithdrawnPanel({ onClose }: { onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.querySelector('button')?.focus();
  }, []);
  useActions('Formation', [
    { id: 'panel.close', label: 'Fermer le détail', keys: ['Escape'], hiddenInPalette: true, run: onClose },
  ]);
  return (
    <div ref={box}>
      <PanelBody>
        <PanelHead title="Formation" onClose={onClose} />
        <Note tone="neutral" role="status">
          Ce qui était ouvert ici a été retiré.
        </Note>
      </PanelBody>
    </div>
  );
}
