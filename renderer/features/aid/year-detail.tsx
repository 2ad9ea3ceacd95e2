import type { AidContractView, AidYearView } from '#shared/contract/aid-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { euros } from '#shared/rules/kernel/index.ts';
import { Button, IconButton, Note, Row, Tag, Why } from '../../ui/index.ts';
import { IconAdd, IconClose } from '../../ui/icons.ts';
import { useAidAddress } from './address.ts';
import styles from './aid.module.css';
import { countWords, dayWords, MISSING_LABELS, sumWords, yearName } from './words.ts';

const payments = { received: 'reçu', late: 'en retard', expected: 'attendu', day_unknown: 'jour inconnu' } as const;

/** An estimation is never called a sum. */
function dueLabel({ notified, state }: AidYearView): string {
  if (notified !== null) return 'Montant notifié par la caisse';
  return state === 'paid' ? 'Montant dû' : 'Prévision';
}

/** A projection is never told without its day and its band. */
function projectionWords({ on, low, high }: AidYearView['results'][number]): string {
  const day = on === null ? '' : ` au ${formatDay(on)}`;
  const band = low === null || high === null ? '' : `, entre ${countWords(low)} et ${countWords(high)}`;
  return `projection${day}${band}`;
}

interface YearDetailProps {
  contract: AidContractView;
  year: AidYearView;
  mayManage: boolean;
  onClose: () => void;
}

/** All of one year: how the sum is made, each payment, what differs, and what the post costs beside. */
export function YearDetail({ contract, year, mayManage, onClose }: YearDetailProps) {
  const { open } = useAidAddress();
  const name = yearName(year.contractYear);
  const line = (label: string, answer: AidYearView['due'], words = sumWords(answer)) => (
    <div className={styles['figure']}>
      <span>{label}</span>
      <b>{words}</b>
      <Why answer={answer} missingLabels={MISSING_LABELS} />
    </div>
  );
  return (
    <section id="annee-detail" className={styles['yearDetail']} aria-label={`${name}, détail`}>
      <div className={styles['formHead']}>
        <h3>
          {name}, du {dayWords(year.start)} au {dayWords(year.end)}
        </h3>
        <IconButton icon={IconClose} label="Replier l’année" onClick={onClose} />
      </div>
      {year.differences.map(({ code, words, cents }) => (
        <Note key={`${code} ${words}`} tone="warn">
          {words}
          {cents !== null && ` Écart${NBSP}: ${euros(Math.abs(cents))}.`}
        </Note>
      ))}
      <div className={styles['figures']}>
        {line('Montant maximum', year.full)}
        {line(dueLabel(year), year.due)}
        {year.forecasts.map(({ policy, label, amount }) => (
          <div key={policy} className={styles['figure']}>
            <span>Prévision, {label.toLocaleLowerCase('fr')}</span>
            <b>{sumWords(amount)}</b>
            <Why answer={amount} missingLabels={MISSING_LABELS} />
          </div>
        ))}
        {line('Reste à la charge du cabinet', year.leftToPay)}
      </div>
      {year.results.length > 0 && (
        <table className={styles['table']}>
          <caption>Compteurs de l’année</caption>
          <thead>
            <tr>
              <th scope="col">Compteur</th>
              <th scope="col">Départ</th>
              <th scope="col">Objectif</th>
              <th scope="col">Compté</th>
              <th scope="col">Origine</th>
            </tr>
          </thead>
          <tbody>
            {year.results.map((result) => (
              <tr key={result.metric}>
                <th scope="row">{result.label}</th>
                <td>{countWords(result.start)}</td>
                <td>{countWords(result.objective)}</td>
                <td>{countWords(result.achieved)}</td>
                <td>
                  {result.origin === 'statement' && `relevé${result.on === null ? '' : ` du ${formatDay(result.on)}`}`}
                  {result.origin === 'projection' && projectionWords(result)}
                  {result.origin === 'none' && 'aucun relevé'}
                  <Why answer={result.counted} missingLabels={MISSING_LABELS} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <table className={styles['table']}>
        <caption>Versements de l’année</caption>
        <thead>
          <tr>
            <th scope="col">Versement</th>
            <th scope="col">Date prévue</th>
            <th scope="col">Montant</th>
            <th scope="col">Reçu</th>
            <th scope="col">État</th>
          </tr>
        </thead>
        <tbody>
          {year.payments.map((payment) => (
            <tr key={payment.rank}>
              <th scope="row">
                {payment.sharePercent === null
                  ? 'Année entière'
                  : `${payment.rank === 1 ? '1er' : `${payment.rank}e`}, ${formatNumber(payment.sharePercent)}${NBSP}%`}
              </th>
              <td>{dayWords(payment.due)}</td>
              <td>{sumWords(payment.amount)}</td>
              <td>
                {payment.received === null
                  ? ''
                  : `${euros(payment.received.cents)}${payment.received.on === null ? '' : `, le ${formatDay(payment.received.on)}`}`}
              </td>
              <td>
                <Tag
                  tone={payment.state === 'received' ? 'ok' : payment.state === 'late' ? 'bad' : 'neutral'}
                  look="outline"
                >
                  {payments[payment.state]}
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayManage && (
        <Row gap={2}>
          <Button size="toolbar" icon={IconAdd} onClick={() => open('versement', `RECEIVED.${year.contractYear}`)}>
            Saisir un versement reçu
          </Button>
          <Button size="toolbar" onClick={() => open('versement', `NOTIFIED.${year.contractYear}`)}>
            Saisir un montant notifié
          </Button>
          <Button size="toolbar" onClick={() => open('annee', String(year.contractYear))}>
            Montant écrit, début, coût du poste
          </Button>
          {contract.payments.some((payment) => payment.contractYear === year.contractYear) && (
            <span className={styles['quiet']}>
              Les pièces se joignent depuis «{NBSP}Versements{NBSP}», plus bas.
            </span>
          )}
        </Row>
      )}
    </section>
  );
}
