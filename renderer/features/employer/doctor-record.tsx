import type { DoctorProfile } from '#shared/contract/doctor-profile.ts';
import type { DoctorProfiles } from '#shared/contract/employer.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { OPTION_LABELS, SECTORS, SPECIALITIES, ZONES } from '#shared/rules/aid/index.ts';
import { useCommand } from '../../api/queries.ts';
import { Button, DataTable, DateField, EmptyState, Pane, Stack, type Column } from '../../ui/index.ts';
import { IconAdd, IconConsultation, IconRules } from '../../ui/icons.ts';
import { useEmployerAddress } from './address.ts';
import styles from './employer.module.css';
import { capital } from './fact-fields.tsx';
import { dayBounds } from './typed-facts.ts';
import { OutcomeTag, VerdictLine } from './verdict-line.tsx';

interface DoctorRecordProps {
  doctor: DoctorProfiles;
  name: string;
  today: string;
  manages: boolean;
  /** Day a contract would be signed, as typed. */
  typedDay: string;
  onDay: (text: string) => void;
  onRefused: (error: unknown) => void;
}

const words = (labels: Readonly<Record<string, string>>, code: string | null) =>
  code === null ? 'À renseigner' : capital(labels[code] ?? code);
const yesNo = (said: boolean | null) => (said === null ? 'À renseigner' : said ? 'Oui' : 'Non');

/** The profile of a doctor by date, and who could sign what on a day: what is missing is named. */
export function DoctorRecord({ doctor, name, today, manages, typedDay, onDay, onRefused }: DoctorRecordProps) {
  const { open, objet } = useEmployerAddress();
  const remove = useCommand('employer', 'removeProfile', { onRefused });
  const add = (
    <Button size="toolbar" icon={IconAdd} onClick={() => open('profil')}>
      Ajouter une ligne
    </Button>
  );
  const columns: Column<DoctorProfile>[] = [
    { id: 'from', head: 'À partir du', rowHead: true, cell: ({ fromDay }) => formatDay(fromDay) },
    { id: 'sector', head: 'Secteur', cell: ({ sector }) => words(SECTORS, sector) },
    { id: 'speciality', head: 'Spécialité', cell: ({ speciality }) => words(SPECIALITIES, speciality) },
    { id: 'zone', head: 'Zone', cell: ({ zone }) => words(ZONES, zone) },
    { id: 'new', head: 'Nouvellement installé', cell: ({ newlyInstalled }) => yesNo(newlyInstalled) },
    ...(manages
      ? [
          {
            id: 'remove',
            head: 'Actions',
            hideHead: true,
            align: 'end' as const,
            cell: (line: DoctorProfile) => (
              <Button
                kind="quiet"
                size="inline"
                aria-label={`Retirer la ligne du ${formatDay(line.fromDay)}`}
                onClick={() => remove.mutate({ id: line.id })}
              >
                Retirer
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Stack gap={3}>
      <div className={styles['head']}>
        <h2>{name}</h2>
      </div>
      <Pane
        title="Profil par date"
        icon={IconConsultation}
        flush={doctor.lines.length > 0}
        {...(manages && doctor.lines.length > 0 ? { aside: add } : {})}
      >
        {doctor.lines.length === 0 ? (
          <EmptyState icon={IconConsultation} title="Aucune ligne" {...(manages ? { action: add } : {})}>
            Sans secteur ni spécialité à une date, l’éligibilité reste indéterminée.
          </EmptyState>
        ) : (
          <div className={styles['scroll']} tabIndex={-1}>
            <DataTable
              caption="Profil par date"
              columns={columns}
              groups={[{ id: 'all', label: '', rows: doctor.lines.toReversed() }]}
              rowKey={({ id }) => id}
              openKey={objet ?? null}
              {...(manages ? { onOpen: (line: DoctorProfile) => open('profil', { objet: line.id }) } : {})}
            />
          </div>
        )}
      </Pane>
      <div className={styles['day']}>
        <DateField
          label="Contrat d’aide signé le"
          value={typedDay}
          onChange={onDay}
          today={today}
          {...dayBounds(today)}
        />
      </div>
      <div className={styles['grid']}>
        {doctor.eligibility.map(({ option, verdict }) => (
          <Pane
            key={option}
            title={`Contrat d’aide à ${OPTION_LABELS[option]}`}
            icon={IconRules}
            aside={<OutcomeTag outcome={verdict.outcome} all />}
          >
            <ul className={styles['list']}>
              {verdict.conditions.map((one) => (
                <VerdictLine key={one.id} label={one.label} outcome={one.verdict.outcome} answer={one.verdict} />
              ))}
            </ul>
          </Pane>
        ))}
      </div>
    </Stack>
  );
}
