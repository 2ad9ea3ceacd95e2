import { useState } from 'react';
import {
  Button, CheckField, ChoiceField, DateField, DecimalField, FieldGrid, MeasureInput, NirField, Pane, PassphraseField,
  PhoneField, Row, SelectField, Stack, SuggestField, SwitchField, TextAreaField, TextField,
} from '../../renderer/ui/index.ts';
import { IconIdentityDocument } from '../../renderer/ui/icons.ts';
import styles from './gallery.module.css';

const ROOMS = ['Salle 1', 'Salle 2', 'Salle 3'].map((label) => ({ value: label, label }));
const COUNTRIES = ['France', 'Allemagne', 'Belgique', 'Espagne', 'Italie', 'Luxembourg', 'Maroc', 'Portugal', 'Suisse', 'Tunisie']
  .map((label) => ({ value: label, label }));

export function FieldsPage() {
  const [values, setValues] = useState<Record<string, string>>({
    name: 'AUBRY', birth: '14061999', nir: '299065499999912', phone: '0600001234', mail: 'c.aubry@exemple', pass: 'tilleul rivière', weight: '80,4', systolic: '152', diastolic: '91', temperature: '373',
  });
  const text = (key: string) => ({
    value: values[key] ?? '',
    onChange: (value: string) => setValues((all) => ({ ...all, [key]: value })),
  });
  const [sex, setSex] = useState<'F' | 'M' | null>('F');
  const [tobacco, setTobacco] = useState<'jamais' | 'ancien' | 'actuel' | null>(null);
  const [room, setRoom] = useState<string | null>('Salle 2');
  const [country, setCountry] = useState<string | null>(null);
  const [on, setOn] = useState(true);
  return (
    <div className={styles['one']}>
      <Pane title="Identité" icon={IconIdentityDocument} aside="Recopier la pièce d'identité, sans accent ajouté ni abrégé">
        <Stack>
          <FieldGrid columns={4}>
            <TextField label="Nom de naissance" {...text('name')} upperCase />
            <TextField label="Prénoms (ordre de l'état civil)" {...text('given')} />
            <TextField label="Nom utilisé" optional placeholder="si différent" {...text('used')} />
            <DateField label="Date de naissance" today="2026-11-17" showAge {...text('birth')} />
          </FieldGrid>
          <FieldGrid columns={4}>
            <ChoiceField label="Sexe à l'état civil" fullWidth value={sex} onChange={setSex} options={[{ value: 'F', label: 'F' }, { value: 'M', label: 'M' }]} />
            <SelectField label="Pays de naissance" options={COUNTRIES} value={country} onChange={setCountry} />
            <SuggestField label="Commune de naissance" {...text('town')} onPick={() => undefined} suggestions={[{ value: 'BRIEY (54)', detail: '54099' }, { value: 'BRIE (09)', detail: '09095' }]} />
            <DateField label="Date sans siècle" today="2026-11-17" {...text('other')} />
          </FieldGrid>
          <FieldGrid columns={2}>
            <NirField
              label="Numéro de sécurité sociale"
              {...text('nir')}
              checks={[{ label: 'Sexe\u00A0: femme', verdict: 'ok' }, { label: 'Naissance\u00A0: juin 1999', verdict: 'ok' }, { label: 'Clé', verdict: 'bad' }]}
              error="Clé incorrecte. Relire le numéro sur la carte Vitale ou l'attestation."
            />
            <TextField label="Adresse électronique" type="email" {...text('mail')} error={'Adresse incomplète\u00A0: il manque la fin (.fr, .com…)'} />
          </FieldGrid>
          <FieldGrid columns={4}>
            <PhoneField label="Téléphone mobile" {...text('phone')} />
            <SelectField label="Salle" options={ROOMS} value={room} onChange={setRoom} />
            <PassphraseField label="Phrase de passe" {...text('pass')} hint="12 caractères de 4 sortes, ou 7 mots." />
            <DecimalField label="Seuil systolique" unit="mmHg" {...text('systolic')} />
          </FieldGrid>
          <Row gap={4}>
            <CheckField label="Accepte les rappels par SMS" checked={on} onChange={setOn} />
            <CheckField label="Mobilité réduite" checked={!on} onChange={(checked) => setOn(!checked)} />
            <CheckField label="Indisponible" checked disabled onChange={setOn} />
            <SwitchField label="Masquer les noms quand la fenêtre n'est plus au premier plan" checked={on} onChange={setOn} />
            <SwitchField label="Son" checked={!on} onChange={(checked) => setOn(!checked)} hint="Coupé par défaut." />
          </Row>
        </Stack>
      </Pane>
      <Pane title="Constantes">
        <Stack>
          <Row>
            <MeasureInput label="Tension systolique" unit="/" width="pair" state="above" {...text('systolic')} />
            <MeasureInput label="Tension diastolique" unit="mmHg" state="above" {...text('diastolic')} />
            <MeasureInput label="Poids" unit="kg" {...text('weight')} />
            <MeasureInput label="Température" unit="°C" state="impossible" {...text('temperature')} />
            <MeasureInput label="Glycémie capillaire" unit="g/L" {...text('glucose')} />
          </Row>
          <ChoiceField
            label="Tabac" inline value={tobacco} onChange={setTobacco}
            options={[{ value: 'jamais', label: 'Jamais' }, { value: 'ancien', label: 'Ancien' }, { value: 'actuel', label: 'Actuel' }]}
          />
          <TextAreaField label="Message au Dr Lemoine" optional {...text('message')} placeholder="A oublié son traitement deux jours" />
          <Row><Button kind="primary">Enregistrer</Button></Row>
        </Stack>
      </Pane>
    </div>
  );
}
