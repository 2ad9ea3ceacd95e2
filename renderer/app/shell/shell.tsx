import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { call, useCommand, useRead, sentenceOf } from '../../api/queries.ts';
import { lockPost, useMe, useSession } from '../../api/session.ts';
import { useConnection } from '../../api/connection.ts';
import { can } from '#shared/permissions/roles.ts';
import { CommandPalette } from '../../ui/index.ts';
import { IconDraft, IconOffline, IconPatients, IconPost, IconSettings, IconToday } from '../../ui/icons.ts';
import { KeyHelp, useActionKeys, useActions } from '../actions/index.ts';
import { Frame, FrameBanner, Rail, StatusBar, TopBar, UndoSlot, type RailItem, type StatusItem } from '../frame/index.ts';
import { toggleDiscreet } from '../preferences.ts';
import { useAutoLock } from './auto-lock.ts';
import { usePageHead } from './page-head.tsx';
import { searchPalette } from './palette-search.ts';

const isAt = (pathname: string, prefix: string) => pathname === prefix || pathname.startsWith(`${prefix}/`);

/** The frame around every page: rail, bars, palette, undo, lock. */
export function Shell() {
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to });
  const countdown = useAutoLock();
  useActionKeys();

  const me = useMe();
  const board = me !== null && can(me, 'board.read');
  useActions('Partout', [
    { id: 'palette', label: 'Chercher un patient, une action', keys: ['Ctrl+K'], inFields: true, hiddenInPalette: true, run: () => setPalette(true) },
    { id: 'go.today', label: 'Aller à Aujourd’hui', keys: ['G A'], icon: IconToday, isAvailable: () => board, run: () => go('/aujourdhui') },
    { id: 'go.patients', label: 'Aller à Patients', keys: ['G P'], icon: IconPatients, isAvailable: () => board, run: () => go('/patients') },
    { id: 'go.settings', label: 'Aller à Réglages', keys: ['G R'], icon: IconSettings, run: () => go('/reglages') },
    { id: 'lock', label: 'Verrouiller', keys: ['Ctrl+Shift+L'], inFields: true, inDialogs: true, run: () => void lockPost() },
    { id: 'discreet', label: 'Mode discret', keys: ['Ctrl+Shift+M'], inFields: true, isAvailable: () => board, run: toggleDiscreet },
    { id: 'help', label: 'Raccourcis de la page', keys: ['F1', '?'], run: () => setHelp(true) },
    { id: 'signout', label: 'Fermer ma session', run: () => void call('vault', 'signOut', {}) },
  ]);

  return (
    <>
      <Frame rail={<RailSlot onNavigate={go} />} topBar={<TopBarSlot onSearch={() => setPalette(true)} />} statusBar={<StatusSlot countdown={countdown} onKeyHelp={() => setHelp(true)} />} banner={<DemoBanner />}>
        <Outlet />
      </Frame>
      <CommandPalette opened={palette} onClose={() => setPalette(false)} search={searchPalette} hints={board ? [{ keyCap: 'Maj ↵', label: 'Créer' }] : []} />
      <KeyHelp opened={help} onClose={() => setHelp(false)} />
    </>
  );
}

function DemoBanner() {
  const demo = useSession((store) => store.state?.demo === true);
  return demo ? <FrameBanner>Démonstration, données inventées</FrameBanner> : null;
}

function RailSlot({ onNavigate }: { onNavigate: (to: string) => void }) {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const me = useMe();
  const practiceName = useSession((store) => store.state?.practiceName) ?? '';
  const item = (id: string, label: string, icon: RailItem['icon'], href: string): RailItem => ({ id, label, icon, href, current: isAt(pathname, href) });
  const day = me !== null && can(me, 'board.read') ? [item('today', 'Aujourd’hui', IconToday, '/aujourdhui'), item('patients', 'Patients', IconPatients, '/patients')] : [];
  const letters = practiceName.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)).slice(0, 2).map((word) => word[0]).join('') || 'P';
  return <Rail practice={{ letters: letters.toUpperCase(), name: practiceName }} groups={[day, [item('settings', 'Réglages', IconSettings, '/reglages')]]} onNavigate={onNavigate} />;
}

function TopBarSlot({ onSearch }: { onSearch: () => void }) {
  const { title, context, primaryAction, secondaryActions } = usePageHead((store) => store.head);
  const me = useMe();
  return (
    <TopBar
      title={title}
      context={context}
      primaryAction={primaryAction}
      secondaryActions={secondaryActions}
      onSearch={onSearch}
      user={{ initials: me?.initials ?? '', name: me?.displayName ?? '' }}
      onLock={() => void lockPost()}
    />
  );
}

function StatusSlot({ countdown, onKeyHelp }: { countdown: number | null; onKeyHelp: () => void }) {
  const { online, lostAt } = useConnection();
  const label = useSession((store) => store.state?.postLabel) ?? '';
  const hints = usePageHead((store) => store.head.hints);
  const drafts = useRead('session', 'drafts', {});
  const toResume = new Set(drafts.data?.map((draft) => `${draft.subject} ${draft.subjectId}`)).size;
  const items: StatusItem[] = [
    online
      ? { id: 'post', icon: IconPost, text: label, essential: true }
      : { id: 'post', icon: IconOffline, tone: 'bad', text: `Liaison perdue à ${new Date(lostAt ?? 0).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })}. Les saisies restent à l’écran.`, essential: true },
    ...(toResume > 0 ? [{ id: 'drafts', icon: IconDraft, text: toResume === 1 ? '1 saisie à reprendre' : `${toResume} saisies à reprendre` }] : []),
    ...(countdown === null ? [] : [{ id: 'lock', tone: 'warn' as const, text: `Verrouillage dans ${countdown}\u00A0s. Une touche suffit pour rester.` }]),
  ];
  return <StatusBar items={items} undo={<UndoSlotLive />} {...(hints === undefined ? {} : { hints })} onKeyHelp={onKeyHelp} />;
}

/** Walks back through one's own actions of the day on this post. */
function UndoSlotLive() {
  const last = useRead('session', 'undoable', {});
  const [said, setSaid] = useState<string | null>(null);
  const undo = useCommand('session', 'undo', { onDone: ({ label }) => setSaid(`Annulé\u00A0: ${label}`), onRefused: (error) => setSaid(sentenceOf(error)) });
  const run = () => {
    if (last.data) undo.mutate({ seq: last.data.seq });
  };
  useActions('Partout', [{ id: 'undo', label: 'Annuler la dernière action', keys: ['Ctrl+Z'], isAvailable: () => last.data != null && !undo.isPending, run }]);
  const label = last.data?.label ?? null;
  return (
    <>
      {said !== null && <span role="status">{said}</span>}
      <UndoSlot label={label} onUndo={run} working={undo.isPending} />
    </>
  );
}
