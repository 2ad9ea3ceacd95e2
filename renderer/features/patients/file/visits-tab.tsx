import type { PracticeView } from '#shared/contract/practice.ts';
import { IconVisits } from '../../../ui/icons.ts';
import { DataTable, EmptyState, Pane, type Column } from '../../../ui/index.ts';
import type { File } from './file-page.tsx';
import { dayWords, doctorOf, stateOf, timeOf } from './visit-words.ts';

type Visit = File['visits'][number];

export function VisitsTab({ file, practice, today }: { file: File; practice: PracticeView; today: string }) {
  if (file.visits.length === 0) {
    return (
      <Pane label="Visites">
        <EmptyState icon={IconVisits} title="Aucune visite">
          Les passages au cabinet s’affichent ici.
        </EmptyState>
      </Pane>
    );
  }
  const columns: Column<Visit>[] = [
    { id: 'day', head: 'Jour', width: '130px', rowHead: true, cell: (visit) => dayWords(visit, today) },
    { id: 'time', head: 'Heure', width: '130px', cell: timeOf },
    { id: 'doctor', head: 'Médecin', width: '190px', cell: (visit) => doctorOf(visit, practice) },
    { id: 'reason', head: 'Motif', cell: (visit) => visit.reasonLabel ?? 'Motif à préciser' },
    { id: 'state', head: 'Déroulement', cell: (visit) => stateOf(visit, today) },
  ];
  const shown = file.visits.length < file.visitCount ? `${file.visits.length} sur ${file.visitCount}` : undefined;
  return (
    <Pane title="Visites" aside={shown} flush>
      <DataTable
        caption="Visites"
        columns={columns}
        groups={[{ id: 'all', label: '', rows: file.visits }]}
        rowKey={(visit) => visit.id}
      />
    </Pane>
  );
}
