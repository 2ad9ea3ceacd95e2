import { useEffect, useState } from 'react';
import { call, sentenceOf, useCommand, type Output } from '../../api/queries.ts';
import { ErrorArea, LoadingArea, Note } from '../../ui/index.ts';
import { leftToDo, nothingTyped, RecoveryKey, type TypedBack } from '../unlock/recovery-key.tsx';
import { ItemPanel } from '../../app/panel/item-panel.tsx';
import { useOpenItem } from './open-item.ts';
import { problemsOf } from './problems.ts';
import styles from './settings.module.css';

/** A new recovery key, shown, printed or saved, typed back in part; only then does the old one stop. */
export function RecoveryRenewal() {
  const { close } = useOpenItem();
  const [drawn, setDrawn] = useState<Output<'accounts', 'drawRecoveryKey'> | null>(null);
  const [typed, setTyped] = useState<TypedBack>(nothingTyped);
  const [error, setError] = useState<string>();
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let here = true;
    // Never through the cache: the key must leave the screen with this panel.
    call('accounts', 'drawRecoveryKey', {}).then(
      (key) => here && setDrawn(key),
      (refusal: unknown) => here && setError(sentenceOf(refusal)),
    );
    return () => {
      here = false;
    };
  }, [asked]);
  const replace = useCommand('accounts', 'replaceRecoveryKey', {
    onDone: close,
    onRefused: (refusal) => setError(Object.values(problemsOf(refusal))[0]),
  });
  if (drawn === null)
    return error === undefined ? (
      <LoadingArea />
    ) : (
      <ErrorArea
        what={error}
        onRetry={() => {
          setError(undefined);
          setAsked(asked + 1);
        }}
      />
    );
  const left = leftToDo(drawn, typed);
  return (
    <ItemPanel
      title="Nouvelle clé de secours"
      saveLabel="Remplacer la clé"
      onSave={() => {
        if (left.length > 0) setError(`Il reste\u00a0: ${left.join(', ')}.`);
        else replace.mutate({ ticket: drawn.ticket, typedGroups: [...typed.typedGroups] });
      }}
      onClose={close}
      working={replace.isPending}
      error={error}
    >
      <Note tone="info">
        L’ancienne clé ouvre encore le coffre jusqu’à «{'\u00a0'}Remplacer la clé{'\u00a0'}».
      </Note>
      <RecoveryKey
        drawn={drawn}
        typed={typed}
        onTyped={(part) => {
          setTyped({ ...typed, ...part });
          setError(undefined);
        }}
        copies={{
          disks: () => call('accounts', 'recoveryDisks', {}),
          save: (diskId) => call('accounts', 'saveRecoveryKey', { ticket: drawn.ticket, diskId }, { command: true }),
        }}
        narrow
      />
      <p className={styles['text']} role="status">
        {left.length > 0 ? `Il reste\u00a0: ${left.join(', ')}.` : 'La clé peut être remplacée.'}
      </p>
    </ItemPanel>
  );
}
