import { useNavigate } from '@tanstack/react-router';
import { can, type Permission } from '#shared/permissions/roles.ts';
import { useMe } from '../../api/session.ts';
import { Note, TextLink } from '../../ui/index.ts';
import { PageLayout } from '../frame/index.ts';
import { PageHead } from './page-head.tsx';

const desk = 'Réservé aux médecins, aux assistants et au secrétariat.';
const care = 'Réservé aux assistants et aux médecins.';

/** What the page was, and who has it. */
const reserved: Partial<Record<Permission, { page: string; who: string }>> = {
  'board.read': { page: 'Aujourd’hui', who: desk },
  'patient.read': { page: 'Patients', who: desk },
  'patient.create': { page: 'Nouveau patient', who: desk },
  'patient.import': {
    page: 'Importer une liste de patients',
    who: 'Réservé aux médecins, aux assistants et au gestionnaire.',
  },
  'identity.merge': { page: 'Fusionner deux dossiers', who: care },
  'clinical.read': { page: 'Préparation', who: care },
  'employer.read': {
    page: 'Suivi de l’employeur',
    who: 'Réservé aux médecins et au gestionnaire. Un assistant y lit son seul dossier.',
  },
  'clinical.validate': { page: 'Mes patients', who: 'Réservé aux médecins.' },
};

/** Where each role starts its day. */
function WayOut() {
  const navigate = useNavigate();
  const me = useMe();
  const board = me !== null && can(me, 'board.read');
  const follows = me !== null && can(me, 'employer.read');
  return (
    <TextLink onClick={() => void navigate({ to: '/' })}>
      {board ? 'Aller à Aujourd’hui' : follows ? 'Aller à Échéances' : 'Aller aux Réglages'}
    </TextLink>
  );
}

/** Reached by an address of another role: who has this page, and the way out. */
export function Forbidden({ permission }: { permission: Permission }) {
  const { page, who } = reserved[permission] ?? { page: 'Page réservée', who: 'Réservé à un autre rôle.' };
  return (
    <>
      <PageHead title={page} />
      <PageLayout>
        <Note tone="warn" title={who} actions={<WayOut />}>
          La personne responsable du cabinet attribue les rôles.
        </Note>
      </PageLayout>
    </>
  );
}

/** An address that leads nowhere: mistyped, or of another version. */
export function NotFound() {
  return (
    <>
      <PageHead title="Page introuvable" />
      <PageLayout>
        <Note tone="neutral" title="Cette adresse ne mène à aucune page." actions={<WayOut />}>
          Elle a été mal recopiée, ou vient d’une autre version de Prélude.
        </Note>
      </PageLayout>
    </>
  );
}
