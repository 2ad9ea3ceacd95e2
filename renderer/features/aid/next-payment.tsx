import type { AidContractView, AidYearView } from '#shared/contract/aid-views.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { MODULATION_POLICIES } from '#shared/rules/aid/index.ts';
import { EmptyState, Pane, Tag, TextLink, Why } from '../../ui/index.ts';
import { IconAid, IconForecast, IconLate, IconReady } from '../../ui/icons.ts';
import { useAidAddress } from './address.ts';
import styles from './next-payment.module.css';
import { MISSING_LABELS, sumWords, yearFigure, yearName } from './words.ts';

/** The next sum to come, its calculation open, and the assumption made where the text says nothing. */
export function NextPayment({ contract, mayManage }: { contract: AidContractView; mayManage: boolean }) {
  const { open } = useAidAddress();
  const next = contract.nextPayment;
  const year = contract.years.find((one) => one.contractYear === next?.contractYear);
  const payment = year?.payments.find((one) => one.rank === next?.rank);
  if (next === null || year === undefined || payment === undefined) {
    return (
      <Pane title="Prochain versement" icon={IconAid}>
        <EmptyState icon={IconReady} title="Aucun versement à venir">
          Tout ce que le contrat prévoit est arrivé, ou le contrat est terminé.
        </EmptyState>
      </Pane>
    );
  }
  const sure = year.notified !== null;
  const { policy } = contract.fields;
  const depends = year.forecasts.length > 0;
  const known = payment.amount.value !== null;
  return (
    <Pane
      title="Prochain versement"
      icon={IconAid}
      fill
      aside={<Standing late={payment.state === 'late'} sure={sure} />}
    >
      <div className={styles['next']}>
        <p className={styles['nextSum']}>
          <b>{known ? sumWords(payment.amount) : depends ? yearFigure(year) : 'À compléter'}</b>
          {!known && depends && <span>pour la {yearName(next.contractYear)} entière, selon la règle</span>}
          <span className={styles['nextWhen']}>
            {yearName(next.contractYear)}
            {paymentWords(payment, year.payments.length)}
          </span>
        </p>
        <div className={styles['nextWhy']}>
          {depends && (
            <>
              <p className={styles['quiet']}>
                La formule n’est pas publiée. Le montant de l’année selon la règle retenue{NBSP}:
              </p>
              {year.forecasts.map(({ policy: rule, label, amount }) => (
                <div key={rule} className={styles['forecast']}>
                  <span>{label}</span>
                  <b>{sumWords(amount)}</b>
                  <Why answer={amount} missingLabels={MISSING_LABELS} />
                </div>
              ))}
            </>
          )}
          {!depends && <Why answer={payment.amount} defaultOpen missingLabels={MISSING_LABELS} />}
          {payment.due.value === null && (
            <>
              <p className={styles['quiet']}>Date inconnue{NBSP}: le contrat ou un courrier de la caisse la donne.</p>
              <Why answer={payment.due} missingLabels={MISSING_LABELS} />
            </>
          )}
        </div>
        {!sure && (year.results.length > 0 || policy !== null) && (
          <p>
            Formule de l’objectif atteint en partie{NBSP}:{' '}
            {policy === null ? (
              'à choisir. '
            ) : (
              <>
                {MODULATION_POLICIES[policy].toLocaleLowerCase('fr')}, <b>hypothèse du cabinet</b>.{' '}
              </>
            )}
            {mayManage && (
              <TextLink onClick={() => open('reglement')}>{policy === null ? 'Choisir' : 'Changer'}</TextLink>
            )}
          </p>
        )}
        {!sure && (
          <p className={styles['quiet']}>
            Estimation. Un montant notifié par la caisse la remplace.{' '}
            {mayManage && (
              <TextLink onClick={() => open('versement', `NOTIFIED.${next.contractYear}`)}>
                Saisir un montant notifié
              </TextLink>
            )}
          </p>
        )}
      </div>
    </Pane>
  );
}

/** `, 1er versement sur 2 (50 %), attendu le 30/03/2027`. */
function paymentWords({ rank, sharePercent, due }: AidYearView['payments'][number], count: number): string {
  const share = sharePercent === null ? '' : ` (${formatNumber(sharePercent)}${NBSP}%)`;
  const part = count > 1 ? `, ${rank === 1 ? '1er' : `${rank}e`} versement sur ${count}${share}` : '';
  return `${part}, ${due.value === null ? 'date inconnue' : `attendu le${NBSP}${formatDay(due.value)}`}`;
}

function Standing({ late, sure }: { late: boolean; sure: boolean }) {
  return (
    <>
      {late && (
        <Tag tone="bad" icon={IconLate}>
          En retard
        </Tag>
      )}
      {sure ? (
        <Tag tone="info">Notifié</Tag>
      ) : (
        <Tag tone="warn" icon={IconForecast}>
          Prévision
        </Tag>
      )}
    </>
  );
}
