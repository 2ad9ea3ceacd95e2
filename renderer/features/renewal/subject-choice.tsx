import type { PreparedRenewal } from '#shared/contract/renewal.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { SelectField } from '../../ui/index.ts';
import styles from './renewal.module.css';

const STATES = { past: 'terminée', running: 'en cours', future: 'à venir', unknown: 'dates à préciser' } as const;

/** « 3e année », « renouvellement au terme ». */
export function subjectWords(contractYear: number | null): string {
  if (contractYear === null) return 'renouvellement au terme';
  return `${contractYear === 1 ? '1re' : `${contractYear}e`} année`;
}

interface SubjectChoiceProps {
  years: PreparedRenewal['years'];
  contractYear: number | null;
  onChoose: (contractYear: number | null) => void;
}

/** Which file is prepared: one year, or the renewal at the term of the contract. */
export function SubjectChoice({ years, contractYear, onChoose }: SubjectChoiceProps) {
  const options = years
    .filter(({ state }) => state !== 'future')
    .map(({ contractYear: year, from, to, state }) => {
      const period = from === null || to === null ? '' : `, du ${formatDay(from)} au ${formatDay(to)}`;
      return { value: String(year), label: `${year === 1 ? '1re' : `${year}e`} année${period} (${STATES[state]})` };
    });
  return (
    <div className={styles['choice']}>
      <SelectField
        label="Dossier à préparer"
        options={[...options, { value: 'terme', label: 'Renouvellement au terme du contrat' }]}
        value={contractYear === null ? 'terme' : String(contractYear)}
        onChange={(value) => value !== null && onChoose(value === 'terme' ? null : Number(value))}
      />
    </div>
  );
}
