import { useEffect, useRef, useState, type FormEvent } from 'react';
import type { VaultState } from '#shared/contract/vault.ts';
import { call, refusalIn, sentenceOf } from '../../api/queries.ts';
import { refreshSession } from '../../api/session.ts';
import { Button, PassphraseField, TextField, TextLink } from '../../ui/index.ts';
import { useCountdown } from './countdown.ts';
import { UsernameField } from './username-field.tsx';
import type { UnlockMode } from './unlock.tsx';
import styles from './card.module.css';

interface SignInFormProps {
  tile: VaultState['tiles'][number];
  onMode: (mode: UnlockMode) => void;
}

const pauseWords = (seconds: number) => `Trop d’essais. Prochain essai possible dans ${seconds}\u00a0s.`;

/** The phrase de passe, or the code of the day on a post where the person has already signed in today. */
export function SignInForm({ tile, onMode }: SignInFormProps) {
  const [withCode, setWithCode] = useState(tile.hasDayCode);
  const [secret, setSecret] = useState('');
  const [error, setError] = useState<string>();
  const [working, setWorking] = useState(false);
  const [pause, startPause] = useCountdown();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), [withCode, tile.accountId]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (working || secret === '' || pause > 0) return;
    setWorking(true);
    try {
      const { accountId } = tile;
      if (withCode) await call('vault', 'unlockWithCode', { accountId, code: secret });
      else await call('vault', 'signIn', { accountId, phrase: secret });
      await refreshSession();
    } catch (refusal) {
      const known = refusalIn(refusal);
      if (known?.code === 'THROTTLED') startPause(known.data.seconds);
      // The last free try opens the pause: its length is only known at the next one.
      setError(known?.code === 'THROTTLED' ? undefined : sentenceOf(refusal));
      setSecret('');
      field.current?.focus();
      await refreshSession();
    } finally {
      setWorking(false);
    }
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <UsernameField name={tile.displayName} />
      {withCode ? (
        <TextField
          label={`Code du jour de ${tile.displayName}`}
          value={secret}
          onChange={setSecret}
          inputMode="numeric"
          figures
          maxLength={6}
          error={pause > 0 ? pauseWords(pause) : error}
          ref={field}
        />
      ) : (
        <PassphraseField
          label={`Phrase de passe de ${tile.displayName}`}
          value={secret}
          onChange={setSecret}
          error={pause > 0 ? pauseWords(pause) : error}
          ref={field}
        />
      )}
      <Button
        kind="primary"
        size="large"
        type="submit"
        fullWidth
        keyCap="↵"
        disabled={pause > 0}
        {...(working ? { working: 'Ouverture…' } : {})}
      >
        Déverrouiller
      </Button>
      <div className={styles['links']}>
        {tile.hasDayCode && (
          <TextLink
            onClick={() => {
              setWithCode(!withCode);
              setSecret('');
              setError(undefined);
            }}
          >
            {withCode ? 'Utiliser la phrase de passe' : 'Utiliser le code du jour'}
          </TextLink>
        )}
        <TextLink onClick={() => onMode('code')}>Phrase oubliée</TextLink>
        <TextLink onClick={() => onMode('recovery')}>Utiliser la clé de secours</TextLink>
      </div>
    </form>
  );
}
