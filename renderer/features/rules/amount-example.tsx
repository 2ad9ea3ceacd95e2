import { useState } from 'react';
import { formatDay } from '#shared/kernel/day.ts';
import { AID_TIERS, contractAmount, FIRST_OPTIONS, OPTION_LABELS, TIER_LABELS } from '#shared/rules/aid/index.ts';
import { valueWords } from '#shared/rules/kernel/index.ts';
import { ChoiceField, SelectField, Why } from '../../ui/index.ts';
import styles from './book.module.css';

type Option = (typeof FIRST_OPTIONS)[number];
type Tier = (typeof AID_TIERS)[number];
const years = ['1', '2', '3', '4', '5'] as const;
type Year = (typeof years)[number];

/** The amount of a year for a contract signed on the day of the book: the table above, at work, with its "Pourquoi ?". */
export function AmountExample({ day }: { day: string }) {
  const [option, setOption] = useState<Option>('ETP_1');
  const [tier, setTier] = useState<Tier>('STANDARD');
  const [year, setYear] = useState<Year>('1');
  const answer = contractAmount({
    signatureDay: day,
    startDay: day,
    option,
    tier,
    contractYear: Number(year),
  });
  return (
    <section className={styles['example']} aria-label="Exemple de montant">
      <h3>Contrat signé le {formatDay(day)}</h3>
      <ChoiceField
        label="Temps de l’assistant"
        options={FIRST_OPTIONS.map((value) => ({ value, label: OPTION_LABELS[value] }))}
        value={option}
        onChange={(value) => setOption(value ?? 'ETP_1')}
        clearable={false}
      />
      <SelectField
        label="Patientèle de départ"
        options={AID_TIERS.map((value) => ({ value, label: TIER_LABELS[value] }))}
        value={tier}
        onChange={(value) => setTier(AID_TIERS.find((one) => one === value) ?? 'STANDARD')}
      />
      <ChoiceField
        label="Année du contrat"
        options={years.map((value) => ({ value, label: value === '1' ? '1re' : `${value}e` }))}
        value={year}
        onChange={(value) => setYear(value ?? '1')}
        clearable={false}
      />
      <p className={styles['exampleFigure']} role="status">
        <b>{answer.value === null ? 'Indéterminé' : valueWords(answer.value, answer.unit)}</b>
        <span className={styles['quiet']}>estimation, avant objectifs</span>
      </p>
      <Why answer={answer} />
    </section>
  );
}
