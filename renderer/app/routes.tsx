import {
  createBrowserHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { isDay } from '#shared/kernel/day.ts';
import { can } from '#shared/permissions/roles.ts';
import { useSession } from '../api/session.ts';
import { subjects, type Subject } from '../features/deadlines/deadline-words.ts';
import { readAidSearch } from '../features/aid/address.ts';
import { addPatientPalette } from '../features/patients/patient-palette.ts';
import { forms as employerForms, type EmployerSearch } from '../features/employer/address.ts';
import { readRenewalSearch } from '../features/renewal/address.ts';
import { firstSectionFor } from '../features/settings/section-list.ts';
import { readTrainingSearch } from '../features/training/open-gesture.ts';
import { guarded, isId } from './shell/guard.tsx';
import { NotFound } from './shell/closed-pages.tsx';
import { Shell } from './shell/shell.tsx';

// Addresses hold view names and opaque ids: never a patient (settled point 18).
const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const me = useSession.getState().state?.me;
    if (me != null && can(me, 'clinical.validate')) throw redirect({ to: '/mes-patients' });
    if (me != null && can(me, 'board.read')) throw redirect({ to: '/aujourdhui' });
    // A manager has no patient: what falls due is their day.
    if (me != null && can(me, 'employer.read')) throw redirect({ to: '/echeances' });
    throw redirect({ to: '/reglages' });
  },
});
const id = (value: unknown) => (isId(value) ? value : undefined);
const board = createRoute({
  getParentRoute: () => root,
  path: '/aujourdhui',
  /** `medecin`: the filter; `visite`: the detail open at the right. */
  validateSearch: (
    search: Record<string, unknown>,
  ): { medecin?: string | undefined; visite?: string | undefined; vue?: 'salles' | undefined } => ({
    medecin: id(search['medecin']),
    visite: id(search['visite']),
    vue: search['vue'] === 'salles' ? 'salles' : undefined,
  }),
  component: guarded(
    'board.read',
    lazyRouteComponent(() => import('../features/board/board-page.tsx'), 'BoardPage'),
  ),
});
const patients = createRoute({
  getParentRoute: () => root,
  path: '/patients',
  component: guarded(
    'patient.read',
    lazyRouteComponent(() => import('../features/patients/search/patients-page.tsx'), 'PatientsPage'),
  ),
});
const newPatient = createRoute({
  getParentRoute: () => root,
  path: '/patients/nouveau',
  /** `brouillon`: an entry begun, resumed where it was left. */
  validateSearch: (search: Record<string, unknown>): { brouillon?: string | undefined } => ({
    brouillon: id(search['brouillon']),
  }),
  component: guarded(
    'patient.create',
    lazyRouteComponent(() => import('../features/patients/form/new-patient-page.tsx'), 'NewPatientPage'),
  ),
});
const tabs = ['synthese', 'visites', 'constantes', 'administratif'] as const;
const patientFile = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId',
  validateSearch: (search: Record<string, unknown>): { onglet?: (typeof tabs)[number] | undefined } => ({
    onglet: tabs.find((tab) => tab === search['onglet']),
  }),
  component: guarded(
    'patient.read',
    lazyRouteComponent(() => import('../features/patients/file/file-page.tsx'), 'FilePage'),
  ),
});
const mergePatients = createRoute({
  getParentRoute: () => root,
  path: '/patients/$patientId/fusion/$mergedId',
  component: guarded(
    'identity.merge',
    lazyRouteComponent(() => import('../features/patients/merge/merge-page.tsx'), 'MergePage'),
  ),
});
const preparation = createRoute({
  getParentRoute: () => root,
  path: '/preparation/$visitId',
  /** `patient`: the opaque id the opening of the file is journaled under. */
  validateSearch: (search: Record<string, unknown>): { patient: string } => ({ patient: id(search['patient']) ?? '' }),
  component: guarded(
    'clinical.read',
    lazyRouteComponent(() => import('../features/preparation/preparation-page.tsx'), 'PreparationPage'),
  ),
});
const doctorDay = createRoute({
  getParentRoute: () => root,
  path: '/mes-patients',
  /** `visite`: the preparation open at the right; `liste`: one's own patients, or those of the whole practice. */
  validateSearch: (
    search: Record<string, unknown>,
  ): { visite?: string | undefined; liste?: 'cabinet' | undefined } => ({
    visite: id(search['visite']),
    liste: search['liste'] === 'cabinet' ? 'cabinet' : undefined,
  }),
  component: guarded(
    'clinical.validate',
    lazyRouteComponent(() => import('../features/doctor/doctor-page.tsx'), 'DoctorPage'),
  ),
});
const drafts = createRoute({
  getParentRoute: () => root,
  path: '/saisies',
  component: lazyRouteComponent(() => import('./shell/drafts-page.tsx'), 'DraftsPage'),
});
const settingsHome = createRoute({
  getParentRoute: () => root,
  path: '/reglages',
  beforeLoad: () => {
    const me = useSession.getState().state?.me;
    throw redirect({ to: '/reglages/$section', params: { section: me == null ? 'a-propos' : firstSectionFor(me) } });
  },
});
export const settingsRoute = createRoute({
  getParentRoute: () => root,
  path: '/reglages/$section',
  // The item open in the panel: an opaque id.
  validateSearch: (search: Record<string, unknown>): { ouvert?: string } =>
    typeof search['ouvert'] === 'string' ? { ouvert: search['ouvert'] } : {},
  component: lazyRouteComponent(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
});

const rulesHome = createRoute({
  getParentRoute: () => root,
  path: '/regles',
  beforeLoad: () => {
    throw redirect({ to: '/regles/$theme', params: { theme: 'aid' } });
  },
});
const rules = createRoute({
  getParentRoute: () => root,
  path: '/regles/$theme',
  /** `jour`: the day of the rule, today when absent; `regle`: the rule open in the panel. */
  validateSearch: (search: Record<string, unknown>): { jour?: string | undefined; regle?: string | undefined } => ({
    jour: isDay(search['jour']) ? search['jour'] : undefined,
    regle: typeof search['regle'] === 'string' ? search['regle'] : undefined,
  }),
  component: lazyRouteComponent(() => import('../features/rules/book-page.tsx'), 'BookPage'),
});

const training = createRoute({
  getParentRoute: () => root,
  path: '/formation',
  validateSearch: readTrainingSearch,
  component: guarded(
    ['employer.read', 'training.own'],
    lazyRouteComponent(() => import('../features/training/training-page.tsx'), 'TrainingPage'),
  ),
});

const deadlines = createRoute({
  getParentRoute: () => root,
  path: '/echeances',
  /** `sujet`: the tab; `ouvert`: the deadline open in the panel, by its opaque name. */
  validateSearch: (search: Record<string, unknown>): { sujet?: Subject | undefined; ouvert?: string | undefined } => ({
    sujet: subjects.find((one) => one.id === search['sujet'])?.id,
    ouvert:
      typeof search['ouvert'] === 'string' && /^[0-9a-f]{32}$/u.test(search['ouvert']) ? search['ouvert'] : undefined,
  }),
  component: guarded(
    'employer.read',
    lazyRouteComponent(() => import('../features/deadlines/deadlines-page.tsx'), 'DeadlinesPage'),
  ),
});
const timeGivenBack = createRoute({
  getParentRoute: () => root,
  path: '/temps-rendu',
  component: guarded(
    ['employer.read', 'time.own'],
    lazyRouteComponent(() => import('../features/time/time-page.tsx'), 'TimePage'),
  ),
});

const importList = createRoute({
  getParentRoute: () => root,
  path: '/import',
  component: guarded(
    'patient.import',
    lazyRouteComponent(() => import('../features/imports/import-page.tsx'), 'ImportPage'),
  ),
});

const employer = createRoute({
  getParentRoute: () => root,
  path: '/employeur',
  /** The record shown and the form open at its right: view names, opaque ids and a day. */
  validateSearch: (search: Record<string, unknown>): EmployerSearch => ({
    assistant: id(search['assistant']),
    medecin: id(search['medecin']),
    saisie: employerForms.find((form) => form === search['saisie']),
    objet: id(search['objet']),
    dans: id(search['dans']),
    jour: isDay(search['jour']) ? search['jour'] : undefined,
  }),
  component: guarded(
    'employer.read',
    lazyRouteComponent(() => import('../features/employer/employer-page.tsx'), 'EmployerPage'),
  ),
});

const renewal = createRoute({
  getParentRoute: () => root,
  path: '/aide/renouvellement/$contractId',
  validateSearch: readRenewalSearch,
  component: guarded(
    'employer.read',
    lazyRouteComponent(() => import('../features/renewal/renewal-page.tsx'), 'RenewalPage'),
  ),
});

const aid = createRoute({
  getParentRoute: () => root,
  path: '/aide',
  /** Doctor, contract, tab, and the form open in the panel: view names, codes and opaque ids. */
  validateSearch: readAidSearch,
  component: guarded(
    'employer.read',
    lazyRouteComponent(() => import('../features/aid/aid-page.tsx'), 'AidPage'),
  ),
});
const pastVisits = createRoute({
  getParentRoute: () => root,
  path: '/aide/passages',
  component: guarded(
    'employer.manage',
    lazyRouteComponent(() => import('../features/aid/past-visits/past-page.tsx'), 'PastVisitsPage'),
  ),
});

const tree = root.addChildren([
  home,
  importList,
  aid,
  pastVisits,
  employer,
  board,
  patients,
  newPatient,
  patientFile,
  mergePatients,
  preparation,
  doctorDay,
  drafts,
  rulesHome,
  rules,
  training,
  renewal,
  deadlines,
  timeGivenBack,
  settingsHome,
  settingsRoute,
]);
const history = createBrowserHistory();
const makeRouter = () => createRouter({ routeTree: tree, history, defaultPreload: 'intent' });
let router = makeRouter();

/** The router of the person now at this post. */
export const currentRouter = () => router;

/** Another person takes the post: the entrance, and a router that remembers nothing of what the first one had open. */
export function startAtEntrance(): void {
  history.replace('/');
  router = makeRouter();
}

addPatientPalette({
  openFile: (patientId) => void router.navigate({ to: '/patients/$patientId', params: { patientId } }),
  prepare: (visitId, patient) =>
    void router.navigate({ to: '/preparation/$visitId', params: { visitId }, search: { patient } }),
  create: () => void router.navigate({ to: '/patients/nouveau' }),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
