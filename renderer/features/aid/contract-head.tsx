import { Fragment } from 'react';
import type { AidContractLine, AidContractView } from '#shared/contract/aid-views.ts';
import { AID_CONTRACT_STATES, AID_END_REASONS } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { ActionMenu, SelectField, Tag, type MenuEntry, type Tone } from '../../ui/index.ts';
import { IconAlert, IconClock, IconLate, IconReady, IconRefused, type Icon } from '../../ui/icons.ts';
import styles from './contract-head.module.css';
import { ContractDue, MissingCount } from './contract-due.tsx';
import { dayWords, yearName } from './words.ts';

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
  /** Nothing to do for who only reads. */
  entries: readonly MenuEntry[];
  onChoose: (contractId: string) => void;
}

/** Number, state, year, people and dates of the contract; what it waits for, and until when. */
export function ContractHead({ contract, others, entries, onChoose }: ContractHeadProps) {
  const { fields, state, currentYear, assistants, term, ended } = contract;
  const look = looks[state];
  const year = state === 'running' && currentYear.value !== null ? `, ${yearName(currentYear.value)}` : '';
  const people = [...new Set(assistants.map(({ name }) => name))];
  const parts = [
    contract.doctors.map(({ name }) => name).join(', '),
    contract.optionLabel,
    people.length === 0 ? 'aucun assistant rattaché' : people.join(', '),
    fields.cpam ?? 'CPAM non renseignée',
    `du ${formatDay(fields.startsOn)} au ${dayWords(term)}`,
    contract.ruleSetLabel,
    ...(ended === null
      ? []
      : [
          `terminé le ${formatDay(ended.on)}${ended.reason === null ? '' : `, ${AID_END_REASONS[ended.reason].toLocaleLowerCase('fr')}`}`,
        ]),
    ...(contract.renews === null ? [] : [`suite de ${contract.renews.name}`]),
    ...(contract.renewedBy === null ? [] : [`suivi de ${contract.renewedBy.name}`]),
  ];
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
        <p>
          {parts.map((part, index) => (
            <Fragment key={part}>
              {index > 0 && ' · '}
              <span className={styles['part']}>{part}</span>
            </Fragment>
          ))}
        </p>
      </div>
      {state !== 'ended' && (
        <div className={styles['headAside']}>
          <MissingCount missing={contract.missing} />
          <ContractDue contract={contract} />
        </div>
      )}
    </div>
  );
}
