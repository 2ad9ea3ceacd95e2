import { z } from 'zod';

/** Words of each choice asked with a measure. Nothing is chosen beforehand (settled point 27). */
export const CONTEXT_LABELS = {
  arm: { left: 'Gauche', right: 'Droit' },
  position: { sitting: 'assis', lying: 'couché', standing: 'debout' },
  site: { ear: 'oreille', forehead: 'front', mouth: 'bouche', armpit: 'aisselle', rectal: 'rectale' },
  glucoseMoment: {
    a_jeun: 'à jeun',
    avant_repas: 'avant repas',
    apres_repas: 'après repas',
    inconnu: 'moment inconnu',
  },
  painScale: { EN: 'échelle numérique', EVA: 'réglette EVA' },
} as const;

/** Details recorded with a measure; an absent one was not asked or not answered. */
export const ObservationContext = z.strictObject({
  arm: z.enum(['left', 'right']).optional(),
  position: z.enum(['sitting', 'lying', 'standing']).optional(),
  cuff: z.string().trim().max(30).optional(),
  restMinutes: z.number().int().min(0).max(60).optional(),
  site: z.enum(['ear', 'forehead', 'mouth', 'armpit', 'rectal']).optional(),
  oxygenLitres: z.number().min(0).max(15).optional(),
  glucoseMoment: z.enum(['a_jeun', 'avant_repas', 'apres_repas', 'inconnu']).optional(),
  painScale: z.enum(['EN', 'EVA']).optional(),
  lying: z.boolean().optional(),
  device: z.string().trim().max(60).optional(),
  /** What a glucose meter shows beyond its range. */
  beyond: z.enum(['LO', 'HI']).optional(),
});
export type ObservationContext = z.infer<typeof ObservationContext>;

/** A line of the preparation: blood pressure is one line of two figures, the others one figure each. */
export const lineCodes = [
  'PA',
  'FC',
  'POIDS',
  'TAILLE',
  'IMC',
  'TEMP',
  'SPO2',
  'FR',
  'DOULEUR',
  'TOUR_TAILLE',
  'PC',
  'DEP',
  'GLYC',
] as const;
export type LineCode = (typeof lineCodes)[number];

/** Lines a person types. The body mass index is computed. */
export const typedLines = lineCodes.filter((code) => code !== 'IMC');
export type TypedLine = Exclude<LineCode, 'IMC'>;

/** Short names, for a card and the summary. */
export const LINE_LABELS: Readonly<Record<LineCode, { label: string; short: string }>> = {
  PA: { label: 'Tension', short: 'TA' },
  FC: { label: 'Pouls', short: 'Pouls' },
  POIDS: { label: 'Poids', short: 'Poids' },
  TAILLE: { label: 'Taille', short: 'Taille' },
  IMC: { label: 'IMC', short: 'IMC' },
  TEMP: { label: 'Température', short: 'Température' },
  SPO2: { label: 'SpO₂', short: 'SpO₂' },
  FR: { label: 'Fréquence respiratoire', short: 'FR' },
  DOULEUR: { label: 'Douleur', short: 'Douleur' },
  TOUR_TAILLE: { label: 'Tour de taille', short: 'Tour de taille' },
  PC: { label: 'Périmètre crânien', short: 'PC' },
  DEP: { label: 'Débit de pointe', short: 'Débit de pointe' },
  GLYC: { label: 'Glycémie capillaire', short: 'Glycémie' },
};

/** Up to three readings of blood pressure in one visit, one of anything else. */
export const maxReadings = (code: LineCode): number => (code === 'PA' ? 3 : 1);

/**
 * Measures a preparation is counted on (« 4/5 »): a choice of the software, by age in completed years. The height of
 * an adult is proposed and not counted, since the last one serves for twelve months.
 */
export function expectedLines(ageYears: number | null): readonly TypedLine[] {
  if (ageYears !== null && ageYears < 6) return ['POIDS', 'TAILLE', 'PC', 'TEMP'];
  if (ageYears !== null && ageYears < 18) return ['FC', 'POIDS', 'TAILLE', 'TEMP', 'SPO2'];
  return ['PA', 'FC', 'POIDS', 'TEMP', 'SPO2'];
}

/** Integer kept for a figure: 80.4 with one decimal is 804. */
export const storedValue = (value: number, decimals: number): number => Math.round(Number(`${value}e${decimals}`));
export const shownValue = (stored: number, decimals: number): number => Number(`${stored}e${-decimals}`);
