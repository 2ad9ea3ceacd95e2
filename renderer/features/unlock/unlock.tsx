import { useState } from 'react';
import type { VaultState } from '#shared/contract/vault.ts';
import { formatInstant } from '../../ui/instants.ts';
import { IconDemo } from '../../ui/icons.ts';
import { Tag } from '../../ui/index.ts';
import { GateCard } from './card.tsx';
import { NewPhraseForm } from './new-phrase-form.tsx';
import { PersonTiles } from './person-tiles.tsx';
import { SignInForm } from './sign-in-form.tsx';

export type UnlockMode = 'sign-in' | 'code' | 'recovery';

/** Tiles of the staff and one field. No patient name, list or photo here. */
export function Unlock({ state }: { state: VaultState }) {
  const first = state.tiles.find((tile) => tile.accountId === state.lastAccountId) ?? state.tiles[0];
  const [accountId, setAccountId] = useState(first?.accountId ?? '');
  const [mode, setMode] = useState<UnlockMode>('sign-in');
  const tile = state.tiles.find((one) => one.accountId === accountId) ?? first;
  const letters = (state.practiceName ?? 'P')
    .split(/\s+/)
    .filter((word) => /^\p{Lu}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0])
    .join('');
  const since = state.lockedSince === null ? '' : ` · verrouillé depuis ${formatInstant(state.lockedSince)}`;
  return (
    <GateCard
      letters={letters === '' ? 'P' : letters}
      title={state.practiceName ?? 'Cabinet'}
      sub={`${state.vault === 'closed' ? 'Coffre fermé' : 'Session verrouillée'}${since}`}
      aside={
        state.demo ? (
          <Tag tone="info" icon={IconDemo}>
            Démonstration
          </Tag>
        ) : null
      }
      twoColumns
      foot={
        <>
          <span>
            {state.postLabel} · Prélude {state.version}
          </span>
          <span>Les saisies en cours sont gardées</span>
        </>
      }
    >
      <PersonTiles
        tiles={state.tiles}
        selected={tile?.accountId ?? ''}
        onSelect={(id) => {
          setAccountId(id);
          setMode('sign-in');
        }}
      />
      {tile !== undefined &&
        (mode === 'sign-in' && tile.hasPhrase ? (
          <SignInForm key={tile.accountId} tile={tile} onMode={setMode} />
        ) : (
          <NewPhraseForm
            key={`${tile.accountId} ${mode}`}
            tile={tile}
            mode={mode === 'recovery' ? 'recovery' : 'code'}
            onMode={setMode}
          />
        ))}
    </GateCard>
  );
}
