import { useParams } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentType, type ReactNode } from 'react';
import { useRead } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Note, Stack } from '../../ui/index.ts';
import { AboutSection } from './about-section.tsx';
import { CabinetSection } from './cabinet-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { DoctorPanel, DoctorsSection } from './doctors-section.tsx';
import { LockingSection } from './locking-section.tsx';
import { useOpenItem } from './open-item.ts';
import { ReasonPanel, ReasonsSection } from './reasons-section.tsx';
import { RoomPanel, RoomsSection } from './rooms-section.tsx';
import { canOpen, sections, type SectionId } from './section-list.ts';
import { SectionNav } from './section-nav.tsx';
import { ShortcutsSection } from './shortcuts-section.tsx';
import { ThresholdsSection } from './thresholds-section.tsx';
import { UserPanel } from './user-panel.tsx';
import { UsersSection } from './users-section.tsx';

interface Content {
  Body: ComponentType;
  Panel?: ComponentType<{ id: string }>;
}

const contents: Record<SectionId, Content> = {
  cabinet: { Body: CabinetSection },
  medecins: { Body: DoctorsSection, Panel: DoctorPanel },
  salles: { Body: RoomsSection, Panel: RoomPanel },
  motifs: { Body: ReasonsSection, Panel: ReasonPanel },
  utilisateurs: { Body: UsersSection, Panel: UserPanel },
  preparation: { Body: ThresholdsSection },
  verrouillage: { Body: LockingSection },
  affichage: { Body: DisplaySection },
  raccourcis: { Body: ShortcutsSection },
  'a-propos': { Body: AboutSection },
};

/** Réglages: the list of sections, the section, and the opened item in the panel. */
export function SettingsPage() {
  const { section: asked = 'cabinet' } = useParams({ strict: false });
  const { openId } = useOpenItem();
  const me = useMe();
  const section = sections.find((one) => one.id === asked) ?? sections[0];
  if (section === undefined || me === null) return null;
  const { Body, Panel } = contents[section.id];
  const opened = canOpen(me, section);
  return (
    <PageLayout
      side={<SectionNav current={section.id} />}
      sideLabel="Sections"
      panel={
        opened && openId !== null && Panel !== undefined ? (
          <PanelFocus key={`${section.id} ${openId}`}>
            <Panel id={openId} />
          </PanelFocus>
        ) : undefined
      }
      panelLabel="Détail"
    >
      {opened ? (
        <Stack gap={3}>
          <Body />
        </Stack>
      ) : (
        <Reserved title={section.label} />
      )}
    </PageLayout>
  );
}

/** A panel that opens takes the focus, in its first field. */
function PanelFocus({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first =
      box.current?.querySelector<HTMLElement>('input:not(:disabled), textarea') ?? box.current?.querySelector('button');
    first?.focus();
  }, []);
  return <div ref={box}>{children}</div>;
}

/** Reached by an address: the reason, and who can. */
function Reserved({ title }: { title: string }) {
  const accounts = useRead('accounts', 'list', {});
  const who =
    accounts.data
      ?.filter((account) => account.responsable && account.closedAt === null)
      .map((account) => account.displayName) ?? [];
  return (
    <>
      <PageHead title="Réglages" context={title} />
      <Note tone="neutral" title="Réservé au responsable du cabinet.">
        {who.length > 0 ? `Responsable\u00a0: ${who.join(', ')}.` : ''}
      </Note>
    </>
  );
}
