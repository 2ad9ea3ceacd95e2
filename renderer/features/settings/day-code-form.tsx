import { useState } from 'react';
import { call } from '../../api/queries.ts';
import { refreshSession, useSession } from '../../api/session.ts';
import { Button, Row, Stack, TextField } from '../../ui/index.ts';
import { IconDone } from '../../ui/icons.ts';
import { problemsOf } from './problems.ts';
import styles from './settings.module.css';

/** Six digits that unlock this post until midnight. Kept by the core in memory only. */
export function DayCodeForm() {
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const hasCode = useSession(
    (store) =>
      store.state?.tiles.some((tile) => tile.accountId === store.state?.me?.accountId && tile.hasDayCode) === true,
  );
  const save = async () => {
    if (!/^\d{6}$/u.test(code)) {
      setRefusal('Six chiffres.');
      return;
    }
    try {
      await call('vault', 'setDayCode', { code });
      setCode('');
      setRefusal(undefined);
      await refreshSession();
    } catch (error) {
      setRefusal(Object.values(problemsOf(error))[0]);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap={3}>
        <p className={styles['text']}>
          Après une connexion complète, six chiffres suffisent pour déverrouiller ce poste jusqu’à minuit. Cinq erreurs,
          un redémarrage ou la fermeture de la session ramènent à la phrase de passe.
        </p>
        <Row gap={3} align="end">
          <TextField
            label={hasCode ? 'Changer de code' : 'Choisir six chiffres'}
            value={code}
            onChange={(text) => {
              setCode(text.replace(/\D/gu, ''));
              setRefusal(undefined);
            }}
            inputMode="numeric"
            figures
            maxLength={6}
          />
          <Button type="submit">Enregistrer le code</Button>
        </Row>
        <div role="status">
          {refusal !== undefined && <span className={styles['refusal']}>{refusal}</span>}
          {refusal === undefined && hasCode && (
            <span className={styles['saved']}>
              <IconDone size={14} stroke={2} aria-hidden="true" />
              Un code est en place sur ce poste pour aujourd’hui.
            </span>
          )}
        </div>
      </Stack>
    </form>
  );
}
