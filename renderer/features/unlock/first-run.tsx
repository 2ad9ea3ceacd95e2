import { useState } from 'react';
import { call, sentenceOf, type Input } from '../../api/queries.ts';
import { refreshSession } from '../../api/session.ts';
import { Button, Note, Stepper } from '../../ui/index.ts';
import { AccessStep } from './access-step.tsx';
import { GateCard } from './card.tsx';
import { DoctorsStep } from './doctors-step.tsx';
import { emptyFounding, missingIn, type Founding } from './founding.ts';
import { PracticeStep } from './practice-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';

const steps = ['Cabinet', 'Médecins', 'Votre accès', 'Clé de secours'] as const;

/** First run: nothing is on the disk until the recovery key has been typed back in part. */
export function FirstRun() {
  const [step, setStep] = useState(0);
  const [founding, setFounding] = useState<Founding>(emptyFounding);
  const [error, setError] = useState<string>();
  const [working, setWorking] = useState(false);
  const change = (part: Partial<Founding>) => setFounding((before) => ({ ...before, ...part }));
  const missing = missingIn(founding, step);

  const next = async () => {
    if (missing.length > 0 || working) return;
    setError(undefined);
    try {
      if (step === 2 && founding.key === null) {
        change({ key: await call('vault', 'drawRecoveryKey', {}) });
      }
      if (step < 3) {
        setStep(step + 1);
        return;
      }
      setWorking(true);
      await call('vault', 'create', toInput(founding));
      await refreshSession();
    } catch (refusal) {
      setError(sentenceOf(refusal));
    } finally {
      setWorking(false);
    }
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <GateCard
        letters="P"
        title="Créer le cabinet"
        sub={`Étape ${step + 1} sur ${steps.length} · environ ${4 - step} minute${step < 3 ? 's' : ''}`}
        foot={
          <>
            <Button onClick={() => setStep(Math.max(0, step - 1))} disabled={step === 0}>
              Retour
            </Button>
            <span role="status">{missing.length > 0 ? `Il reste\u00a0: ${missing.join(', ')}` : ''}</span>
            <Button
              kind="primary"
              type="submit"
              disabled={missing.length > 0}
              keyCap="↵"
              {...(working ? { working: 'Création…' } : {})}
            >
              {step === 3 ? 'Créer le cabinet' : 'Continuer'}
            </Button>
          </>
        }
      >
        <Stepper label="Étapes" steps={steps} current={step} onStep={setStep} />
        {step === 0 && <PracticeStep value={founding} onChange={change} />}
        {step === 1 && <DoctorsStep value={founding} onChange={change} />}
        {step === 2 && <AccessStep value={founding} onChange={change} />}
        {step === 3 && <RecoveryStep value={founding} onChange={change} />}
        {error !== undefined && (
          <Note tone="bad" role="alert">
            {error}
          </Note>
        )}
      </GateCard>
    </form>
  );
}

function toInput(founding: Founding): Input<'vault', 'create'> {
  const { key, doctorIndex } = founding;
  const isDoctor = founding.role === 'medecin';
  const self = isDoctor && doctorIndex !== null ? founding.doctors[doctorIndex] : undefined;
  return {
    ticket: key?.ticket ?? '',
    typedGroups: [...founding.typedBack.typedGroups],
    practice: { name: founding.practiceName.trim(), city: founding.city.trim() === '' ? null : founding.city.trim() },
    doctors: founding.doctors.map(({ civility, givenName, familyName, rpps }) => ({
      civility,
      givenName: givenName.trim(),
      familyName: familyName.trim(),
      rpps: rpps.trim() === '' ? null : rpps.replace(/\s/g, ''),
    })),
    person: {
      givenName: (self?.givenName ?? founding.givenName).trim(),
      familyName: (self?.familyName ?? founding.familyName).trim(),
      role: isDoctor ? 'medecin' : 'gestionnaire',
      doctorIndex: isDoctor ? doctorIndex : null,
    },
    phrase: founding.phrase,
  };
}
