import { formatDay, type Day } from '#shared/kernel/day.ts';
import { met, undetermined, valueOn, type ParameterUse, type Reason, type Verdict } from '../kernel/index.ts';
import { REGISTRATION, type CertificateCode } from './figures.ts';
import { reason } from './wording.ts';

export interface CertificationSituation {
  /** Day of the certificate; the day of the question is read when it is absent. */
  readonly obtainedOn?: Day;
  /** First day of RNCP 40913 when the practice has found it: it wins over the unknown one. */
  readonly rncp40913From?: Day;
}

export interface CertificationAnswer {
  readonly verdict: Verdict;
  readonly registration: CertificateCode | null;
  /** The day that was looked up. */
  readonly on: Day;
}

/**
 * Was the CQP registered on the day of the certificate? Between two registrations, before the first or after the last,
 * the answer is undetermined: it warns and refuses nothing.
 */
export function certification(situation: CertificationSituation, day: Day): CertificationAnswer {
  const on = situation.obtainedOn ?? day;
  const days = registrationDays(on, situation.rncp40913From);
  const answer = (registration: CertificateCode | null, verdict: Verdict): CertificationAnswer => ({
    registration,
    verdict,
    on,
  });
  const parameters = days.uses;
  const within = (first: Day | null, last: Day | null): boolean =>
    first !== null && last !== null && first <= on && on <= last;
  if (within(days.oldFirst, days.oldLast)) {
    return answer('RNCP36358', met([registered('RNCP 36358', days.oldFirst, days.oldLast)], parameters));
  }
  if (within(days.newFirst, days.newLast)) {
    return answer('RNCP40913', met([registered('RNCP 40913', days.newFirst, days.newLast)], parameters));
  }
  if (days.newFirst === null && within(days.newLatestStart, days.newLast)) {
    const words = 'RNCP 40913 enregistré au cours de 2025, premier jour inconnu : en vigueur à cette date.';
    return answer('RNCP40913', met([reason('registered_first_day_unknown', words)], parameters));
  }
  const unknownDay = (code: string, words: string, missing: readonly string[] = []): CertificationAnswer =>
    answer(null, undetermined(missing, [reason(code, words)], parameters));
  if (days.oldFirst !== null && on < days.oldFirst) {
    const words = `Aucun enregistrement lu avant le ${formatDay(days.oldFirst)} : à vérifier auprès du certificateur.`;
    return unknownDay('before_first_registration', words);
  }
  if (days.newLast !== null && on > days.newLast) {
    const words = `Aucun enregistrement lu après le ${formatDay(days.newLast)} : à vérifier auprès du certificateur.`;
    return unknownDay('after_last_registration', words);
  }
  const words = 'Entre deux enregistrements du CQP : à vérifier sur le certificat. Rien n’est refusé.';
  return unknownDay('between_registrations', words, days.newFirst === null ? ['rncp40913From'] : []);
}

function registered(name: string, first: Day | null, last: Day | null): Reason {
  const days = `du ${first === null ? '' : formatDay(first)} au ${last === null ? '' : formatDay(last)}`;
  return reason('registered', `${name}, enregistré ${days}.`);
}

interface RegistrationDays {
  readonly oldFirst: Day | null;
  readonly oldLast: Day | null;
  readonly newFirst: Day | null;
  readonly newLatestStart: Day | null;
  readonly newLast: Day | null;
  readonly uses: readonly ParameterUse[];
}

function registrationDays(on: Day, typedFirst: Day | undefined): RegistrationDays {
  const { RNCP36358, RNCP40913 } = REGISTRATION;
  const read = [RNCP36358.first, RNCP36358.last, RNCP40913.first, RNCP40913.latestStart, RNCP40913.last].map((figure) =>
    valueOn(figure, on),
  );
  const [oldFirst, oldLast, newFirst, newLatestStart, newLast] = read.map((use) => use?.value ?? null);
  return {
    oldFirst: oldFirst ?? null,
    oldLast: oldLast ?? null,
    newFirst: typedFirst ?? newFirst ?? null,
    newLatestStart: newLatestStart ?? null,
    newLast: newLast ?? null,
    uses: read.filter((use) => use !== null),
  };
}
