import type { PreparedRenewal } from '#shared/contract/renewal.ts';
import type { ChecklistLine } from '#shared/domain/renewal.ts';
import { useSession } from '../../api/session.ts';
import { AsideDialog } from './aside-dialog.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import { PiecesDialog } from './pieces-dialog.tsx';

export type OpenDialog = { kind: 'attach' | 'aside'; line: ChecklistLine } | { kind: 'pieces' };

interface RenewalDialogProps {
  dialog: OpenDialog;
  prepared: PreparedRenewal | undefined;
  onSetAside: (lineId: string, reason: string) => void;
  onClose: () => void;
}

/** The one dialog open over the wizard. */
export function RenewalDialog({ dialog, prepared, onSetAside, onClose }: RenewalDialogProps) {
  const today = useSession((store) => store.state?.today) ?? '';
  if (dialog.kind === 'attach') return <AttachDialog line={dialog.line} today={today} onClose={onClose} />;
  if (dialog.kind === 'aside') {
    const confirm = (reason: string) => {
      onSetAside(dialog.line.id, reason);
      onClose();
    };
    return <AsideDialog line={dialog.line} onClose={onClose} onConfirm={confirm} />;
  }
  if (prepared === undefined) return null;
  return <PiecesDialog pieces={prepared.pieces} changed={prepared.piecesChanged} onClose={onClose} />;
}
