import type { PatientLine } from '#shared/contract/patient-views.ts';
import type { PracticeView } from '#shared/contract/practice.ts';
import { ageLabel, formatDay } from '#shared/kernel/day.ts';
import { formatPhone } from '#shared/kernel/format.ts';
import { IconHomonym } from '../../../ui/icons.ts';
import { DataTable, IdentityTag, Row, Tag, type Column, type RowGroup } from '../../../ui/index.ts';
import { identityStatusOf, nameOf, whereNow } from '../patient-words.ts';

interface PatientTableProps {
  caption: string;
  lines: readonly PatientLine[];
  /** Lines found by resemblance, after the others under their own head. */
  near?: readonly PatientLine[];
  practice: PracticeView | undefined;
  today: string;
  onOpen: (line: PatientLine) => void;
}

/** People in a table: one tab stop, arrows browse, Entrée opens. */
export function PatientTable({ caption, lines, near = [], practice, today, onOpen }: PatientTableProps) {
  const doctorOf = (line: PatientLine) =>
    practice?.doctors.find((doctor) => doctor.id === line.doctorId)?.displayName ?? '';
  const columns: Column<PatientLine>[] = [
    {
      id: 'name',
      head: 'Nom',
      rowHead: true,
      cell: (line) => (
        <Row gap={2}>
          <b>{nameOf(line)}</b>
          {line.usedName !== null && line.usedName !== line.birthName && (
            <span>
              né{line.sex === 'F' ? 'e' : ''} {line.birthName}
            </span>
          )}
          {line.homonym && (
            <Tag tone="warn" icon={IconHomonym}>
              Homonyme
            </Tag>
          )}
        </Row>
      ),
    },
    { id: 'birth', head: 'Naissance', width: '130px', cell: (line) => formatDay(line.birthDay) },
    { id: 'age', head: 'Âge', width: '76px', align: 'end', cell: (line) => ageLabel(line.birthDay, today) },
    { id: 'sex', head: 'Sexe', width: '56px', align: 'center', cell: (line) => line.sex },
    {
      id: 'status',
      head: 'Identité',
      width: '160px',
      cell: (line) => <IdentityTag status={identityStatusOf[line.status]} />,
    },
    { id: 'doctor', head: 'Médecin', width: '150px', cell: doctorOf },
    {
      id: 'phone',
      head: 'Téléphone',
      width: '124px',
      cell: (line) => (line.phone === null ? '' : formatPhone(line.phone)),
    },
    { id: 'now', head: 'Aujourd’hui', width: '170px', cell: (line) => whereNow(line) },
  ];
  const groups: RowGroup<PatientLine>[] = [
    { id: 'all', label: '', rows: lines },
    ...(near.length === 0 ? [] : [{ id: 'near', label: 'Ressemblants', rows: near }]),
  ];
  return <DataTable caption={caption} columns={columns} groups={groups} rowKey={(line) => line.id} onOpen={onOpen} />;
}
