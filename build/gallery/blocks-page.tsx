import { useState } from 'react';
import {
  ActionMenu, Avatar, Button, DataTable, Disclosure, IconButton, KeyCap, Monogram, Note, Pane, ProgressBar, Row, Sparkline, Stack,
  Stepper, TabPanel, Tabs, Tag, TextLink, Why,
} from '../../renderer/ui/index.ts';
import {
  IconAld, IconAlert, IconAbove, IconConsultation, IconCopy, IconDone, IconIdentityToVerify, IconLate, IconMore,
  IconNewPatient, IconPatients, IconPrint, IconRoom, IconScreening, IconVaccine,
} from '../../renderer/ui/icons.ts';
import styles from './gallery.module.css';

const PEOPLE = [
  { id: 'cl', initials: 'CL', name: 'Dr Claire Lemoine', role: 'Médecin, responsable', last: "Aujourd'hui 07:58", active: true },
  { id: 'nf', initials: 'NF', name: 'Nadia Ferrand', role: 'Assistante médicale', last: "Aujourd'hui 07:45", active: true },
  { id: 'rm', initials: 'RM', name: 'Dr René Maillard', role: 'Remplaçant', last: '02/10/2026', active: false },
];
const WEIGHTS = [82.6, 82.1, 81.9, 81.2].map((value, index) => ({ label: `0${index + 1}/08/2026`, value }));
const PRESSURES = [136, 138, 134, 152].map((value, index) => ({ label: `0${index + 1}/08/2026`, value }));

