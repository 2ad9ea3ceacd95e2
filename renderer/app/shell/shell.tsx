import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { can } from '#shared/permissions/roles.ts';
import { roleLabel } from '#shared/vocabulary/roles.ts';
import { useMe, useSession } from '../../api/session.ts';
import { CommandPalette, LiveRegion } from '../../ui/index.ts';
import {
  IconAid,
  IconDeadlines,
  IconDiscreet,
  IconDraft,
  IconKey,
  IconKeyboard,
  IconLock,
  IconPatients,
  IconPerson,
  IconRules,
  IconSettings,
  IconSignOut,
  IconToday,
  IconTime,
  IconTraining,
} from '../../ui/icons.ts';
import { useDeadlineCounts } from '../../features/deadlines/deadline-counts.ts';
import type { Subject } from '../../features/deadlines/deadline-words.ts';
import { KeyHelp, useActionKeys, useActions } from '../actions/index.ts';
import { Frame, FrameBanner, Rail, TopBar, type RailItem } from '../frame/index.ts';
import { toggleDiscreet } from '../preferences.ts';
import { useAutoLock } from './auto-lock.ts';
import { lockScreen, restoreFocus, signOut } from './lock-screen.ts';
import { usePageHead } from './page-head.tsx';
import { searchPalette } from './palette-search.ts';
import { StatusLive } from './status-live.tsx';
import { UserMenu } from './user-menu.tsx';

const isAt = (pathname: string, prefix: string) => pathname === prefix || pathname.startsWith(`${prefix}/`);

/** The frame around every page: rail, bars, palette, undo, lock. */
export function Shell() {
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const [menu, setMenu] = useState(false);
  const closeMenu = useCallback(() => setMenu(false), []);
  const navigate = useNavigate();
  const go = (to: string) => void navigate({ to });
  const countdown = useAutoLock();
  useActionKeys();

  const me = useMe();
  const accountId = me?.accountId ?? '';
  useEffect(() => restoreFocus(accountId), [accountId]);
  const board = me !== null && can(me, 'board.read');
  const dayCode = () => void navigate({ to: '/reglages/$section', params: { section: 'verrouillage' } });
  useActions('Partout', [
    {
      id: 'palette',
      label: 'Chercher un patient, une action',
      keys: ['Ctrl+K'],
      inFields: true,
      hiddenInPalette: true,
      run: () => setPalette(true),
    },
    {
      id: 'go.today',
      label: 'Aller à Aujourd’hui',
      keys: ['G A'],
      icon: IconToday,
      isAvailable: () => board,
      run: () => go('/'),
    },
    {
      id: 'go.patients',
      label: 'Aller à Patients',
      keys: ['G P'],
      icon: IconPatients,
      isAvailable: () => board,
      run: () => go('/patients'),
    },
    {
      id: 'go.training',
      label: 'Aller à Formation',
      keys: ['G F'],
      icon: IconTraining,
      isAvailable: () => me !== null && (can(me, 'employer.read') || can(me, 'training.own')),
      run: () => go('/formation'),
    },
    {
      id: 'go.aid',
      label: 'Aller à Aide CNAM',
      keys: ['G C'],
      icon: IconAid,
      isAvailable: () => me !== null && can(me, 'employer.read'),
      run: () => go('/aide'),
    },
    {
      id: 'go.deadlines',
      label: 'Aller à Échéances',
      keys: ['G E'],
      icon: IconDeadlines,
      isAvailable: () => me !== null && can(me, 'employer.read'),
      run: () => go('/echeances'),
    },
    {
      id: 'go.time',
      label: 'Aller à Temps rendu',
      icon: IconTime,
      isAvailable: () => me !== null && (can(me, 'employer.read') || can(me, 'time.own')),
      run: () => go('/temps-rendu'),
    },
    { id: 'go.settings', label: 'Aller à Réglages', keys: ['G R'], icon: IconSettings, run: () => go('/reglages') },
    { id: 'go.rules', label: 'Livre des règles', keys: ['G L'], icon: IconRules, run: () => go('/regles') },
    {
      id: 'go.employer',
      label: 'Assistants et contrats de travail',
      icon: IconPerson,
      isAvailable: () => me !== null && can(me, 'employer.read'),
      run: () => go('/employeur'),
    },
    { id: 'go.drafts', label: 'Saisies à reprendre', icon: IconDraft, run: () => go('/saisies') },
    { id: 'dayCode', label: 'Choisir mon code du jour', icon: IconKey, run: dayCode },
    {
      id: 'lock',
      label: 'Verrouiller',
      icon: IconLock,
      keys: ['Ctrl+Shift+L'],
      inFields: true,
      inDialogs: true,
      run: () => void lockScreen(),
    },
    {
      id: 'discreet',
      label: 'Mode discret',
      icon: IconDiscreet,
      keys: ['Ctrl+Shift+M'],
      inFields: true,
      isAvailable: () => board,
      run: toggleDiscreet,
    },
    { id: 'help', label: 'Raccourcis de la page', icon: IconKeyboard, keys: ['F1', '?'], run: () => setHelp(true) },
    { id: 'signout', label: 'Fermer ma session', icon: IconSignOut, run: () => void signOut() },
  ]);

  return (
    <>
      <Frame
        rail={<RailSlot onNavigate={go} />}
        topBar={<TopBarSlot onSearch={() => setPalette(true)} onUser={() => setMenu(true)} />}
        statusBar={<StatusLive countdown={countdown} onKeyHelp={() => setHelp(true)} />}
        banner={<DemoBanner />}
      >
        <Outlet />
      </Frame>
      <CommandPalette
        opened={palette}
        onClose={() => setPalette(false)}
        search={searchPalette}
        hints={board ? paletteHints : []}
      />
      <KeyHelp opened={help} onClose={() => setHelp(false)} />
      {menu && me !== null && (
        <UserMenu
          name={me.displayName}
          role={`${roleLabel[me.role]}${me.responsable ? ', responsable' : ''}`}
          onDayCode={dayCode}
          onSettings={() => go('/reglages')}
          onLock={() => void lockScreen()}
          onSignOut={() => void signOut()}
          onClose={closeMenu}
        />
      )}
      <LiveRegion message={countdown === null ? '' : 'Verrouillage dans 20 secondes. Une touche suffit pour rester.'} />
    </>
  );
}

