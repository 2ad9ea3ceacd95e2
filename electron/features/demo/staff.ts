import { firstReasons } from '#electron/features/practice/index.ts';
import type { Role } from '#shared/permissions/roles.ts';
import type { Draw } from './draw.ts';

/** Invented professionals; the RPPS numbers start with 99, which none bears. */
export interface StaffDoctor {
  id: string;
  givenName: string;
  familyName: string;
  monogram: string;
  rpps: string;
}

export interface StaffMember {
  id: string;
  givenName: string;
  familyName: string;
  civility: string | null;
  role: Role;
  responsable: boolean;
  doctorId: string | null;
  /** Null for a leaver: no slot, no tile. */
  phrase: string | null;
}

export interface StaffReason {
  id: string;
  label: string;
  shortLabel: string;
  code: string;
  minutes: number;
  preparation: number;
}

export interface Staff {
  practiceId: string;
  doctors: StaffDoctor[];
  members: StaffMember[];
  assistants: StaffMember[];
  secretary: StaffMember;
  reasons: StaffReason[];
  rooms: { id: string; label: string }[];
}

/** The same for everyone, printed in the README: nothing in the demonstration is secret. */
export const demoPhrase = 'Cerisier-7 en fleurs';
/** Typed in the vault of the demonstration only; its accounts never need it. */
export const demoPractice = {
  name: 'Cabinet de démonstration',
  address: '12 rue des Tilleuls',
  postcode: '54150',
  city: 'Val de Briey',
  phone: '0353010010',
};

/** The demonstration has the first three; the measures take more. */
const doctorNames = [
  ['Claire', 'Lemoine', 'CL'],
  ['Karim', 'Benali', 'KB'],
  ['Sophie', 'Garnier', 'SG'],
  ['Paul', 'Humbert', 'PH'],
  ['Inès', 'Marchal', 'IM'],
] as const;

/** An RPPS whose Luhn key holds, from ten digits. */
function rppsOf(ten: string): string {
  const total = [...ten].reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
  return `${ten}${(10 - (total % 10)) % 10}`;
}

/** The staff: some doctors, two assistants, a secretary, a gestionnaire, a remplaçant who left. */
export function inventStaff(draw: Draw, millis: number, doctorCount: number): Staff {
  const id = () => draw.id(millis);
  const doctors = doctorNames.slice(0, doctorCount).map(([givenName, familyName, monogram], index) => ({
    id: id(),
    givenName,
    familyName,
    monogram,
    rpps: rppsOf(`990000000${index + 1}`),
  }));
  const member = (givenName: string, familyName: string, role: Role, more: Partial<StaffMember> = {}): StaffMember => ({
    id: id(),
    givenName,
    familyName,
    civility: null,
    role,
    responsable: false,
    doctorId: null,
    phrase: demoPhrase,
    ...more,
  });
  const members = [
    ...doctors.map((doctor, index) =>
      member(doctor.givenName, doctor.familyName, 'medecin', {
        civility: 'Dr',
        responsable: index === 0,
        doctorId: doctor.id,
      }),
    ),
    member('Nadia', 'Ferrand', 'assistant'),
    member('Julien', 'Thévenin', 'assistant'),
    member('Odile', 'Perrin', 'secretaire'),
    member('Thierry', 'Collignon', 'gestionnaire'),
    member('Hugo', 'Maréchal', 'remplacant', { civility: 'Dr', phrase: null }),
  ];
  const assistants = members.filter((one) => one.role === 'assistant');
  const secretary = members.find((one) => one.role === 'secretaire');
  if (secretary === undefined) throw new Error('a staff without a secretary');
  return {
    practiceId: id(),
    doctors,
    members,
    assistants,
    secretary,
    reasons: firstReasons.map(([label, shortLabel, code, minutes, preparation]) => ({
      id: id(),
      label,
      shortLabel,
      code,
      minutes,
      preparation,
    })),
    rooms: ['Box 1', 'Box 2', 'Salle de soins', 'Bureau des assistants'].map((label) => ({ id: id(), label })),
  };
}
