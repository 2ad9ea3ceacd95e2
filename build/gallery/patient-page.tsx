import { Button, IdentityBand, Pane } from '../../renderer/ui/index.ts';
import { IconAdd, IconNewAppointment, IconPreparation, IconVisits } from '../../renderer/ui/icons.ts';

const nothing = () => undefined;

export function PatientBand() {
  return (
    <IdentityBand
      lastName="MARTIN" firstName="Jeanne" age="67 ans" status="qualifiee" homonyms={1} onHomonyms={nothing}
      doctor={{ letters: 'CL', hue: 1, name: 'Dr Lemoine' }} doctorRole="médecin traitant"
      traits={[
        { label: 'Nom de naissance', value: 'DUBOIS' }, { label: 'Prénoms', value: 'JEANNE MARIE' },
        { label: 'Sexe', value: 'F' }, { label: 'Naissance', value: '12/04/1959' }, { label: 'Lieu', value: 'BRIEY (54)' },
        { label: 'Matricule INS', value: '2 59 04 54 999 999 51', onCopy: nothing }, { label: 'Téléphone', value: '06 00 00 12 34' },
      ]}
      alerts={[
        { id: '5', kind: 'carer', label: 'Aidante de son mari' }, { id: '4', kind: 'call', label: 'Ne pas appeler avant 10 h' },
        { id: '3', kind: 'treatment', label: 'Anticoagulant' }, { id: '2', kind: 'ald', label: "ALD\u00A0: diabète de type 2, jusqu'au 31/05/2028" },
        { id: '1', kind: 'allergy', label: 'Allergie\u00A0: pénicilline', origin: 'déclaré, 17/02/2026, Nadia Ferrand' },
        { id: '6', kind: 'unknown', label: 'Contraintes\u00A0: non renseigné' },
      ]}
      onEditAlerts={nothing}
      actions={
        <>
          <Button kind="primary" icon={IconPreparation} keyCap="P">Préparer</Button>
          <Button icon={IconNewAppointment}>Rendez-vous</Button>
          <Button icon={IconAdd}>Tâche</Button>
        </>
      }
    />
  );
}

export function PatientPage() {
  return <Pane title="Visites" icon={IconVisits}>Aucune visite à montrer sur la planche.</Pane>;
}
