import type { PracticeView } from '#shared/contract/practice.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { IDENTITY_DOCUMENTS } from '#shared/rules/identity/index.ts';
import { IconAct, IconIdentityDocument, IconVisits } from '../../../ui/icons.ts';
import { EmptyState, Pane, TextLink, classes } from '../../../ui/index.ts';
import { readOf } from '../patient-words.ts';
import styles from './file.module.css';
import type { File } from './file-page.tsx';
import { PressureChart } from './pressure-chart.tsx';
import { measureCards } from './measure-scales.ts';
import { MeasureTile } from './measure-tile.tsx';
import { dayWords, doctorOf, stateOf, timeOf, wasMissed } from './visit-words.ts';

interface SynthesisTabProps {
  file: File;
  practice: PracticeView;
  today: string;
  onTab: (tab: 'visites' | 'constantes' | 'administratif') => void;
}

const shownVisits = 7;

/** The file at a glance: what happened, what was measured, rights and contact. */
export function SynthesisTab({ file, practice, today, onTab }: SynthesisTabProps) {
  return (
    <div className={classes(styles['synthesis'], file.clinical === null && styles['twoColumns'])}>
      <Pane
        title="Visites"
        icon={IconVisits}
        aside={
          file.visitCount > shownVisits ? <TextLink onClick={() => onTab('visites')}>Tout voir</TextLink> : undefined
        }
      >
        {file.visits.length === 0 ? (
          <EmptyState icon={IconVisits} title="Aucune visite">
            Les passages au cabinet s’affichent ici.
          </EmptyState>
        ) : (
          <ol className={styles['line']}>
            {file.visits.slice(0, shownVisits).map((visit) => (
              <li
                key={visit.id}
                className={classes(visit.day === today && styles['now'], wasMissed(visit) && styles['missed'])}
              >
                <p>
                  <b>{dayWords(visit, today)}</b>{' '}
                  <span>{[timeOf(visit), doctorOf(visit, practice)].filter((part) => part !== '').join(' · ')}</span>
                </p>
                <p>{visit.reasonLabel ?? 'Motif à préciser'}</p>
                <p className={styles['sub']}>{stateOf(visit, today)}</p>
              </li>
            ))}
          </ol>
        )}
      </Pane>
      {file.clinical !== null && (
        <Measures measures={file.clinical.measures} today={today} onAll={() => onTab('constantes')} />
      )}
      <Pane
        title="Administratif"
        icon={IconIdentityDocument}
        aside={<TextLink onClick={() => onTab('administratif')}>Modifier</TextLink>}
      >
        <dl className={styles['facts']}>
          {summary(file).map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </Pane>
    </div>
  );
}

interface MeasuresProps {
  measures: NonNullable<File['clinical']>['measures'];
  today: string;
  onAll: () => void;
}

function Measures({ measures, today, onAll }: MeasuresProps) {
  const others = measureCards(measures);
  const pressure = measures.some(({ code }) => code === 'PAS' || code === 'PAD');
  if (!pressure && others.length === 0) {
    return (
      <Pane title="Constantes" icon={IconAct}>
        <EmptyState icon={IconAct} title="Aucune constante">
          Les constantes prises en préparation s’affichent ici.
        </EmptyState>
      </Pane>
    );
  }
  return (
    <div className={styles['measures']}>
      {pressure && (
        <PressureChart measures={measures} today={today} aside={<TextLink onClick={onAll}>Tout voir</TextLink>} />
      )}
      <div className={styles['tiles']}>
        {others.slice(0, 6).map((series) => (
          <MeasureTile key={series.code} series={series} today={today} />
        ))}
      </div>
    </div>
  );
}

function summary({ fields, identity, doctor }: File): [string, string][] {
  const read = (field: Parameters<typeof readOf>[0]) => readOf(field, fields[field] ?? null);
  const known = (...parts: (string | null | undefined)[]) =>
    parts.filter((part) => part != null && part !== '').join(', ');
  const rights = [
    fields.ald === 'oui'
      ? `ALD${fields.aldUntil == null ? '' : ` jusqu’au ${formatDay(fields.aldUntil)}`}`
      : fields.ald === 'non'
        ? 'pas d’ALD'
        : null,
    fields.c2s == null ? null : `C2S${'\u00a0'}: ${read('c2s').toLocaleLowerCase('fr')}`,
    fields.ame === 'oui' ? 'AME' : null,
  ];
  const gp =
    fields.gpKind === 'cabinet'
      ? (doctor?.name ?? 'au cabinet')
      : fields.gpKind === 'autre'
        ? (fields.gpName ?? 'autre médecin')
        : fields.gpKind === 'aucun'
          ? 'aucun'
          : '';
  return [
    ['Droits (déclarés)', known(...rights)],
    ['Mutuelle', fields.complementary ?? ''],
    ['Médecin traitant', gp],
    [
      'Adresse',
      known(
        fields.addressLine,
        known(fields.postcode, '')
          .concat(fields.city == null ? '' : ` ${fields.city}`)
          .trim(),
      ),
    ],
    [
      'À prévenir',
      known(fields.emergencyContact, fields.emergencyContactPhone == null ? null : read('emergencyContactPhone')),
    ],
    [
      'Personne de confiance',
      known(fields.trustedPerson, fields.trustedPersonPhone == null ? null : read('trustedPersonPhone')),
    ],
    [
      'Pièce vérifiée',
      identity.document === null
        ? ''
        : `${IDENTITY_DOCUMENTS[identity.document.code].label}, le ${formatDay(identity.document.seenOn)} (${identity.document.by})`,
    ],
    ['Notes', fields.notes ?? ''],
  ].map(([label, value]) => [label ?? '', value === '' || value === undefined ? 'non renseigné' : value]);
}
