import { can } from '#shared/permissions/roles.ts';
import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { formatDay, parseFrenchDate } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { call, keyOf, queryClient } from '../../api/queries.ts';
import { useSession } from '../../api/session.ts';
import { actionGroups } from '../../app/actions/index.ts';
import { addPaletteSource } from '../../app/shell/palette-search.ts';
import { IconNewPatient, IconStart } from '../../ui/icons.ts';
import type { PaletteGroup, PaletteItem } from '../../ui/index.ts';
import { carryTraits, traitsOf, type TypedTraits } from './carried-text.ts';
import { canBePrepared, detailOf, initialsOf, nameOf } from './patient-words.ts';

/** Where the palette leads. The router is given by whoever makes it. */
export interface PatientPaths {
  openFile(patientId: string): void;
  prepare(visitId: string, patientId: string): void;
  create(): void;
}

interface Around {
  practice: PracticeView | undefined;
  today: string;
  paths: PatientPaths;
  prepares: boolean;
}

/** Patients before actions in Ctrl K: today's, then the files opened last, then everyone. */
export function addPatientPalette(paths: PatientPaths): () => void {
  return addPaletteSource(async (text, signal) => {
    const { state } = useSession.getState();
    const me = state?.me ?? null;
    if (me === null || !can(me, 'patient.read')) return [];
    const practice = await queryClient.ensureQueryData({
      queryKey: keyOf('practice', 'get', {}),
      queryFn: () => call('practice', 'get', {}),
    });
    const around: Around = { practice, today: state?.today ?? '', paths, prepares: can(me, 'clinical.record') };
    const typed = text.trim();
    const groups = typed === '' ? await recentGroups(around, signal) : await foundGroups(typed, around, signal);
    // « réglages » then Entrée must go to the settings, not create a patient of that name.
    const meantAction = groups.every((group) => group.items.length === 0) && actionGroups(typed).length > 0;
    const nobody = typed !== '' && groups.every((group) => group.items.length === 0);
    if (can(me, 'patient.create') && !meantAction) groups.push(createGroup(typed, around, nobody));
    return groups;
  });
}

async function recentGroups(around: Around, signal: AbortSignal): Promise<PaletteGroup[]> {
  const { today, opened } = await call('patients', 'recent', {}, { signal });
  const present = new Set(today.map((line) => line.id));
  return [
    { id: 'patients:today', label: 'Patients du jour', items: today.slice(0, 8).map((line) => itemOf(line, around)) },
    {
      id: 'patients:recent',
      label: 'Dossiers ouverts récemment',
      items: opened
        .filter((line) => !present.has(line.id))
        .slice(0, 6)
        .map((line) => itemOf(line, around)),
    },
  ];
}

async function foundGroups(typed: string, around: Around, signal: AbortSignal): Promise<PaletteGroup[]> {
  const [{ total, more, results }, { opened }] = await Promise.all([
    call('patients', 'search', { text: typed }, { signal }),
    queryClient.fetchQuery({
      queryKey: keyOf('patients', 'recent', {}),
      queryFn: () => call('patients', 'recent', {}),
      staleTime: 15_000,
    }),
  ]);
  const exact = results.filter((line) => line.match === 'prefix');
  const near = results.filter((line) => line.match !== 'prefix');
  const openedRank = new Map(opened.map((line, index) => [line.id, index]));
  const rank = (line: PatientLine) => (line.today !== null ? -1 : (openedRank.get(line.id) ?? Number.MAX_SAFE_INTEGER));
  const ordered = [...exact].sort((left, right) => rank(left) - rank(right));
  const found: PaletteGroup = {
    id: 'patients',
    label: countLabel(exact.length, total, more),
    items: ordered.map((line) => itemOf(line, around)),
  };
  const nearLabel = exact.length === 0 ? `Aucun patient «${NBSP}${typed}${NBSP}». Proche${NBSP}:` : 'Ressemblants';
  const first = ordered[0] ?? near[0];
  return [
    found,
    { id: 'patients:near', label: nearLabel, items: near.map((line) => itemOf(line, around)) },
    ...prepareGroup(first, around),
  ];
}

function countLabel(shown: number, total: number, more: boolean): string {
  if (!more && total <= shown) return 'Patients';
  return `Patients, ${shown} sur ${more ? `plus de ${total}` : total}`;
}

function itemOf(line: PatientLine, around: Around): PaletteItem {
  const { paths, practice, today } = around;
  const { today: visit } = line;
  const prepare = around.prepares && visit !== null && canBePrepared(line);
  return {
    id: `patient:${line.id}`,
    title: nameOf(line),
    detail: detailOf(line, practice, today),
    initials: initialsOf(line),
    ...(line.homonym && { tag: { label: 'Homonyme', tone: 'warn' as const } }),
    run: () => paths.openFile(line.id),
    ...(prepare && { shortcuts: [{ stroke: 'Alt+P' as const, run: () => paths.prepare(visit.visitId, line.id) }] }),
  };
}

/** « Préparer MARTIN Jeanne » for the first line, when she is here today. */
function prepareGroup(line: PatientLine | undefined, { prepares, paths }: Around): PaletteGroup[] {
  const visit = line?.today;
  if (line === undefined || visit === null || visit === undefined || !prepares || !canBePrepared(line)) return [];
  const run = () => paths.prepare(visit.visitId, line.id);
  return [
    {
      id: 'patients:first',
      label: 'Actions',
      items: [
        {
          id: `prepare:${line.id}`,
          title: `Préparer ${nameOf(line)}`,
          icon: IconStart,
          keyCap: 'Alt P',
          stroke: 'Alt+P',
          run,
        },
      ],
    },
  ];
}

/** « Créer le patient « PETIT HUGO » »; a date is a birth date, never a name. */
function createWords({ birthName, firstGivenName, birthDay }: TypedTraits, today: string): string {
  const name = [birthName, firstGivenName].filter((part) => part !== undefined).join(' ');
  const read = parseFrenchDate(birthDay ?? '', { today });
  const born = read.kind === 'day' ? ` né le ${formatDay(read.day)}` : '';
  return name === '' ? `Créer un patient${born}` : `Créer le patient «${NBSP}${name}${NBSP}»${born}`;
}

function createGroup(typed: string, { paths, today }: Around, nobody: boolean): PaletteGroup {
  const traits = traitsOf(typed, today);
  const run = () => {
    carryTraits(traits);
    paths.create();
  };
  return {
    id: 'patients:create',
    label: nobody ? `Aucun patient «${NBSP}${typed}${NBSP}»` : 'Nouveau dossier',
    items: [
      {
        id: 'patient:create',
        title: createWords(traits, today),
        icon: IconNewPatient,
        keyCap: 'Maj ↵',
        stroke: 'Shift+Enter',
        run,
      },
    ],
  };
}
