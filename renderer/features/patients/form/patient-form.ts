import type { ReactNode } from 'react';
import type { PatientField } from '#shared/domain/patient.ts';
import type { DoctorView } from '#shared/contract/practice.ts';
import { readPatientField } from '#shared/contract/patient-fields.ts';
import { typedOf } from '../patient-words.ts';

export type TypedFields = Partial<Record<PatientField, string>>;

/** What the fields of a patient are bound to: the form of a new file, or a file edited field by field. */
export interface PatientForm {
  today: string;
  doctors: readonly DoctorView[];
  /** As typed; empty when nothing is. */
  valueOf(field: PatientField): string;
  errorOf(field: PatientField): string | undefined;
  /** Each keystroke. */
  change(field: PatientField, raw: string): void;
  /** Leaving a field, or choosing: the moment of the check and of the save. Several fields for a place. */
  leave(typed: TypedFields): void;
  /** Under the control: a conflict with its two values. */
  below?(field: PatientField): ReactNode;
}

/** Id of the control of a field, to bring the focus back to it. */
export const controlId = (field: PatientField) => `patient-${field}`;

/** A readable text rewritten as it will be kept; anything else stays as typed. */
export function tidied(field: PatientField, raw: string, today: string): string {
  const reading = readPatientField(field, raw, today);
  return reading.ok && reading.value !== null ? typedOf(field, reading.value) : raw.trim();
}

/** The sentence of a text that cannot be kept, or undefined. */
export function problemOf(field: PatientField, raw: string, today: string): string | undefined {
  const reading = readPatientField(field, raw, today);
  return reading.ok ? undefined : reading.message;
}
