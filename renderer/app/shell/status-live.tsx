import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useConnection } from '../../api/connection.ts';
import { useRead } from '../../api/queries.ts';
import { useMe, useSession } from '../../api/session.ts';
import { formatInstant } from '../../ui/instants.ts';
import { IconDraft, IconKey, IconLock, IconOffline, IconPost } from '../../ui/icons.ts';
import { StatusBar, type StatusItem } from '../frame/index.ts';
import { openEntries } from './draft-subjects.ts';
import { usePageHead } from './page-head.tsx';
import { UndoLive } from './undo-live.tsx';

/** Offered once a day to each person on this window. */
const offered = new Set<string>();

/** A code of the day is proposed until it is chosen, or until the proposal has been followed once. */
function useDayCodeOffer(): { shown: boolean; taken: () => void } {
  const me = useMe();
  const today = useSession((store) => store.state?.today) ?? '';
  const hasCode = useSession(
    (store) =>
      store.state?.tiles.some((tile) => tile.accountId === store.state?.me?.accountId && tile.hasDayCode) === true,
  );
  const key = `${me?.accountId ?? ''} ${today}`;
  const [, redraw] = useState(0);
  return {
    shown: me !== null && !hasCode && !offered.has(key),
    taken: () => {
      offered.add(key);
      redraw((count) => count + 1);
    },
  };
}

interface StatusLiveProps {
  /** Seconds left before the lock, during the last twenty. */
  countdown: number | null;
  onKeyHelp: () => void;
}

/** The status bar: link, drafts, code of the day, lock to come, undo slot, keys of the page. */
export function StatusLive({ countdown, onKeyHelp }: StatusLiveProps) {
  const navigate = useNavigate();
  const { online, lostAt } = useConnection();
  const label = useSession((store) => store.state?.postLabel) ?? '';
  const hints = usePageHead((store) => store.head.hints);
  const drafts = useRead('session', 'drafts', {});
  const offer = useDayCodeOffer();
  const toResume = openEntries(drafts.data ?? []).length;
  const warned = countdown !== null;

  const lost =
    lostAt === null ? '' : ` depuis ${formatInstant(Temporal.Instant.fromEpochMilliseconds(lostAt).toString())}`;
  const items: StatusItem[] = [
    ...(warned
      ? [
          {
            id: 'lock',
            icon: IconLock,
            tone: 'warn' as const,
            text: `Verrouillage dans ${countdown}\u00a0s. Une touche suffit pour rester.`,
            essential: true,
          },
        ]
      : []),
    online
      ? { id: 'post', icon: IconPost, text: label, essential: true }
      : {
          id: 'post',
          icon: IconOffline,
          tone: 'bad',
          text: `Poste principal injoignable${lost}. Les saisies restent à l’écran.`,
          essential: true,
        },
    ...(toResume > 0
      ? [
          {
            id: 'drafts',
            icon: IconDraft,
            text: toResume === 1 ? '1 saisie à reprendre' : `${toResume} saisies à reprendre`,
            onClick: () => void navigate({ to: '/saisies' }),
          },
        ]
      : []),
    ...(offer.shown
      ? [
          {
            id: 'code',
            icon: IconKey,
            text: 'Choisir un code du jour',
            onClick: () => {
              offer.taken();
              void navigate({ to: '/reglages/$section', params: { section: 'verrouillage' } });
            },
          },
        ]
      : []),
  ];
  return (
    <StatusBar items={items} undo={<UndoLive />} {...(hints === undefined ? {} : { hints })} onKeyHelp={onKeyHelp} />
  );
}
