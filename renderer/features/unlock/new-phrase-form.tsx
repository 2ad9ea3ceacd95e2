import { useState, type FormEvent } from 'react';
import { checkPassphrase } from '#shared/domain/passphrase.ts';
import type { VaultState } from '#shared/contract/vault.ts';
import { call, sentenceOf } from '../../api/queries.ts';
import { refreshSession } from '../../api/session.ts';
import { Button, Note, PassphraseField, TextField, TextLink } from '../../ui/index.ts';
import { UsernameField } from './username-field.tsx';
import type { UnlockMode } from './unlock.tsx';
import styles from './card.module.css';

interface NewPhraseFormProps {
  tile: VaultState['tiles'][number];
  /** `code`: one-time code of the responsable (invitation, forgotten phrase). `recovery`: the printed key. */
  mode: 'code' | 'recovery';
  onMode: (mode: UnlockMode) => void;
}

/** Chooses a new phrase, with the one-time code of a responsable or, when none can, with the recovery key. */
export function NewPhraseForm({ tile, mode, onMode }: NewPhraseFormProps) {
  const [proof, setProof] = useState('');
  const [phrase, setPhrase] = useState('');
  const [again, setAgain] = useState('');
  const [error, setError] = useState<string>();
  const [working, setWorking] = useState(false);
  const verdict = checkPassphrase(phrase, tile.displayName.split(' '));
  const phraseError = phrase !== '' && !verdict.ok ? verdict.reason : undefined;
  const againError = again !== '' && again !== phrase ? 'Les deux phrases diffèrent. Relire.' : undefined;
  const ready = proof !== '' && verdict.ok && again === phrase;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || working) return;
    setWorking(true);
    try {
      const { accountId } = tile;
      if (mode === 'code') await call('vault', 'redeemCode', { accountId, code: proof, phrase });
      else await call('vault', 'recover', { accountId, recoveryKey: proof, phrase });
      await refreshSession();
    } catch (refusal) {
      setError(sentenceOf(refusal));
    } finally {
      setWorking(false);
    }
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <UsernameField name={tile.displayName} />
      <p className={styles['text']}>
        {mode === 'code'
          ? tile.hasPhrase
            ? 'Un responsable du cabinet émet un code à usage unique, valable 24 heures (Réglages, Utilisateurs et rôles).'
            : 'Premier accès : saisir le code à usage unique remis par le responsable, puis choisir une phrase de passe.'
          : 'La clé du cabinet, imprimée ou gardée sur une clé USB : huit groupes de quatre signes.'}
      </p>
      <TextField
        label={mode === 'code' ? 'Code à usage unique' : 'Clé de secours'}
        value={proof}
        onChange={setProof}
        upperCase
        autoFocus
        maxLength={mode === 'code' ? 16 : 60}
      />
      <PassphraseField
        label="Nouvelle phrase de passe"
        value={phrase}
        onChange={setPhrase}
        purpose="new"
        error={phraseError}
        hint="7 mots, ou 14 signes de trois sortes, ou 12 signes de quatre sortes."
      />
      <PassphraseField label="La même phrase" value={again} onChange={setAgain} purpose="new" error={againError} />
      {error !== undefined && (
        <Note tone="bad" role="alert">
          {error}
        </Note>
      )}
      <Button
        kind="primary"
        size="large"
        type="submit"
        fullWidth
        disabled={!ready}
        {...(working ? { working: 'Ouverture…' } : {})}
      >
        Choisir cette phrase
      </Button>
      <div className={styles['links']}>
        {tile.hasPhrase && <TextLink onClick={() => onMode('sign-in')}>Retour</TextLink>}
        <TextLink onClick={() => onMode(mode === 'code' ? 'recovery' : 'code')}>
          {mode === 'code' ? 'Utiliser la clé de secours' : 'Utiliser un code à usage unique'}
        </TextLink>
      </div>
    </form>
  );
}
