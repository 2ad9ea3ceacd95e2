import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';

export interface RecoverySheet {
  title: string;
  /** Above the key, one paragraph each. */
  before: readonly string[];
  groups: readonly string[];
  /** Below it. */
  after: readonly string[];
}

/** The words of the recovery key's sheet, printed or saved: its vault, its date, its check sign, nothing of the practice. */
export function recoverySheet(key: { groups: readonly string[]; vaultId: string; day: Day }): RecoverySheet {
  const check = key.groups.at(-1)?.at(-1) ?? '';
  return {
    title: 'Prélude, clé de secours',
    before: [`Éditée le ${formatDay(key.day)}. Elle remplace toute clé éditée auparavant.`, `Coffre ${key.vaultId}`],
    groups: key.groups,
    after: [
      `Huit groupes de quatre signes, sans 0, O, 1 ni I. Signe de contrôle${NBSP}: ${check}, le dernier de la clé. Il contrôle les autres${NBSP}: une erreur de copie se voit.`,
      `Cette clé ouvre le coffre quand aucun responsable ne peut le faire${NBSP}: écran de déverrouillage, «${NBSP}Utiliser la clé de secours${NBSP}».`,
      `La ranger hors du cabinet ou dans un coffre. Ne pas la photographier. Si elle est perdue ou lue par un tiers, un responsable la remplace dans Réglages, Utilisateurs et rôles.`,
    ],
  };
}
