import type { AssistantTraining } from '#shared/contract/training.ts';
import { sentenceOf, useRead } from '../../api/queries.ts';
import { PageLayout } from '../../app/frame/index.ts';
import { PageHead } from '../../app/shell/page-head.tsx';
import { ErrorArea, LoadingArea, TabPanel, Tabs, type TabItem } from '../../ui/index.ts';
import { OwnRecord } from '../employer/own-record.tsx';
import { useGesture } from './open-gesture.ts';
import styles from './training.module.css';
import { Trainings } from './trainings.tsx';

const tabs: readonly TabItem<'formation' | 'contrat'>[] = [
  { id: 'formation', label: 'Ma formation' },
  { id: 'contrat', label: 'Mon contrat et mes pièces' },
];

/** An assistant's own file: the training, then the contract, the absences and the proofs. Nothing to change. */
export function OwnFile() {
  const read = useRead('training', 'mine', {});
  const gesture = useGesture();
  const tab = gesture.onglet ?? 'formation';
  return (
    <>
      <PageHead title="Formation" context="Mon dossier" />
      <PageLayout
        head={
          <div className={styles['tabs']}>
            <Tabs
              id="dossier"
              label="Mon dossier"
              tabs={tabs}
              value={tab}
              onChange={(id) => gesture.show(id === 'contrat' ? id : undefined)}
            />
          </div>
        }
      >
        <TabPanel id="dossier" value={tab}>
          {read.error !== null && (
            <ErrorArea
              what="Votre dossier n’a pas pu être lu."
              why={sentenceOf(read.error)}
              onRetry={() => void read.refetch()}
            />
          )}
          {read.data === undefined && read.error === null && <LoadingArea words="Lecture de votre dossier…" />}
          {read.data !== undefined && tab === 'contrat' && <OwnRecord today={read.data.today} />}
          {read.data !== undefined && tab === 'formation' && (
            <Trainings
              views={read.data.assistants as readonly AssistantTraining[]}
              today={read.data.today}
              gesture={gesture}
              manages={false}
              employer={false}
            />
          )}
        </TabPanel>
      </PageLayout>
    </>
  );
}
