import { z } from 'zod';
import { daySchema, ruleEntry, type JsonValue } from '../kernel/index.ts';
import { retentionProposal } from './proposal.ts';
import { RETAINED, type Retained, type RetentionSituation } from './types.ts';

const day = daySchema.exactOptional();
const values = z.record(z.string(), z.json() as z.ZodType<JsonValue>).exactOptional();

const ONLY: Readonly<Record<'birthDay' | 'deathDay' | 'archivedOn' | 'aidEvidence', readonly Retained[]>> = {
  birthDay: ['patient_file'],
  deathDay: ['patient_file'],
  archivedOn: ['patient_file'],
  aidEvidence: ['staff_file', 'staff_time'],
};

const situation: z.ZodType<RetentionSituation> = z
  .strictObject({
    data: z.enum(Object.keys(RETAINED) as [Retained, ...Retained[]]),
    from: day,
    birthDay: day,
    deathDay: daySchema.nullable().exactOptional(),
    archivedOn: day,
    hold: z.strictObject({ since: daySchema, until: day }).exactOptional(),
    aidEvidence: z.boolean().exactOptional(),
    overrides: z
      .strictObject({
        practice: values,
        patient: values,
        signatures: z.record(z.string(), z.strictObject({ by: z.string(), from: daySchema })).exactOptional(),
      })
      .exactOptional(),
  })
  .check(({ value, issues }) => {
    const note = (path: PropertyKey[], message: string): void => {
      issues.push({ code: 'custom', path, message, input: value });
    };
    for (const [field, kinds] of Object.entries(ONLY)) {
      if (value[field as keyof typeof ONLY] !== undefined && !kinds.includes(value.data)) {
        note([field], 'Ne concerne pas ces données.');
      }
    }
    const { birthDay, deathDay, from, archivedOn, hold } = value;
    if (birthDay !== undefined) {
      if (from !== undefined && from < birthDay) note(['from'], 'Avant la naissance.');
      if (deathDay !== undefined && deathDay !== null && deathDay < birthDay) note(['deathDay'], 'Avant la naissance.');
    }
    if (archivedOn !== undefined && from !== undefined && archivedOn < from) {
      note(['archivedOn'], 'Avant la dernière intervention.');
    }
    if (hold?.until !== undefined && hold.until < hold.since) note(['hold', 'until'], 'La fin précède le début.');
  });

export const entries = [
  ruleEntry({
    id: 'retention.proposal',
    title: 'Archive ou destruction à proposer',
    situation,
    run: retentionProposal,
  }),
] as const;
