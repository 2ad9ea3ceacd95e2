import type { Kysely } from 'kysely';
import { DomainError } from '#shared/contract/errors.ts';
import type { MergePreview } from '#shared/contract/patient-views.ts';
import { patientFieldNames, patientFields } from '#shared/domain/patient.ts';
import { scoreDuplicate, type DuplicateScore } from '#shared/rules/identity/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import type { PatientRow } from '#electron/storage/tables/patients.ts';
import { comparedOfRow, factsOfRow } from './patient-row.ts';
import { linesOf } from './patient-lines.ts';
import { requirePatient } from './require-patient.ts';

const words = {
  self: 'Un dossier ne se fusionne pas avec lui-même.',
  twins:
    'Même nom et même date de naissance, prénoms différents\u00a0: jumeaux possibles. Ces dossiers ne se fusionnent pas\u00a0; poser l’attribut «\u00a0homonyme\u00a0».',
  matricules: 'Deux matricules différents\u00a0: ce sont deux personnes.',
  unlike: 'Ces dossiers se ressemblent peu. Vérifier avec la personne avant de fusionner.',
  lessTrusted: 'Le dossier à fusionner porte une identité mieux vérifiée\u00a0: garder plutôt celui-là.',
};
const trustOrder = ['PROV', 'RECUP', 'VALI', 'QUAL'];

/** Why these two files are not merged, in words; null when they may be. */
export function mergeRefusal(kept: PatientRow, merged: PatientRow, score: DuplicateScore): string | null {
  if (kept.id === merged.id) return words.self;
  if (kept.matricule !== null && merged.matricule !== null && kept.matricule !== merged.matricule)
    return words.matricules;
  return score.twins ? words.twins : null;
}

export const scoreOf = (kept: PatientRow, merged: PatientRow) =>
  scoreDuplicate(comparedOfRow(kept), comparedOfRow(merged));

const countOf = async (
  db: Kysely<Schema>,
  table: 'visit' | 'observation' | 'alert_item',
  patientId: string,
): Promise<number> => {
  const row = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow();
  return Number(row.count);
};

/** Two files side by side; nothing is written. */
export async function mergePreview(
  db: Kysely<Schema>,
  input: { patientId: string; mergedId: string },
  today: string,
): Promise<MergePreview> {
  const kept = await requirePatient(db, input.patientId);
  const merged = await requirePatient(db, input.mergedId);
  const score = scoreOf(kept, merged);
  const [keptLine, mergedLine] = await linesOf(db, [kept.number, merged.number], today);
  if (keptLine === undefined || mergedLine === undefined) throw new DomainError('NOT_FOUND', { what: 'patient' });
  const [left, right] = [factsOfRow(kept), factsOfRow(merged)];
  const reasons = score.level === 'none' ? [words.unlike] : [...score.reasons];
  if (trustOrder.indexOf(merged.identity_status) > trustOrder.indexOf(kept.identity_status))
    reasons.push(words.lessTrusted);
  return {
    kept: keptLine,
    merged: mergedLine,
    refusal: mergeRefusal(kept, merged, score),
    reasons,
    differences: patientFieldNames
      .filter((field) => left[field] !== right[field])
      .map((field) => ({
        field,
        label: patientFields[field].label,
        kept: left[field],
        merged: right[field],
        suggested: left[field] === null ? ('merged' as const) : ('kept' as const),
      })),
    moves: {
      visits: await countOf(db, 'visit', merged.id),
      measures: await countOf(db, 'observation', merged.id),
      alerts: await countOf(db, 'alert_item', merged.id),
    },
  };
}
