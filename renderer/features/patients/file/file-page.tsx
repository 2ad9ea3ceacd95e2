import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { refusalIn, sentenceOf, useRead, type Output } from '../../../api/queries.ts';
import { useMe, useSession } from '../../../api/session.ts';
import { PageLayout } from '../../../app/frame/index.ts';
import { useActions } from '../../../app/actions/index.ts';
import { PageHead } from '../../../app/shell/page-head.tsx';
import { useStepBack } from '../../../app/shell/step-back.ts';
import { ErrorArea, LoadingArea, TabPanel, Tabs, type TabItem } from '../../../ui/index.ts';
import { can } from '#shared/permissions/roles.ts';
import { dossier } from '../patient-words.ts';
import { AdminTab } from './admin-tab.tsx';
import { FileBand } from './file-band.tsx';
import styles from './file.module.css';
import { MeasuresTab } from './measures-tab.tsx';
import { SynthesisTab } from './synthesis-tab.tsx';
import { VisitsTab } from './visits-tab.tsx';

export type File = Output<'patients', 'get'>;
type TabId = 'synthese' | 'visites' | 'constantes' | 'administratif';

/** Fiche patient: who the person is stays at the top, whatever the tab. */
export function FilePage() {
  const { patientId } = useParams({ from: '/patients/$patientId' });
  const { onglet } = useSearch({ from: '/patients/$patientId' });
  const navigate = useNavigate();
  const me = useMe();
  const { escape } = useStepBack(() => void navigate({ to: '/patients' }));
  useActions('Dossier', [{ id: 'file.back', label: 'Revenir', keys: ['Escape'], hiddenInPalette: true, run: escape }]);
  const today = useSession((store) => store.state?.today) ?? '';
  const read = useRead('patients', 'get', { patientId });
  const practice = useRead('practice', 'get', {});
  const refusal = refusalIn(read.error);
  const mergedInto = refusal?.code === 'PATIENT_MERGED' ? refusal.data.patientId : null;
  useEffect(() => {
    if (mergedInto !== null)
      void navigate({ to: '/patients/$patientId', params: { patientId: mergedInto }, replace: true });
  }, [mergedInto, navigate]);

  if (read.error !== null && mergedInto === null) {
    return (
      <>
        <PageHead title="Patients" />
        <ErrorArea
          what="Le dossier n’a pas pu être ouvert."
          why={sentenceOf(read.error)}
          onRetry={() => void read.refetch()}
        />
      </>
    );
  }
  const file = read.data;
  if (file === undefined || practice.data === undefined) {
    return (
      <>
        <PageHead title="Patients" />
        <LoadingArea words="Lecture du dossier…" />
      </>
    );
  }
  const tabs: TabItem<TabId>[] = [
    { id: 'synthese', label: 'Synthèse' },
    { id: 'visites', label: 'Visites', ...(file.visitCount > 0 ? { count: file.visitCount } : {}) },
    ...(file.clinical === null ? [] : [{ id: 'constantes' as const, label: 'Constantes' }]),
    {
      id: 'administratif',
      label: 'Administratif',
      ...(file.toCorrect.length > 0 ? { count: file.toCorrect.length, countTone: 'warn' as const } : {}),
    },
  ];
  const open = tabs.find((tab) => tab.id === onglet)?.id ?? 'synthese';
  const show = (tab: TabId) =>
    void navigate({
      to: '/patients/$patientId',
      params: { patientId },
      search: { onglet: tab === 'synthese' ? undefined : tab },
      replace: true,
    });
  const shared = { file, practice: practice.data, today };
  const edits = me !== null && can(me, 'patient.edit');
  return (
    <>
      <PageHead title="Patients" context={dossier(file.number, 'Dossier')} />
      <PageLayout
        head={
          <>
            <FileBand {...shared} />
            <div className={styles['tabs']}>
              <Tabs id="fiche" label="Rubriques du dossier" tabs={tabs} value={open} onChange={show} />
            </div>
          </>
        }
      >
        <TabPanel id="fiche" value={open}>
          {open === 'synthese' && <SynthesisTab {...shared} onTab={show} />}
          {open === 'visites' && <VisitsTab {...shared} />}
          {open === 'constantes' && file.clinical !== null && <MeasuresTab measures={file.clinical.measures} />}
          {open === 'administratif' && <AdminTab key={file.id} {...shared} editable={edits} />}
        </TabPanel>
      </PageLayout>
    </>
  );
}
