import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { VITAL_PARAMETERS, VITAL_SIGN_CODES, VITAL_SIGNS } from '#shared/rules/vital-signs/index.ts';
import { VITAL_SOURCES } from '#shared/rules/vital-signs/sources.ts';
import { ALERT_RULES } from '#shared/rules/vital-signs/thresholds.ts';

// reference.json: the figures of the trade document of 22 November 2026, one line per sign.
const reference = z
  .array(
    z.object({
      code: z.enum(VITAL_SIGN_CODES),
      loinc: z.string(),
      ucum: z.string(),
      unit: z.string(),
      decimals: z.number(),
      hard: z.tuple([z.number(), z.number()]),
      confirm: z.tuple([z.number(), z.number()]),
      adultFromAge: z.number().nullable(),
      alerts: z.array(
        z.object({
          level: z.string(),
          op: z.string(),
          value: z.number(),
          confidence: z.string(),
          sources: z.array(z.string()),
        }),
      ),
      childMeans: z.array(z.number()),
    }),
  )
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'reference.json'), 'utf8')));

const figure = (id: string): unknown =>
  VITAL_PARAMETERS.find((parameter) => parameter.id === `vital.${id}`)?.values[0].value;
const known = new Map<unknown, string>(Object.entries(VITAL_SOURCES).map(([key, source]) => [source.title, key]));

describe.each(reference)('constante $code', (line) => {
  it('a les libellés et limites du document', () => {
    const { loinc, ucum, unit, decimals } = VITAL_SIGNS[line.code];
    expect({ loinc, ucum, unit, decimals }).toEqual({
      loinc: line.loinc,
      ucum: line.ucum,
      unit: line.unit,
      decimals: line.decimals,
    });
    const ids = ['hard_min', 'hard_max', 'confirm_min', 'confirm_max'];
    expect(ids.map((id) => figure(`${line.code}.${id}`))).toEqual([...line.hard, ...line.confirm]);
    expect(figure(`${line.code}.adult_age`) ?? null).toBe(line.adultFromAge);
    expect(line.childMeans.map((_, index) => figure(`${line.code}.child_mean_${index + 1}`))).toEqual(line.childMeans);
  });

  it('a chaque seuil du document, avec ses sources et sa fiabilité', () => {
    const ops: Record<string, string> = {
      loss_percent_1_month: 'loss_percent',
      loss_percent_6_months: 'loss_percent',
      gain_kg_7_days: 'gain_kg',
      loss_cm_from_max: 'loss_cm',
    };
    const carried = ALERT_RULES.filter((rule) => rule.code === line.code && rule.monthsBelow === undefined).map(
      (rule) => {
        const [dated] = rule.threshold.values;
        return {
          level: rule.level as string,
          op: rule.op as string,
          value: dated.value,
          confidence: dated.confidence as string,
          sources: dated.sources.map((source) => known.get(source.title)),
        };
      },
    );
    expect(carried).toEqual(line.alerts.map((alert) => ({ ...alert, op: ops[alert.op] ?? alert.op })));
  });
});

describe('les paramètres des constantes', () => {
  it('couvrent toutes les constantes, avec des identifiants uniques et un jour de vérification', () => {
    expect(reference.map((line) => line.code)).toEqual([...VITAL_SIGN_CODES]);
    const ids = VITAL_PARAMETERS.map((parameter) => parameter.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(VITAL_PARAMETERS.map((parameter) => parameter.checkedOn))).toEqual(new Set(['2026-11-22']));
  });
});
