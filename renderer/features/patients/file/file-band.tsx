import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PracticeView } from '#shared/contract/practice.ts';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { formatNir, formatPhone } from '#shared/kernel/format.ts';
import { can } from '#shared/permissions/roles.ts';
import { useMe } from '../../../api/session.ts';
import { useActions } from '../../../app/actions/index.ts';
import { IconHomonym, IconIdentity, IconMerge, IconPreparation } from '../../../ui/icons.ts';
import { ActionMenu, Button, IdentityBand, LiveRegion, type MenuEntry, type Trait } from '../../../ui/index.ts';
import { canBePrepared, firstNameOf, identityStatusOf, lastNameOf, type NamedFile } from '../patient-words.ts';
import { AlertsDialog } from './alerts-dialog.tsx';
import { alertItems } from './alert-words.ts';
import type { File } from './file-page.tsx';
import { HomonymsDialog } from './homonyms-dialog.tsx';
import { IdentityDialog } from './identity-dialog.tsx';
import { MergePicker } from './merge-picker.tsx';
import { SplitDialog } from './split-dialog.tsx';

interface FileBandProps {
  file: File;
  practice: PracticeView;
  today: string;
}

export const namesOf = ({ fields }: File): NamedFile => ({
  birthName: fields.birthName ?? '',
  firstGivenName: fields.firstGivenName ?? '',
  usedName: fields.usedName ?? null,
  usedGivenName: fields.usedGivenName ?? null,
});

type Opened = 'alerts' | 'identity' | 'homonyms' | 'merge' | 'split' | null;

/** Identity band, alert row and what can be done with the file. */
export function FileBand({ file, practice, today }: FileBandProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const [copied, setCopied] = useState('');
  const navigate = useNavigate();
  const me = useMe();
  const may = (permission: Parameters<typeof can>[1]) => me !== null && can(me, permission);
  const { fields, identity } = file;
  const split = file.merges.find((merge) => merge.canSplit);
  const visit = file.today;
  const prepares = may('clinical.record') && visit !== null && canBePrepared(file);

  const prepare = () => {
    if (visit !== null)
      void navigate({ to: '/preparation/$visitId', params: { visitId: visit.visitId }, search: { patient: file.id } });
  };
  useActions('Dossier', [
    {
      id: 'file.prepare',
      label: 'Préparer la consultation',
      keys: ['P'],
      icon: IconPreparation,
      isAvailable: () => prepares,
      run: prepare,
    },
    {
      id: 'file.alerts',
      label: 'Modifier la ligne d’alerte',
      isAvailable: () => may('clinical.record'),
      run: () => setOpened('alerts'),
    },
    {
      id: 'file.identity',
      label: 'Identité\u00a0: pièce vue, statut, attributs',
      icon: IconIdentity,
      isAvailable: () => may('patient.edit'),
      run: () => setOpened('identity'),
    },
    {
      id: 'file.merge',
      label: 'Fusionner avec un autre dossier',
      icon: IconMerge,
      isAvailable: () => may('identity.merge'),
      run: () => setOpened('merge'),
    },
    {
      id: 'file.split',
      label: 'Séparer les dossiers fusionnés',
      isAvailable: () => may('identity.merge') && split !== undefined,
      run: () => setOpened('split'),
    },
  ]);
  const copy = (words: string, text: string) =>
    void navigator.clipboard.writeText(text).then(() => setCopied(`${words} copié`));

  const phone = fields.phoneMobile ?? fields.phoneOther ?? null;
  const traits: Trait[] = [
    { label: 'Nom de naissance', value: fields.birthName ?? '' },
    {
      label: 'Prénoms',
      value: [fields.firstGivenName, fields.givenNames].filter((part) => part !== null && part !== undefined).join(' '),
    },
    { label: 'Sexe', value: fields.sex ?? '' },
    { label: 'Naissance', value: birthWords(file) },
    {
      label: 'Lieu',
      value: identity.birthPlace.label + (identity.birthPlace.state === 'non_verifie' ? ' (code non vérifié)' : ''),
    },
    ...(identity.matricule === null
      ? []
      : [
          {
            label: 'Matricule INS',
            value: formatNir(identity.matricule),
            onCopy: () => copy('Matricule', identity.matricule ?? ''),
          },
        ]),
    ...(phone === null ? [] : [{ label: 'Téléphone', value: formatPhone(phone) }]),
  ];
  const menu: (MenuEntry | false)[] = [
    may('patient.edit') && {
      id: 'identity',
      label: 'Identité…',
      icon: IconIdentity,
      onSelect: () => setOpened('identity'),
    },
    may('identity.merge') && {
      id: 'merge',
      label: 'Fusionner avec…',
      icon: IconMerge,
      onSelect: () => setOpened('merge'),
    },
    may('identity.merge') &&
      split !== undefined && { id: 'split', label: 'Séparer…', icon: IconHomonym, onSelect: () => setOpened('split') },
  ];
  const entries = menu.filter((entry) => entry !== false);
  const hue = (((file.doctor?.hue ?? 0) % 5) + 1) as 1 | 2 | 3 | 4 | 5;
  return (
    <>
      <IdentityBand
        lastName={lastNameOf(namesOf(file))}
        firstName={firstNameOf(namesOf(file))}
        age={ageLabel(identity.birthDay, today)}
        status={identityStatusOf[identity.status]}
        doubtful={identity.attributes.includes('douteuse')}
        homonyms={file.homonymCount}
        onHomonyms={() => setOpened('homonyms')}
        {...(file.doctor === null
          ? {}
          : { doctor: { letters: file.doctor.monogram, hue, name: file.doctor.name }, doctorRole: 'médecin traitant' })}
        traits={traits}
        alerts={alertItems(file)}
        {...(may('clinical.record') ? { onEditAlerts: () => setOpened('alerts') } : {})}
        actions={
          <>
            {prepares && (
              <span data-primary-action>
                <Button kind="primary" icon={IconPreparation} onClick={prepare} keyCap="P" keyShortcut="P">
                  Préparer
                </Button>
              </span>
            )}
            {entries.length > 0 && <ActionMenu label="Autres actions du dossier" entries={entries} kind="outlined" />}
          </>
        }
      />
      <LiveRegion message={copied} />
      <OpenedDialog opened={opened} file={file} practice={practice} today={today} onClose={() => setOpened(null)} />
    </>
  );
}

function OpenedDialog({
  opened,
  file,
  practice,
  today,
  onClose,
}: FileBandProps & { opened: Opened; onClose: () => void }) {
  const shared = { file, practice, today, onClose };
  const split = file.merges.find((merge) => merge.canSplit);
  if (opened === 'alerts') return <AlertsDialog {...shared} />;
  if (opened === 'identity') return <IdentityDialog {...shared} />;
  if (opened === 'homonyms') return <HomonymsDialog {...shared} />;
  if (opened === 'merge') return <MergePicker {...shared} />;
  return opened === 'split' && split !== undefined ? <SplitDialog merge={split} onClose={onClose} /> : null;
}

function birthWords({ identity, fields }: File): string {
  const kept = fields.birthDay ?? '';
  return identity.birthPrecision === 'day' ? formatDay(identity.birthDay) : `${kept} (incomplète)`;
}
