import { call } from '../../api/queries.ts';
import { RecoveryKey } from './recovery-key.tsx';
import type { StepProps } from './practice-step.tsx';

export function RecoveryStep({ value, onChange }: StepProps) {
  const { key } = value;
  if (key === null) return null;
  return (
    <RecoveryKey
      drawn={key}
      typed={value.typedBack}
      copies={{
        disks: () => call('vault', 'recoveryDisks', {}),
        save: (diskId) => call('vault', 'saveRecoveryKey', { ticket: key.ticket, diskId }),
      }}
      onTyped={(part) => onChange({ typedBack: { ...value.typedBack, ...part } })}
    />
  );
}
