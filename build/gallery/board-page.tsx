import { PatientCard, type PatientCardProps } from '../../renderer/ui/index.ts';
import { IconAct, IconAld, IconClock, IconIdentityToVerify, IconLate, IconNewPatient, IconScreening, IconVaccine } from '../../renderer/ui/icons.ts';
import styles from './gallery.module.css';

const CL = { letters: 'CL', hue: 1, name: 'Dr Lemoine' } as const;
const KB = { letters: 'KB', hue: 2, name: 'Dr Benali' } as const;
const SG = { letters: 'SG', hue: 3, name: 'Dr Garnier' } as const;
const ALD = { id: 'ald', label: 'ALD', icon: IconAld, tone: 'violet' } as const;
const VACCINE = { id: 'vaccin', label: 'Vaccin', icon: IconVaccine, tone: 'info' } as const;
const SCREENING = { id: 'depistage', label: 'Dépistage', icon: IconScreening, tone: 'info' } as const;
const wait = (text: string, tone: 'neutral' | 'warn' | 'bad' | 'ok') => ({ text, tone, icon: tone === 'neutral' ? IconClock : IconLate, spokenPrefix: 'attend depuis' });

const LANES: ReadonlyArray<{ title: string; cards: readonly PatientCardProps[] }> = [
  {
    title: 'Attendus',
    cards: [
      { time: '10:15', doctor: KB, lastName: 'COLLIN', firstName: 'Bruno', sexAge: 'M 58 ans', reason: 'Suivi HTA', compact: true, flags: [SCREENING], timing: { text: '+9 min', tone: 'warn', icon: IconLate, spokenPrefix: 'en retard de' } },
      { time: '10:45', doctor: CL, lastName: 'AUBRY', firstName: 'Camille', sexAge: 'F 27 ans', reason: 'Premier rendez-vous', compact: true, flags: [{ id: 'new', label: 'Nouveau', icon: IconNewPatient, tone: 'primary', loud: true }, { id: 'ins', label: 'Identité', icon: IconIdentityToVerify, tone: 'warn', loud: true }] },
    ],
  },
  {
    title: "Salle d'attente",
    cards: [
      { time: '10:00', doctor: CL, lastName: 'MARTIN', firstName: 'Jeanne', sexAge: 'F 67 ans', reason: 'Suivi diabète', flags: [ALD, SCREENING], alert: 'Allergie pénicilline', timing: wait('33 min', 'bad'), selected: true, tabIndex: 0 },
      { time: '10:10', doctor: KB, lastName: 'ROSSI', firstName: 'Paolo', sexAge: 'M 71 ans', reason: 'Renouvellement', flags: [ALD, VACCINE], timing: wait('19 min', 'warn'), changedBy: 'Dr Benali, 10:24' },
    ],
  },
  { title: 'En préparation', cards: [{ time: '10:00', doctor: KB, lastName: 'BERNARD', firstName: 'Guy', sexAge: 'M 63 ans', reason: 'Suivi cardiologique', flags: [ALD, { id: 'acte', label: 'Acte', icon: IconAct, tone: 'neutral' }], progress: { done: 4, total: 6 }, person: 'Nadia F.', room: 'ECG en cours', timing: { text: '4/6', tone: 'primary', spokenPrefix: 'préparation' } }] },
  { title: 'Prêts', cards: [{ time: '09:50', doctor: CL, lastName: 'GIRARD', firstName: 'Odile', sexAge: 'F 73 ans', reason: 'Renouvellement', flags: [ALD], alert: 'TA 172/96 (2 mesures)', room: 'Salle 2', urgent: true, timing: wait('6 min', 'ok') }] },
  { title: 'En consultation', cards: [{ time: '09:45', doctor: SG, lastName: 'WEBER', firstName: 'Anne', sexAge: 'F 56 ans', reason: 'Ménopause', flags: [SCREENING], timing: wait('11 min', 'neutral') }] },
  { title: 'À finaliser', cards: [{ time: '09:30', doctor: CL, lastName: 'CHEVALIER', firstName: 'Monique', sexAge: 'F 78 ans', reason: 'Suivi ALD', flags: [ALD], remaining: ['Ordonnance de biologie', 'Infirmière à domicile'], timing: wait('15 min', 'warn') }] },
];

export function BoardPage() {
  return (
    <div className={styles['board']}>
      {LANES.map((lane) => (
        <section key={lane.title} className={styles['lane']} aria-label={lane.title}>
          <h2>{lane.title}</h2>
          {lane.cards.map((card) => (
            <PatientCard key={card.lastName} {...card} />
          ))}
        </section>
      ))}
    </div>
  );
}
