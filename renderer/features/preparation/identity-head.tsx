import { useNavigate } from '@tanstack/react-router';
import type { PracticeView } from '#shared/contract/practice.ts';
import type { PreparationView } from '#shared/contract/preparation.ts';
import { waitedMinutes, excessWait, waitLevel } from '#shared/domain/visit-order.ts';
import { alertSourceLabels, type AlertSource } from '#shared/domain/patient.ts';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { formatDuration, formatNir, formatPhone } from '#shared/kernel/format.ts';
import { IconClock, IconHomonym, IconLate } from '../../ui/icons.ts';
import { IdentityBand, Row, Tag, type AlertItem, type IdentityStatus, type Trait } from '../../ui/index.ts';
import { doctorMark, titleCase } from '../board/card-model.ts';

const statuses: Readonly<Record<string, IdentityStatus>> = {
  PROV: 'provisoire',
  RECUP: 'recuperee',
  VALI: 'validee',
  QUAL: 'qualifiee',
};
export const statusOf = (code: string): IdentityStatus => statuses[code] ?? 'provisoire';

interface IdentityHeadProps {
  view: PreparationView;
  practice: PracticeView;
  nowMinute: number;
}

/** Who is on screen while figures are typed: traits with their labels, alert row, time waited. */
export function IdentityHead({ view, practice, nowMinute }: IdentityHeadProps) {
  const navigate = useNavigate();
  const { patient, visit } = view;
  const status = statusOf(patient.identityStatus);
  const waited = ['waiting', 'preparation'].includes(visit.stage) ? waitedMinutes(visit, nowMinute) : null;
  const level = waitLevel(excessWait(visit, nowMinute), practice.settings);
  return (
    <IdentityBand
      lastName={(patient.usedName ?? patient.birthName).toLocaleUpperCase('fr')}
      firstName={titleCase(patient.usedGivenName ?? patient.firstGivenName)}
      age={ageLabel(patient.birthDay, visit.day)}
      status={status}
      doubtful={patient.doubtful}
      {...gpOf(view, practice)}
      traits={traitsOf(view)}
      alerts={alertsOf(view)}
      onEditAlerts={() => void navigate({ to: '/patients/$patientId', params: { patientId: patient.id } })}
      actions={
        <Row>
          {(patient.homonym || patient.homonymSignalled) && (
            <Tag tone="warn" icon={IconHomonym}>
              Homonymie signalée
            </Tag>
          )}
          {waited !== null && (
            <Tag
              tone={level === 'none' ? 'neutral' : level}
              look={level === 'none' ? 'outline' : 'loud'}
              icon={level === 'none' ? IconClock : IconLate}
            >
              attend depuis {formatDuration(waited)}
            </Tag>
          )}
        </Row>
      }
    />
  );
}

function gpOf({ patient }: PreparationView, practice: PracticeView) {
  const own =
    patient.gpDoctorId === null ? undefined : practice.doctors.find((doctor) => doctor.id === patient.gpDoctorId);
  return own === undefined ? {} : { doctor: doctorMark(practice, own.id), doctorRole: 'médecin traitant' };
}

function traitsOf({ patient }: PreparationView): Trait[] {
  const traits: (Trait | false)[] = [
    { label: 'Nom de naissance', value: patient.birthName.toLocaleUpperCase('fr') },
    {
      label: 'Prénoms',
      value: [...new Set([patient.firstGivenName, ...(patient.givenNames ?? '').split(/\s+/u)])]
        .filter(Boolean)
        .join(' ')
        .toLocaleUpperCase('fr'),
    },
    { label: 'Sexe', value: patient.sex },
    { label: 'Naissance', value: formatDay(patient.birthDay) },
    patient.birthPlaceText !== null && { label: 'Lieu', value: patient.birthPlaceText },
    patient.matricule !== null && {
      label: 'Matricule INS',
      value: formatNir(patient.matricule),
      onCopy: () => void navigator.clipboard.writeText(patient.matricule ?? ''),
    },
    patient.phoneMobile !== null && { label: 'Téléphone', value: formatPhone(patient.phoneMobile) },
  ];
  return traits.filter((trait) => trait !== false);
}

const prefixes: Partial<Record<string, string>> = { allergy: 'Allergie' };

/** « non renseigné » is not « aucune connue » : both are said. */
export function alertsOf({ alerts, patient }: PreparationView): AlertItem[] {
  const said = alerts.map((alert): AlertItem => {
    const kind =
      (['allergy', 'ald', 'treatment', 'call', 'carer'] as const).find((one) => one === alert.kind) ?? 'unknown';
    const prefix = prefixes[alert.kind];
    const source = alertSourceLabels[alert.source as AlertSource] ?? alert.source;
    return {
      id: alert.id,
      kind: alert.noneKnown ? 'unknown' : kind,
      label: prefix === undefined || alert.noneKnown ? alert.label : `${prefix}\u00a0: ${alert.label}`,
      origin: `${source}, ${formatDay(alert.statedOn)}${alert.confirmed ? ', confirmé par le médecin' : ''}`,
    };
  });
  if (!alerts.some((alert) => alert.kind === 'allergy'))
    said.push({ id: 'allergy.none', kind: 'unknown', label: 'Allergies non renseignées' });
  if (patient.ald === 'oui' && !alerts.some((alert) => alert.kind === 'ald')) {
    said.push({
      id: 'ald',
      kind: 'ald',
      label: patient.aldUntil === null ? 'ALD' : `ALD, jusqu’au ${formatDay(patient.aldUntil)}`,
    });
  }
  return said;
}
