import { can, permissions, roles, type Permission, type Role } from '#shared/permissions/roles.ts';
import { roleLabel } from '#shared/vocabulary/roles.ts';
import { DataTable, Pane, VisuallyHidden, type Column } from '../../ui/index.ts';
import { IconDone, IconIdentity } from '../../ui/icons.ts';
import { permissionLabel } from './permission-label.ts';
import styles from './settings.module.css';

interface Holder {
  id: string;
  label: string;
  role: Role;
  responsable: boolean;
}

const holders: readonly Holder[] = [
  { id: 'medecin-responsable', label: 'Responsable', role: 'medecin', responsable: true },
  ...roles.map((role) => ({
    id: role,
    label: role === 'assistant' ? 'Assistant' : roleLabel[role],
    role,
    responsable: false,
  })),
];

const columns: readonly Column<Permission>[] = [
  { id: 'right', head: 'Droit', rowHead: true, width: '30%', cell: (permission) => permissionLabel[permission] },
  ...holders.map((holder): Column<Permission> => ({
    id: holder.id,
    head: holder.label,
    align: 'center',
    cell: (permission) =>
      can(holder, permission) ? (
        <>
          <IconDone size={16} stroke={2} aria-hidden="true" className={styles['yes'] ?? ''} />
          <VisuallyHidden>oui</VisuallyHidden>
        </>
      ) : (
        <>
          <span aria-hidden="true">–</span>
          <VisuallyHidden>non</VisuallyHidden>
        </>
      ),
  })),
];

/** What each role may do, read from the very table the core enforces. */
export function RightsTable() {
  return (
    <Pane
      title="Ce que chaque rôle peut faire"
      icon={IconIdentity}
      aside={'Responsable\u00a0: médecin responsable. Le reste est refusé'}
      flush
    >
      <div className={styles['scroll']} tabIndex={-1}>
        <DataTable
          caption="Ce que chaque rôle peut faire"
          columns={columns}
          groups={[{ id: 'all', label: '', rows: permissions }]}
          rowKey={(permission) => permission}
        />
      </div>
    </Pane>
  );
}
