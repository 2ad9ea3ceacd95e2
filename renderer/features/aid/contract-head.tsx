import type { AidContractLine, AidContractView } from '#shared/contract/aid-views.ts';
import { AID_CONTRACT_STATES, AID_END_REASONS } from '#shared/domain/aid.ts';
import { daysBetween, formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { ActionMenu, SelectField, Tag, Why, type MenuEntry, type Tone } from '../../ui/index.ts';
import { IconAlert, IconClock, IconLate, IconReady, IconRefused, type Icon } from '../../ui/icons.ts';
import styles from './aid.module.css';
import { dayWords, MISSING_LABELS, yearName } from './words.ts';

const looks: Record<AidContractView['state'], { tone: Tone; icon: Icon }> = {
  coming: { tone: 'info', icon: IconClock },
  running: { tone: 'ok', icon: IconReady },
  suspended: { tone: 'warn', icon: IconLate },
  term_passed: { tone: 'warn', icon: IconAlert },
  ended: { tone: 'neutral', icon: IconRefused },
};

interface ContractHeadProps {
  contract: AidContractView;
  others: readonly AidContractLine[];
  today: string;
  /** Nothing to do for who only reads. */
  entries: readonly MenuEntry[];
  onChoose: (contractId: string) => void;
}

/** Number, state, year, people and dates of the contract, and the day of the next yearly statement. */
export function ContractHead({ contract, others, today, entries, onChoose }: ContractHeadProps) {
  const { fields, state, currentYear, assistants, term, nextAnniversary, ended } = contract;
  const look = looks[state];
  const year = state === 'running' && currentYear.value !== null ? `, ${yearName(currentYear.value)}` : '';
  const people = [...new Set(assistants.map(({ name }) => name))];
  const parts = [
    contract.doctors.map(({ name }) => name).join(', '),
    contract.optionLabel,
    people.length === 0 ? 'aucun assistant rattaché' : people.join(', '),
    fields.cpam ?? 'CPAM non renseignée',
    `du ${formatDay(fields.startsOn)} au ${dayWords(term)}`,
  ];
  const due = nextAnniversary.value;
  const left = due === null ? null : daysBetween(today, due);
  return (
    <div className={styles['head']}>
      <div className={styles['headText']}>
        <div className={styles['headTitle']}>
          <h2>{contract.title}</h2>
          <Tag tone={look.tone} icon={look.icon}>
            {AID_CONTRACT_STATES[state]}
            {year}
          </Tag>
          {others.length > 1 && (
            <div className={styles['otherContracts']}>
              <SelectField
                label="Contrat affiché"
                hideLabel
                options={others.map((line) => ({
                  value: line.id,
                  label: `${line.title}, ${AID_CONTRACT_STATES[line.state].toLocaleLowerCase('fr')}`,
                }))}
                value={contract.id}
                onChange={(id) => id !== null && onChoose(id)}
              />
            </div>
          )}
          {entries.length > 0 && <ActionMenu label="Autres actions du contrat" kind="outlined" entries={entries} />}
        </div>
        <p>{parts.join(' · ')}</p>
        <p>
          {contract.ruleSetLabel}
          {ended !== null &&
            ` · terminé le ${formatDay(ended.on)}${ended.reason === null ? '' : `, ${AID_END_REASONS[ended.reason].toLocaleLowerCase('fr')}`}`}
          {contract.renews !== null && ` · suite de ${contract.renews.name}`}
          {contract.renewedBy !== null && ` · suivi de ${contract.renewedBy.name}`}
        </p>
      </div>
      {state !== 'ended' && (
        <div className={styles['filing']}>
          <div>Bilan annuel à déposer avant le</div>
          <div>
            <b>{dayWords(nextAnniversary)}</b>
            {left !== null && left >= 0 && ` dans ${formatNumber(left)}${NBSP}${left < 2 ? 'jour' : 'jours'}`}
          </div>
          {due === null && <Why answer={nextAnniversary} missingLabels={MISSING_LABELS} />}
        </div>
      )}
    </div>
  );
}
