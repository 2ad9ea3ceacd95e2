import type { VaultState } from '#shared/contract/vault.ts';
import { Note } from '../../ui/index.ts';
import { GateCard } from './card.tsx';

/** The base is damaged, or behind what was confirmed: nothing is opened over it in silence. */
export function Rescue({ state }: { state: VaultState }) {
  const missing = state.rescue?.missing ?? null;
  return (
    <GateCard
      letters="!"
      title={state.practiceName ?? 'Cabinet'}
      sub="Écran de secours"
      narrow
      foot={<span>Prélude {state.version}</span>}
    >
      <Note
        tone="bad"
        role="alert"
        title={missing === null ? 'Le fichier des données est abîmé' : `Des actions récentes manquent (${missing})`}
      >
        {missing === null
          ? 'Une partie du fichier ne se lit plus comme elle a été écrite. Prélude ne l’ouvre pas, pour ne rien écraser.'
          : 'Le fichier est plus ancien que la dernière action confirmée sur ce poste. Prélude ne l’ouvre pas, pour ne rien écraser.'}
      </Note>
      <ol>
        <li>Ne rien supprimer dans le dossier des données, et en faire une copie complète sur un disque chiffré.</li>
        <li>
          Si une copie plus récente du dossier existe, fermer Prélude, la remettre à sa place entière, puis relancer.
        </li>
        <li>Noter les actions de la matinée encore connues{'\u00a0'}: elles seront à ressaisir.</li>
      </ol>
    </GateCard>
  );
}
