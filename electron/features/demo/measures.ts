import { expectedLines, storedValue } from '#shared/domain/observation.ts';
import { VITAL_SIGNS, type VitalSignCode } from '#shared/rules/vital-signs/index.ts';
import type { Schema } from '#electron/storage/schema.ts';
import { createDraw, type Draw } from './draw.ts';
import type { KnownFile } from './patient-files.ts';
import { instantText } from '#electron/platform/clock.ts';

type Observation = Schema['observation'];

/** Figures a person keeps from one visit to the next. */
interface Body {
  years: number;
  height: number;
  weight: number;
  systolic: number;
  pulse: number;
}

/** Rough size by age, the same for a person from one visit to the next; invented, only meant to be plausible. */
export function inventBody({ row, person: { sex } }: KnownFile, years: number): Body {
  const draw = createDraw(`corps/${row.id}`);
  const adult = draw.around(sex === 'F' ? 163 : 176, 6);
  const height = years >= 18 ? adult : years < 1 ? 62 : 74 + (adult - 74) * Math.min(1, years / 17);
  const index = years >= 18 ? draw.around(26, 4) : 15.5 + years * 0.3;
  const systolic = years < 18 ? 100 : draw.around(118 + Math.max(0, years - 30) * 0.35, 10);
  return {
    years,
    height: Math.round(height),
    weight: (index * height * height) / 10_000,
    systolic,
    pulse: years < 6 ? 110 : draw.around(74, 7),
  };
}

/** How many lines of a preparation are filled, in the order of the screen: all of them when ready. */
export function inventMeasures(
  draw: Draw,
  of: {
    body: Body;
    patientId: string;
    visitId: string;
    accountId: string;
    startMillis: number;
    lines?: number;
    readings: number;
  },
): Observation[] {
  const { body } = of;
  const rows: Observation[] = [];
  const write = (code: VitalSignCode, value: number, reading = 1, context: object = {}) => {
    const { unit, decimals } = VITAL_SIGNS[code];
    const millis = of.startMillis + rows.length * 35_000;
    rows.push({
      id: draw.id(millis),
      patient_id: of.patientId,
      visit_id: of.visitId,
      code,
      reading,
      value: storedValue(Number(value.toFixed(decimals)), decimals),
      decimals,
      unit,
      measured_at: instantText(millis),
      account_id: of.accountId,
      context: JSON.stringify(context),
      confirmed_out_of_range: 0,
      not_done_reason: null,
      not_done_detail: null,
      corrects_id: null,
      superseded: 0,
      version: 1,
    });
  };
  const lines = expectedLines(body.years);
  for (const line of lines.slice(0, of.lines ?? lines.length)) {
    if (line === 'PA') {
      const diastolic = body.systolic * 0.45 + 24;
      for (let reading = 1; reading <= of.readings; reading += 1) {
        const context = { arm: 'left', position: 'sitting' };
        const [high, low] = [
          Math.round(body.systolic + draw.around(4 - 2 * reading, 3)),
          Math.round(diastolic + draw.around(0, 2)),
        ];
        write('PAS', high, reading, context);
        write('PAD', low, reading, context);
      }
    } else if (line === 'FC') write('FC', Math.round(body.pulse + draw.around(0, 4)));
    else if (line === 'POIDS') write('POIDS', body.weight + draw.around(0, 0.3));
    else if (line === 'TAILLE') write('TAILLE', body.height);
    else if (line === 'TEMP') write('TEMP', Number(draw.around(36.7, 0.25).toFixed(1)), 1, { site: 'ear' });
    else if (line === 'SPO2') write('SPO2', Math.min(100, Math.round(draw.around(97.6, 0.7))));
    else if (line === 'PC') write('PC', body.years < 1 ? 42 : 48 + body.years * 0.4);
  }
  return rows;
}
