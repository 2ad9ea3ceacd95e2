import type { PreparationView } from '#shared/contract/preparation.ts';
import { IconIdentityDocument, IconMessage, IconPreparation, IconReady, type Icon } from '../../ui/icons.ts';
import { VisuallyHidden, classes } from '../../ui/index.ts';
import { statusOf } from './identity-head.tsx';
import styles from './preparation.module.css';

export type Section = 'identity' | 'measures' | 'message';
export const sections: readonly { id: Section; label: string; icon: Icon }[] = [
  { id: 'identity', label: 'Identité', icon: IconIdentityDocument },
  { id: 'measures', label: 'Constantes', icon: IconPreparation },
  { id: 'message', label: 'Message', icon: IconMessage },
];

interface SectionListProps {
  view: PreparationView;
  current: Section;
  onGo: (section: Section) => void;
}

/** What there is to do, and how far it is; Alt and the figure go there. */
export function SectionList({ view, current, onGo }: SectionListProps) {
  const verified = ['validee', 'qualifiee'].includes(statusOf(view.patient.identityStatus)) && !view.patient.doubtful;
  const { done, expected } = view.progress;
  const progress: Record<Section, { text: string; complete: boolean }> = {
    identity: { text: verified ? 'vérifiée' : 'à vérifier', complete: verified },
    measures: { text: `${done}/${expected}`, complete: done >= expected },
    message: { text: view.message === null ? '' : 'écrit', complete: view.message !== null },
  };
  return (
    <ol className={styles['sections']}>
      {sections.map(({ id, label, icon: Drawing }, index) => {
        const { text, complete } = progress[id];
        return (
          <li key={id}>
            <button
              type="button"
              className={classes(styles['section'], current === id && styles['current'])}
              aria-current={current === id ? 'step' : undefined}
              aria-keyshortcuts={`Alt+${index + 1}`}
              onClick={() => onGo(id)}
            >
              <Drawing size={16} stroke={1.8} aria-hidden="true" />
              <span>{label}</span>
              {complete && id !== 'measures' ? (
                <span className={styles['done']}>
                  <IconReady size={16} stroke={2} aria-hidden="true" />
                  <VisuallyHidden>{text}</VisuallyHidden>
                </span>
              ) : (
                <span className={classes(styles['progress'], complete && styles['done'])}>{text}</span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
