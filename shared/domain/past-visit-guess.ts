import { foldKey } from '#shared/kernel/text.ts';
import { importHeaders } from './import-headers.ts';
import type { PastVisitField } from './past-visits.ts';

/** Names of columns in lists of past appointments, folded. The first field whose list holds the header takes it. */
const headers: Readonly<Record<PastVisitField, readonly string[]>> = {
  day: [
    'date',
    'jour',
    'date rdv',
    'date de rdv',
    'date du rdv',
    'date rendez vous',
    'date du rendez vous',
    'date de rendez vous',
    'rendez vous',
    'rdv',
    'date consultation',
    'date de consultation',
    'date de la consultation',
    'date passage',
    'date du passage',
    'date visite',
    'date de visite',
    'date de la visite',
    'date acte',
    'date de l acte',
    'date des soins',
    'date heure',
    'date et heure',
    'date de debut',
    'debut',
    'start',
    'start date',
  ],
  patientName: [
    'patient',
    'nom complet',
    'nom prenom',
    'nom et prenom',
    'nom prenom patient',
    'nom et prenom du patient',
    'identite',
    'identite patient',
    'beneficiaire',
    'summary',
    'objet',
  ],
  familyName: [
    'nom',
    'nom patient',
    'nom du patient',
    'last name',
    ...importHeaders.birthName,
    ...importHeaders.usedName,
  ],
  givenName: ['prenom du patient', ...importHeaders.firstGivenName, ...importHeaders.usedGivenName],
  birthDay: importHeaders.birthDay,
  patientNumber: [
    'numero patient',
    'no patient',
    'n patient',
    'numero de dossier',
    'numero dossier',
    'num dossier',
    'no dossier',
    'n dossier',
    'dossier',
    'id patient',
    'patient id',
    'identifiant patient',
    'code patient',
    'ref patient',
    'reference patient',
    'ipp',
  ],
  doctor: [
    'medecin',
    'praticien',
    'docteur',
    'nom du medecin',
    'nom medecin',
    'nom du praticien',
    'nom praticien',
    'agenda',
    'intervenant',
    'professionnel',
    'ressource',
    'soignant',
    'medecin consulte',
    'calendar',
  ],
  status: [
    'statut',
    'etat',
    'status',
    'etat du rdv',
    'statut rdv',
    'statut du rdv',
    'etat du rendez vous',
    'statut du rendez vous',
    'presence',
    'venue',
    'honore',
  ],
};

/** Proposes a field per column, by its name, then the only column of dates left for the day. Each field once. */
export function guessPastVisitFields(
  names: readonly string[],
  holdsDates: readonly boolean[],
): (PastVisitField | null)[] {
  const taken = new Set<PastVisitField>();
  const guesses = names.map((name): PastVisitField | null => {
    const key = foldKey(name);
    const found = (Object.keys(headers) as PastVisitField[]).find(
      (field) => !taken.has(field) && headers[field].includes(key),
    );
    if (found !== undefined) taken.add(found);
    return found ?? null;
  });
  const dated = names.flatMap((_, index) => (holdsDates[index] === true && guesses[index] === null ? [index] : []));
  const [only] = dated;
  if (!taken.has('day') && only !== undefined && dated.length === 1) guesses[only] = 'day';
  return guesses;
}

/** What an old agenda writes for a visit that did not take place. */
export function tookNoPlace(status: string): boolean {
  const key = ` ${foldKey(status)} `;
  return /annul|absen|excus|decommand|report|deplac|supprim|cancel|no show|noshow|lapin| non venu| non honor| pas venu/u.test(
    key,
  );
}