export function BlocksPage() {
  const [tab, setTab] = useState<'synthese' | 'visites' | 'prevention'>('synthese');
  const [open, setOpen] = useState<string | null>('nf');
  return (
    <div className={styles['two']}>
      <Pane title="Boutons et marques">
        <Stack>
          <Row>
            <Button kind="primary" icon={IconConsultation} keyCap="Ctrl ↵">Commencer</Button>
            <Button icon={IconPrint}>Imprimer</Button>
            <Button kind="quiet" keyCap="T">Autre tâche</Button>
            <Button kind="danger">Restaurer</Button>
            <Button kind="alert" icon={IconAlert} keyCap="F8">Alerter maintenant</Button>
            <Button disabled>Continuer</Button>
            <Button working="Production…">Produire</Button>
          </Row>
          <Row>
            <Button size="inline">Proposer</Button>
            <Button size="toolbar" aria-pressed>Tous</Button>
            <Button size="large" kind="primary">{'Prêt pour le médecin'}</Button>
            <IconButton icon={IconMore} label="Autres actions" kind="outlined" />
            <IconButton icon={IconCopy} label="Copier" size="inline" />
            <KeyCap>Ctrl K</KeyCap>
            <TextLink onClick={() => setOpen(null)}>Modifier</TextLink>
          </Row>
          <Row>
            <Tag tone="bad" icon={IconLate} spokenPrefix="attend depuis">33 min</Tag>
            <Tag tone="warn" icon={IconIdentityToVerify}>Identité</Tag>
            <Tag tone="ok" icon={IconDone}>Fait</Tag>
            <Tag tone="info">Identité validée</Tag>
            <Tag tone="violet" icon={IconAld}>ALD</Tag>
            <Tag tone="primary" icon={IconNewPatient}>Nouveau</Tag>
            <Tag>12</Tag>
            <Tag look="outline" icon={IconRoom}>Salle 2</Tag>
            <Tag look="quiet" tone="violet" icon={IconAld}>ALD</Tag>
            <Tag look="quiet" tone="info" icon={IconVaccine}>Vaccin</Tag>
            <Tag look="quiet" tone="info" icon={IconScreening} iconOnly>Dépistage</Tag>
          </Row>
          <Row>
            {(['CL', 'KB', 'SG', 'AM', 'TP'] as const).map((letters, index) => (
              <Monogram key={letters} letters={letters} hue={([1, 2, 3, 4, 5] as const)[index] ?? 1} name={`Dr ${letters}`} />
            ))}
            <Avatar initials="NF" self /> <Avatar initials="JT" size="small" /> <Avatar initials="HV" size="large" />
          </Row>
        </Stack>
      </Pane>
      <Pane title="Notes">
        <Stack gap={2}>
          <Note tone="info">Une tâche sera créée.</Note>
          <Note tone="warn" icon={IconIdentityToVerify}>{'Sans pièce, l\'identité reste provisoire. Une tâche «\u00A0Vérifier l\'identité\u00A0» sera créée à l\'arrivée.'}</Note>
          <Note tone="bad" title="TA 172/96 puis 168/94">{'après 5 min de repos. Seuil du cabinet\u00A0: 140/90.'}</Note>
          <Note tone="primary" title="Nadia · 10:18">{'«\u00A0Céphalées depuis samedi.\u00A0»'}</Note>
          <Note tone="ok">Sauvegarde relue.</Note>
          <Note tone="neutral">Créer malgré un doublon demande un motif. Il est inscrit au journal.</Note>
        </Stack>
      </Pane>
      <Pane title="Utilisateurs" icon={IconPatients} count={<Tag>3</Tag>} flush aside={<TextLink onClick={() => setOpen(null)}>Tout voir</TextLink>}>
        <DataTable
          caption="Utilisateurs du cabinet"
          columns={[
            { id: 'name', head: 'Nom', rowHead: true, cell: (row) => <Row><Avatar initials={row.initials} size="small" /><strong>{row.name}</strong></Row> },
            { id: 'role', head: 'Rôle', cell: (row) => row.role },
            { id: 'last', head: 'Dernière connexion', cell: (row) => row.last },
            { id: 'access', head: 'Accès', cell: (row) => row.active ? <Tag tone="ok" icon={IconDone}>Actif</Tag> : <Tag look="outline">Désactivé</Tag> },
            { id: 'menu', head: 'Actions', hideHead: true, align: 'end', width: '44px', cell: () => <ActionMenu size="inline" entries={[{ id: 'edit', label: 'Modifier', icon: IconPrint, keyCap: 'M', onSelect: () => setOpen(null) }, { id: 'off', label: "Désactiver l'accès", danger: true, separated: true, onSelect: () => setOpen(null) }]} /> },
          ]}
          groups={[
            { id: 'a', label: 'Actifs', rows: PEOPLE.filter((row) => row.active) },
            { id: 'b', label: 'Désactivés', rows: PEOPLE.filter((row) => !row.active) },
          ]}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => setOpen(row.id)}
        />
      </Pane>
      <Pane title="Navigation et explications">
        <Stack>
          <Stepper label="Étapes" steps={['Cabinet', 'Médecins', 'Votre accès', 'Clé de secours', 'Sauvegarde']} current={3} />
          <Tabs
            id="demo"
            label="Fiche"
            value={tab}
            onChange={setTab}
            tabs={[{ id: 'synthese', label: 'Synthèse' }, { id: 'visites', label: 'Visites', count: 42 }, { id: 'prevention', label: 'Prévention', count: 2, countTone: 'warn' }]}
          />
          <TabPanel id="demo" value={tab}>{`Onglet ${tab}`}</TabPanel>
          <Why
            defaultOpen
            rule="Moyenne des mesures 2 et 3 lorsque la première dépasse le seuil"
            calculation="(148 + 146) / 2 = 147"
            source="Réglage du cabinet"
            version="Règle 2026-1, depuis le 01/01/2026"
            onReadExtract={() => setOpen(null)}
          />
          <Disclosure summary="Pièces à joindre">Ordonnance, carte de groupe.</Disclosure>
          <ProgressBar label="Contrôle de la sauvegarde" value={62} total={100} figures={'62\u00A0%'} timeLeft="reste 40 s" onStop={() => setOpen(null)} />
          <Row>
            <Sparkline name="Poids" unit="kg" points={WEIGHTS} scale={[60, 110]} />
            <Sparkline name="Tension systolique" unit="mmHg" points={PRESSURES} scale={[90, 190]} threshold={140} tone="warn" />
            <Tag tone="warn" icon={IconAbove}>au-dessus du seuil 140/90</Tag>
          </Row>
        </Stack>
      </Pane>
    </div>
  );
}
