import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RENEWAL_STEPS, renewalSteps } from '#shared/domain/renewal.ts';
import { can } from '#shared/permissions/roles.ts';
import { sentenceOf } from '../../api/queries.ts';
import { useMe } from '../../api/session.ts';
import { useActions } from '../../app/actions/index.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { Button, EmptyState, ErrorArea, Stepper, Tag } from '../../ui/index.ts';
import { IconExport, IconInfo } from '../../ui/icons.ts';
import { RenewalDialog, type OpenDialog } from './renewal-dialog.tsx';
import styles from './renewal.module.css';
import { ReportPreview } from './report-preview.tsx';
import { StepBody } from './step-body.tsx';
import { subjectWords } from './subject-choice.tsx';
import { useRenewal } from './use-renewal.ts';

/** Préparer le renouvellement: what is gathered, what is missing, and the report as it will be produced. */
export function RenewalPage() {
  const renewal = useRenewal();
  const { contractId, contract, contractYear, prepared, step, go } = renewal;
  const me = useMe();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const mayManage = me !== null && can(me, 'employer.manage');
  const index = renewalSteps.indexOf(step);
  const next = renewalSteps[index + 1];
  const { data } = prepared;
  const canProduce = mayManage && data !== undefined && !prepared.isFetching;
  const later = () =>
    void navigate({ to: '/aide', search: { contrat: contractId, medecin: contract?.doctors[0]?.id } });
  const onward = () => {
    if (next !== undefined) go({ etape: next });
    else void renewal.produce();
  };
  useActions('Renouvellement', [
    {
      id: 'renewal.next',
      label: next === undefined ? 'Produire le dossier' : 'Étape suivante',
      keys: ['Ctrl+Enter'],
      isAvailable: () => dialog === null && (next !== undefined || canProduce),
      run: onward,
    },
    { id: 'renewal.later', label: 'Finir plus tard', run: later },
  ]);

  return (
    <>
      <PageHead
        title="Préparer le renouvellement"
        context={
          contract !== null && `${contract.doctors.map(({ name }) => name).join(', ')}, ${subjectWords(contractYear)}`
        }
        secondaryActions={<Button onClick={later}>Finir plus tard</Button>}
        primaryAction={
          mayManage && (
            <Button
              kind={next === undefined ? 'primary' : 'secondary'}
              icon={IconExport}
              disabled={!canProduce}
              working={renewal.producing ? 'Production…' : undefined}
              onClick={() => void renewal.produce()}
            >
              {data?.snapshot.complete === true ? 'Produire le dossier PDF' : 'Produire un dossier provisoire'}
            </Button>
          )
        }
      />
      <PageLayout fixed>
        {renewal.contracts.isError && (
          <ErrorArea what="Le contrat n’a pas pu être lu." why={sentenceOf(renewal.contracts.error)} />
        )}
        {renewal.contracts.isSuccess && contract === null && (
          <EmptyState icon={IconInfo} title="Contrat introuvable" action={<Button onClick={later}>Voir l’aide</Button>}>
            Il a peut-être été retiré depuis.
          </EmptyState>
        )}
        {contract !== null && (
          <div className={styles['page']}>
            <div className={styles['work']}>
              <Stepper
                label="Étapes du dossier"
                steps={renewalSteps.map((one) => RENEWAL_STEPS[one])}
                current={index}
                onStep={(wanted) => go({ etape: renewalSteps[wanted] })}
              />
              <StepBody renewal={renewal} mayManage={mayManage} onDialog={setDialog} onward={onward} />
            </div>
            <Preview prepared={data} />
          </div>
        )}
      </PageLayout>
      {dialog !== null && (
        <RenewalDialog dialog={dialog} prepared={data} onSetAside={renewal.setAside} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function Preview({ prepared }: { prepared: ReturnType<typeof useRenewal>['prepared']['data'] }) {
  return (
    <section className={styles['preview']} aria-label="Aperçu" tabIndex={-1}>
      <div className={styles['previewHead']}>
        <h2>Aperçu du dossier</h2>
        {prepared !== undefined &&
          (prepared.snapshot.complete ? <Tag tone="ok">Complet</Tag> : <Tag tone="warn">Incomplet</Tag>)}
      </div>
      <div className={styles['previewBody']}>
        {prepared !== undefined && <ReportPreview snapshot={prepared.snapshot} />}
      </div>
    </section>
  );
}
