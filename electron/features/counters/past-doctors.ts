import { foldKey, nameTokens } from '#shared/kernel/text.ts';
import type { BulkWriter } from '#electron/storage/bulk.ts';

interface DoctorRow {
  id: string;
  given_name: string;
  family_name: string;
  rpps: string | null;
}

/** The answer for a doctor's name: one of ours, left out, or to be asked. */
export type UnderstoodDoctor = { doctorId: string | null; leftOut: boolean };

/** Understands the names of doctors: what the person answered, else the only doctor whose name is in the words. */
export function createDoctorSearch(
  base: Pick<BulkWriter, 'all'>,
  answers: readonly { text: string; doctorId: string | null }[],
): (text: string) => UnderstoodDoctor {
  const doctors = base.all<DoctorRow>('select id, given_name, family_name, rpps from doctor');
  const given = new Map(answers.map(({ text, doctorId }) => [foldKey(text), doctorId]));
  const known = new Map<string, UnderstoodDoctor>();
  const guess = (text: string): string | null => {
    const tokens = new Set(nameTokens(text));
    const digits = text.replace(/\D/gu, '');
    const byNumber = doctors.filter(({ rpps }) => rpps !== null && rpps === digits);
    const byFamily = doctors.filter(({ family_name: name }) => nameTokens(name).every((token) => tokens.has(token)));
    const byBoth = byFamily.filter(({ given_name: name }) => nameTokens(name).every((token) => tokens.has(token)));
    // Two doctors of one family: the given name decides, or nobody does.
    const [first, ...others] = byNumber.length > 0 ? byNumber : byFamily.length > 1 ? byBoth : byFamily;
    return others.length === 0 ? (first?.id ?? null) : null;
  };
  return (text) => {
    const key = foldKey(text);
    const before = known.get(key);
    if (before !== undefined) return before;
    const answered = given.get(key);
    const found =
      answered === undefined
        ? { doctorId: guess(text), leftOut: false }
        : { doctorId: answered, leftOut: answered === null };
    known.set(key, found);
    return found;
  };
}
