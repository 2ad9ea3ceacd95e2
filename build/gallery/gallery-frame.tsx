import { useState } from 'react';
import { KeyHelp, useActionKeys, useActions } from '../../renderer/app/actions/index.ts';
import {
  Frame, FrameBanner, PageLayout, Rail, StatusBar, TopBar, UndoSlot, type RailItem,
} from '../../renderer/app/frame/index.ts';
import { Button, CommandPalette, ConfirmDialog, Tag } from '../../renderer/ui/index.ts';
import {
  IconAdd, IconAgenda, IconAid, IconBackup, IconCoordination, IconDraft, IconPatients, IconPost, IconSettings, IconSync,
  IconToday, IconTraining,
} from '../../renderer/ui/icons.ts';
import { BlocksPage } from './blocks-page.tsx';
import { BoardPage } from './board-page.tsx';
import { FieldsPage } from './fields-page.tsx';
import { PatientBand, PatientPage } from './patient-page.tsx';
import { searchSample } from './sample-search.ts';
import { StatesPage } from './states-page.tsx';

const PAGES = [
  { id: 'blocs', label: 'Blocs', icon: IconToday, group: 0 },
  { id: 'tableau', label: 'Tableau', icon: IconAgenda, group: 0 },
  { id: 'champs', label: 'Champs', icon: IconPatients, group: 0 },
  { id: 'fiche', label: 'Fiche', icon: IconCoordination, group: 0, count: 3, countTone: 'overdue' },
  { id: 'etats', label: 'États', icon: IconTraining, group: 1, count: 1 },
  { id: 'aide', label: 'Aide CNAM', icon: IconAid, group: 1 },
  { id: 'reglages', label: 'Réglages', icon: IconSettings, group: 2 },
] as const;

function railItems(page: string, group: number): RailItem[] {
  return PAGES.filter((entry) => entry.group === group).map((entry) => ({
    ...entry,
    href: `?page=${entry.id}`,
    current: entry.id === page,
  }));
}

/** The whole frame around each sheet of components. */
export function GalleryFrame({ page, overlay }: { page: string; overlay: string | null }) {
  const [opened, setOpened] = useState(overlay);
  const [undone, setUndone] = useState<string | null>('PETIT Hugo → Prêts');
  const close = () => setOpened(null);
  useActionKeys();
  useActions('Partout', [
    { id: 'palette', label: 'Ouvrir la palette', keys: ['Ctrl+K'], run: () => setOpened('palette'), inDialogs: false },
    { id: 'help', label: 'Afficher les raccourcis', keys: ['F1', '?'], run: () => setOpened('aide') },
    { id: 'undo', label: 'Annuler la dernière action', keys: ['Ctrl+Z'], isAvailable: () => undone !== null, run: () => setUndone(null) },
    { id: 'go.today', label: "Aller à Aujourd'hui", keys: ['G A'], run: () => location.assign('?page=tableau') },
  ]);
  useActions('Planche', [
    { id: 'merge', label: 'Fusionner les dossiers', keys: ['F'], run: () => setOpened('confirmation') },
  ]);
  const bodies = {
    tableau: <BoardPage />, champs: <FieldsPage />, fiche: <PatientPage />, etats: <StatesPage />,
  };
  const body = bodies[page as keyof typeof bodies] ?? <BlocksPage />;
  return (
    <Frame
      rail={
        <Rail
          practice={{ letters: 'CT', name: 'Cabinet des Tilleuls' }}
          groups={[railItems(page, 0), railItems(page, 1), railItems(page, 2)]}
          onNavigate={(href) => location.assign(href)}
        />
      }
      topBar={
        <TopBar
          title="Planche"
          context={<span>mardi 17 novembre 2026</span>}
          onSearch={() => setOpened('palette')}
          primaryAction={<Button kind="primary" icon={IconAdd}>Nouveau</Button>}
          notifications={{ count: 2, onOpen: close }}
          user={{ initials: 'NF', name: 'Nadia Ferrand' }}
          onUser={close}
          onLock={close}
        />
      }
      banner={page === 'etats' ? <FrameBanner action={<Button size="inline">Quitter</Button>}>Démonstration, données inventées</FrameBanner> : undefined}
      statusBar={
        <StatusBar
          items={[
            { id: 'post', icon: IconPost, text: 'Poste Accueil · connecté au poste principal', essential: true },
            { id: 'sync', icon: IconSync, text: 'À jour · 10:24' },
            { id: 'backup', icon: IconBackup, text: 'Sauvegardé 10:00' },
            { id: 'drafts', icon: IconDraft, text: '1 saisie à reprendre', onClick: close },
          ]}
          undo={<UndoSlot label={undone} onUndo={() => setUndone(null)} />}
          onKeyHelp={() => setOpened('aide')}
        />
      }
    >
      <PageLayout
        head={page === 'fiche' ? <PatientBand /> : undefined}
        fixed={page === 'tableau'}
        panel={page === 'fiche' ? <Tag tone="ok">Prête depuis 6 min</Tag> : undefined}
        panelLabel="Préparation"
      >
        {body}
      </PageLayout>
      <CommandPalette
        opened={opened === 'palette'}
        onClose={close}
        search={searchSample}
        hints={[{ keyCap: 'Alt P', label: 'Préparer' }, { keyCap: 'Alt R', label: 'Rendez-vous' }]}
      />
      <KeyHelp opened={opened === 'aide'} onClose={close} />
      <ConfirmDialog
        opened={opened === 'confirmation'}
        title={'Fusionner ces deux dossiers\u00A0?'}
        confirmLabel="Fusionner"
        onConfirm={close}
        safeLabel="Ne pas fusionner"
        onLeave={close}
      >
        Le dossier 2&nbsp;118 rejoint le dossier 3&nbsp;407&nbsp;: 4 visites, 2 documents. Séparer reste possible pendant 30 jours.
      </ConfirmDialog>
    </Frame>
  );
}
