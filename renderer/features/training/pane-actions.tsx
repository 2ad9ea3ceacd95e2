import type { AssistantTraining } from '#shared/contract/training.ts';
import { ActionMenu, Button } from '../../ui/index.ts';
import { gestureId, type Gesture } from './open-gesture.ts';
import styles from './training.module.css';

/** The gestures over one training, each in a form at the right. */
export function PaneActions({ view, onOpen }: { view: AssistantTraining; onOpen: (gesture: Gesture) => void }) {
  const { training, answers, assistant } = view;
  const route = training?.facts.route ?? answers.route.route;
  const button = (gesture: Gesture, label: string) => (
    <Button size="toolbar" id={gestureId(gesture, assistant.id)} onClick={() => onOpen(gesture)}>
      {label}
    </Button>
  );
  return (
    <div
      className={styles['actions']}
      role="group"
      aria-label={`Gestes pour ${assistant.givenName} ${assistant.familyName}`}
    >
      {button('inscription', training === null ? 'Choisir le parcours' : 'Parcours et dates')}
      {training !== null && button('journees', 'Bloquer des journées')}
      {training !== null && route === 'FAE' && button('nouveau-module', 'Ajouter un module')}
      {training !== null && button('issue', 'Épreuve et certificat')}
      {route !== 'FAE' && button('vae', 'VAE')}
      <ActionMenu
        label={`Autres gestes, ${assistant.givenName} ${assistant.familyName}`}
        size="control"
        entries={[
          { id: 'letter', label: 'Saisir la date d’un courrier', onSelect: () => onOpen('courrier') },
          { id: 'proof', label: 'Ajouter une attestation', onSelect: () => onOpen('attestation') },
        ]}
      />
    </div>
  );
}
