import { RecoveryKey } from './recovery-key.tsx';
import type { StepProps } from './practice-step.tsx';

export function RecoveryStep({ value, onChange }: StepProps) {
  const { key } = value;
  if (key === null) return null;
  return (
    <RecoveryKey
      drawn={key}
      typed={value.typedBack}
      onTyped={(part) => onChange({ typedBack: { ...value.typedBack, ...part } })}
    />
  );
}
