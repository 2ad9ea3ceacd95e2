import { actionGroups } from '../../renderer/app/actions/index.ts';
import type { PaletteGroup } from '../../renderer/ui/index.ts';
import { IconConsultation, IconNewAppointment, IconNewPatient, IconStart } from '../../renderer/ui/icons.ts';

const nothing = () => undefined;
const PATIENTS = [
  { title: 'MARTIN Jeanne', initials: 'MJ', detail: "née le 12/04/1959 · 67 ans · F · Dr Lemoine · Salle d'attente, 33 min", homonym: true },
  { title: 'MARTIN Jeanne', initials: 'MJ', detail: 'née le 03/09/1984 · 42 ans · F · Dr Benali · vue le 03/11/2026', homonym: true },
  { title: 'MARTINEZ Carla', initials: 'MC', detail: 'née le 21/01/1988 · 38 ans · F · Dr Garnier · rendez-vous le 24/11 à 09:15', homonym: false },
  { title: 'LAMARTINE Hugo', initials: 'LH', detail: 'né le 05/06/2014 · 12 ans · M · Dr Garnier', homonym: false },
];

/** Invented people, filtered by the text: what the application's own search gives the palette. */
export async function searchSample(text: string): Promise<PaletteGroup[]> {
  const found = PATIENTS.filter((patient) => patient.title.toLowerCase().includes(text.toLowerCase()));
  const first = found[0]?.title;
  return [
    {
      id: 'patients',
      label: 'Patients',
      items: found.map(({ homonym, ...patient }, index) => ({
        id: `patient-${index}`,
        ...patient,
        run: nothing,
        ...(homonym && { tag: { label: 'Homonyme', tone: 'warn' as const } }),
      })),
    },
    {
      id: 'actions',
      label: 'Actions',
      items: first === undefined ? [] : [
        { id: 'rdv', title: `Donner un rendez-vous à ${first}`, detail: 'Agenda', icon: IconNewAppointment, keyCap: 'Alt R', stroke: 'Alt+R', run: nothing },
        { id: 'prep', title: `Préparer ${first}`, detail: "Aujourd'hui", icon: IconStart, keyCap: 'Alt P', stroke: 'Alt+P', run: nothing },
        { id: 'new', title: `Créer le patient «\u00A0${text}\u00A0»`, detail: 'Nouveau dossier', icon: IconNewPatient, keyCap: 'Maj ↵', stroke: 'Shift+Enter', run: nothing },
      ],
    },
    ...actionGroups(text),
    {
      id: 'doctors',
      label: 'Correspondants',
      items: 'martinet'.includes(text.toLowerCase())
        ? [{ id: 'martinet', title: 'Dr MARTINET Hélène', detail: 'Dermatologue · Thionville · 03 00 00 00 21', icon: IconConsultation, run: nothing }]
        : [],
    },
  ];
}