const paletteHints = [
  { keyCap: 'Alt P', label: 'Préparer' },
  { keyCap: 'Maj ↵', label: 'Créer' },
];

function DemoBanner() {
  const demo = useSession((store) => store.state?.demo === true);
  return demo ? <FrameBanner>Démonstration, données inventées</FrameBanner> : null;
}

function RailSlot({ onNavigate }: { onNavigate: (to: string) => void }) {
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const me = useMe();
  const practiceName = useSession((store) => store.state?.practiceName) ?? '';
  const item = (id: string, label: string, icon: RailItem['icon'], href: string, ...within: string[]): RailItem => ({
    id,
    label,
    icon,
    href,
    current: [href, ...within].some((place) => isAt(pathname, place)),
  });
  const day =
    me !== null && can(me, 'board.read')
      ? [
          item(
            'today',
            'Aujourd’hui',
            IconToday,
            can(me, 'clinical.validate') ? '/mes-patients' : '/aujourdhui',
            '/aujourdhui',
            '/mes-patients',
            '/preparation',
          ),
          item('patients', 'Patients', IconPatients, '/patients'),
        ]
      : [];
  const follow =
    me !== null && (can(me, 'employer.read') || can(me, 'training.own'))
      ? [item('training', 'Formation', IconTraining, '/formation')]
      : [];
  const aid =
    me !== null && can(me, 'employer.read') ? [item('aid', 'Aide CNAM', IconAid, '/aide', '/temps-rendu')] : [];
  // The second tab of the aid: without the aid, an assistant finds their own time in its place.
  const time =
    me !== null && can(me, 'time.own') && aid.length === 0 ? [item('time', 'Mon temps', IconTime, '/temps-rendu')] : [];
  const counts = useDeadlineCounts();
  const due = (entry: RailItem): RailItem => {
    const subject = subjectOfEntry[entry.id];
    if (subject === undefined) return entry;
    const { count, late } = counts(subject);
    const countWords = count === 1 ? 'échéance proche ou passée' : 'échéances proches ou passées';
    return { ...entry, count, countTone: late ? 'overdue' : 'pending', countWords };
  };
  const manager = me !== null && can(me, 'employer.read') && !can(me, 'board.read');
  const start = manager ? [item('deadlines', 'Échéances', IconDeadlines, '/echeances')] : [];
  const letters =
    practiceName
      .split(/\s+/)
      .filter((word) => /^\p{Lu}/u.test(word))
      .slice(0, 2)
      .map((word) => word[0])
      .join('') || 'P';
  return (
    <Rail
      practice={{ letters: letters.toUpperCase(), name: practiceName }}
      groups={[
        day,
        [...start, ...follow, ...aid, ...time].map(due),
        [item('settings', 'Réglages', IconSettings, '/reglages', '/regles', '/employeur')],
      ]}
      onNavigate={onNavigate}
    />
  );
}

/** Entries of the rail that carry a count of deadlines. */
const subjectOfEntry: Readonly<Record<string, Subject>> = { deadlines: 'tout', training: 'formation', aid: 'aide' };

function TopBarSlot({ onSearch, onUser }: { onSearch: () => void; onUser: () => void }) {
  const { title, context, primaryAction, secondaryActions } = usePageHead((store) => store.head);
  const me = useMe();
  const navigate = useNavigate();
  const { count, late } = useDeadlineCounts()('tout');
  const follows = me !== null && can(me, 'employer.read');
  return (
    <TopBar
      title={title}
      context={context}
      primaryAction={primaryAction}
      secondaryActions={secondaryActions}
      onSearch={onSearch}
      {...(follows && {
        notifications: {
          label: 'Échéances proches ou passées',
          count,
          tone: late ? 'overdue' : 'pending',
          onOpen: () => void navigate({ to: '/echeances' }),
        },
      })}
      user={{ initials: me?.initials ?? '', name: me?.displayName ?? '' }}
      onUser={onUser}
      onLock={() => void lockScreen()}
    />
  );
}
