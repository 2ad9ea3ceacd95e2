import { useState } from 'react';
import { can } from '#shared/permissions/roles.ts';
import { useRead } from '../../api/queries.ts';
import { useOverrides } from '../../api/rule-choices.ts';
import { useMe, useSession } from '../../api/session.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { ChoiceField, FieldGrid, LoadingArea, Note, Pane } from '../../ui/index.ts';
import { IconAct, IconClock } from '../../ui/icons.ts';
import { MinutesField } from './minutes-field.tsx';
import { saveSetting } from './save-settings.ts';
import styles from './settings.module.css';
import { ThresholdTable } from './threshold-table.tsx';

/** Waiting times, protocol of the blood pressure, thresholds of the measures. */
export function ThresholdsSection() {
  const me = useMe();
  const settings = useRead('practice', 'get', {}).data?.settings;
  const today = useSession((store) => store.state?.today) ?? '';
  const overrides = useOverrides(today);
  const [refusal, setRefusal] = useState<string | null>(null);
  if (settings === undefined || me === null) return <LoadingArea />;
  const manages = can(me, 'practice.manage');
  const reserved = manages ? undefined : 'Réservé au responsable.';
  return (
    <>
      <PageHead title="Réglages" context="Préparation et seuils" />
      <Pane
        title="Attente"
        icon={IconClock}
        {...(reserved === undefined ? { aside: 'Enregistré en quittant le champ' } : { aside: reserved })}
      >
        <FieldGrid columns={3}>
          <MinutesField
            label="Attente signalée après"
            setting="waitWarnMinutes"
            value={settings.waitWarnMinutes}
            disabled={!manages}
            hint="Depuis la plus tardive de l’arrivée et de l’heure du rendez-vous."
          />
          <MinutesField
            label="Attente longue après"
            setting="waitBadMinutes"
            value={settings.waitBadMinutes}
            disabled={!manages}
          />
          <MinutesField
            label="Retard affiché après"
            setting="lateMinutes"
            value={settings.lateMinutes}
            disabled={!manages}
            hint="Pour un patient attendu."
          />
        </FieldGrid>
      </Pane>
      <Pane title="Tension" icon={IconAct} {...(reserved === undefined ? {} : { aside: reserved })}>
        <ChoiceField
          label="Nombre de mesures"
          options={[
            { value: 'always_three', label: 'Toujours trois mesures' },
            { value: 'above_threshold', label: 'Trois si la première atteint un seuil' },
          ]}
          value={settings.bloodPressureProtocol}
          onChange={(protocol) => {
            if (protocol !== null) void saveSetting({ bloodPressureProtocol: protocol }).then(setRefusal);
          }}
          clearable={false}
          disabled={!manages}
        />
        <p className={styles['text']}>La valeur retenue est la moyenne des deux dernières mesures.</p>
      </Pane>
      {refusal !== null && (
        <Note tone="bad" role="alert">
          {refusal}
        </Note>
      )}
      <ThresholdTable
        chosen={overrides.practice ?? {}}
        today={today}
        editable={can(me, 'rule.choose')}
        reserved="Réservé à un médecin du cabinet."
      />
    </>
  );
}
