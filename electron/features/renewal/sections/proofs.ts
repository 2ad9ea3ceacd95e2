import { formatDay } from '#shared/kernel/day.ts';
import { DOCUMENT_KINDS } from '#shared/domain/documents.ts';
import type { ChecklistLine } from '#shared/domain/renewal.ts';
import type { ReportProof, ReportSection } from '#shared/domain/renewal-report.ts';
import { withoutDiacritics } from '#shared/kernel/text.ts';
import type { Gathered } from '../gather/gathered.ts';
import { measureCell, note, tableBlock, words } from './cells.ts';

const EXTENSIONS = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

/** The proofs as they go in the archive: numbered, their names kept as far as any computer can read them. */
export function proofsOf({ documents }: Gathered): ReportProof[] {
  return documents.map((one, index) => {
    const number = String(index + 1).padStart(2, '0');
    const name = withoutDiacritics(one.name.replace(/\.[a-z0-9]{1,5}$/iu, ''))
      .replaceAll(/[^a-z0-9]+/giu, '-')
      .replaceAll(/^-+|-+$/gu, '')
      .slice(0, 60);
    return {
      documentId: one.id,
      file: `pieces/${number}-${name || 'piece'}.${EXTENSIONS[one.mediaType]}`,
      name: one.name,
      kind: DOCUMENT_KINDS[one.kind],
      onDay: one.onDay,
      fingerprint: one.fingerprint,
      size: one.size,
    };
  });
}

/** Every proof with the fingerprint that tells whether it is the same file. */
export function proofsSection(proofs: readonly ReportProof[]): ReportSection {
  const rows = proofs.map((one, index) => [
    words(String(index + 1)),
    words([one.kind, one.name, one.onDay === null ? null : formatDay(one.onDay)].filter(Boolean).join(', ')),
    measureCell(Math.max(1, Math.round(one.size / 1024)), 'Ko'),
    words(one.fingerprint),
  ]);
  const blocks =
    rows.length === 0
      ? [note('missing', 'Aucune pièce jointe.')]
      : [
          tableBlock('Pièces jointes et empreintes (SHA-256)', ['N°', 'Pièce', 'Taille#', 'Empreinte'], rows),
          note('plain', 'Les pièces relatives aux absences restent chez l’employeur et ne sont pas jointes.'),
        ];
  return { id: 'proofs', title: 'Pièces', blocks };
}

const STATES = { done: 'présent', missing: 'manque', later: 'plus tard', set_aside: 'sans objet' } as const;

/** What was checked, and what is still missing. */
export function checklistSection(lines: readonly ChecklistLine[]): ReportSection {
  const order = { missing: 0, later: 1, set_aside: 2, done: 3 } as const;
  const rows = lines
    .toSorted((one, other) => order[one.state] - order[other.state])
    .map((one) => [words(one.label), words(STATES[one.state]), { text: one.detail, figure: null }]);
  return {
    id: 'checklist',
    title: 'Liste de contrôle',
    blocks: [
      tableBlock('Éléments du dossier', ['Élément', 'État', 'Précision'], rows),
      note('plain', 'La liste des pièces est celle du cabinet. La liste demandée par la caisse n’est pas publiée.'),
    ],
  };
}
