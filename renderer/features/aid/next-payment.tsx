import type { AidContractView } from '#shared/contract/aid-views.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { MODULATION_POLICIES } from '#shared/rules/aid/index.ts';
import { EmptyState, Pane, Tag, TextLink, Why } from '../../ui/index.ts';
import { IconAid, IconForecast, IconReady } from '../../ui/icons.ts';
import { useAidAddress } from './address.ts';
import styles from './aid.module.css';
import { MISSING_LABELS, monthOf, sumWords, yearName } from './words.ts';

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
  const due = payment.due.value;
  const { policy } = contract.fields;
  const depends = year.forecasts.length > 0;
  return (
    <Pane
      title="Prochain versement"
      icon={IconAid}
      aside={
        sure ? (
          <Tag tone="info">Notifié</Tag>
        ) : (
          <Tag tone="warn" icon={IconForecast}>
            Prévision
          </Tag>
        )
      }
    >
      <div className={styles['next']}>
        <p className={styles['nextSum']}>
          {(!depends || payment.amount.value !== null) && <b>{sumWords(payment.amount)}</b>}
          <span>
            {yearName(next.contractYear)}
            {payment.sharePercent === null ? '' : `, ${payment.sharePercent}${NBSP}%`}
            {due === null ? ', date inconnue' : `, en ${monthOf(due)}`}
          </span>
        </p>
        {depends && (
          <div>
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
          </div>
        )}
        {!depends && <Why answer={payment.amount} defaultOpen missingLabels={MISSING_LABELS} />}
        {due === null && (
          <div>
            <p className={styles['quiet']}>Date inconnue{NBSP}: le contrat ou un courrier de la caisse la donne.</p>
            <Why answer={payment.due} missingLabels={MISSING_LABELS} />
          </div>
        )}
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
