import { useId } from 'react';
import { Button } from '../basics/button.tsx';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  label: string;
  /** 0 to `total`. */
  value: number;
  total: number;
  /** The figures in words: "62 %", "4 120 lignes sur 50 000". */
  figures: string;
  /** "reste 40 s". */
  timeLeft?: string;
  /** A long work can always be stopped. */
  onStop?: () => void;
  note?: string;
}

/** A work longer than 10 s: bar, figures, time left, "Arrêter". */
export function ProgressBar({ label, value, total, figures, timeLeft, onStop, note }: ProgressBarProps) {
  const labelId = useId();
  const words = [figures, timeLeft].filter(Boolean).join(' · ');
  return (
    <div className={styles['block']}>
      <div className={styles['head']}>
        <span id={labelId} className={styles['label']}>
          {label}
        </span>
        <span className="figures">{words}</span>
        {onStop && (
          <Button size="inline" onClick={onStop}>
            Arrêter
          </Button>
        )}
      </div>
      <Meter value={value} total={total} labelledBy={labelId} valueText={words} />
      {note && <p className={styles['note']}>{note}</p>}
    </div>
  );
}

interface MeterProps {
  value: number;
  total: number;
  labelledBy?: string;
  label?: string;
  valueText: string;
}

/** The bar alone, for a card or a head of section. */
export function Meter({ value, total, labelledBy, label, valueText }: MeterProps) {
  const share = total > 0 ? Math.min(1, Math.max(0, value / total)) : 0;
  return (
    <div
      className={styles['track']}
      role="progressbar"
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
      aria-valuetext={valueText}
    >
      <div className={styles['fill']} style={{ width: `${share * 100}%` }} />
    </div>
  );
}
