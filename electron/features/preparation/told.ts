import type { MeasureLine, PreparationView } from '#shared/contract/preparation.ts';
import { LINE_LABELS, typedLines, type TypedLine } from '#shared/domain/observation.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { ALERT_LEVELS } from '#shared/rules/vital-signs/index.ts';

/** Key of a reading's draft in `draft.field`: `PA.2`. */
export const draftField = (code: TypedLine, reading: number): string => `${code}.${reading}`;
export function readDraftField(field: string): { code: TypedLine; reading: number } | null {
  const [code, reading] = field.split('.');
  const known = typedLines.find((one) => one === code);
  return known === undefined || !/^[1-3]$/.test(reading ?? '') ? null : { code: known, reading: Number(reading) };
}

const ordinal = (reading: number) => (reading === 1 ? '1re' : `${reading}e`);
/** A label inside a sentence: initials and symbols keep their capitals. */
export const lower = (text: string) =>
  /^(IMC|TA|SpO)/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** « Il manque » : measures expected and not done, readings the protocol still asks, the arm not said. */
export function missingOf(lines: readonly MeasureLine[]): string[] {
  const missing: string[] = [];
  for (const line of lines) {
    if (line.expected && line.readings.length === 0) missing.push(lower(line.label));
    if (line.code === 'PA' && line.readings.some((reading) => reading.value !== null)) {
      for (let left = line.remainingReadings; left > 0; left -= 1) missing.push(`${ordinal(4 - left)} tension`);
      if (line.readings.some((reading) => reading.value !== null && reading.context.arm === undefined))
        missing.push('bras de la tension');
    }
    if (line.code === 'IMC' && line.retained === null && line.words !== '') missing.push('taille');
  }
  return [...new Set(missing)];
}

/**
 * « Sera signalé au médecin »: thresholds reached, highest first, then what remains to correct, what was not done and
 * the readings to come. Figures and thresholds only.
 */
export function toldOf(lines: readonly MeasureLine[], toCorrect: readonly TypedLine[]): PreparationView['told'] {
  const reached = lines
    .filter((line) => line.level !== 'none')
    .map((line) => ({
      code: line.code as string,
      level: line.level,
      words: `${LINE_LABELS[line.code].short} ${lineText(line)}${NBSP}: ${line.words}${nextReading(line)}`,
    }))
    .sort((a, b) => ALERT_LEVELS.indexOf(b.level) - ALERT_LEVELS.indexOf(a.level));
  const drafts = [...new Set(toCorrect)].map((code) => ({
    code,
    level: 'info' as const,
    words: `${LINE_LABELS[code].label} à corriger`,
  }));
  const notDone = lines.flatMap((line) =>
    line.readings
      .filter((reading) => reading.notDone !== null)
      .map((reading) => ({
        code: line.code,
        level: 'info' as const,
        words: `${LINE_LABELS[line.code].label}, ${reading.words}`,
      })),
  );
  return [...reached, ...drafts, ...notDone];
}

/** The retained figure, or every reading in order. */
export function lineText(line: MeasureLine): string {
  if (line.retained !== null) return line.retained.text;
  return line.readings
    .filter((reading) => reading.notDone === null)
    .map((reading) => reading.text)
    .join(` puis `);
}

const nextReading = (line: MeasureLine) =>
  line.remainingReadings > 0 ? `, ${ordinal(4 - line.remainingReadings)} mesure à faire` : '';
