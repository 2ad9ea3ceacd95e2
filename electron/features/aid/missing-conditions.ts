import type { AidGesture } from '#shared/domain/aid.ts';
import { NBSP } from '#shared/kernel/format.ts';
import type { Metric } from '#shared/rules/aid/index.ts';
import type { Condition } from './conditions.ts';

/** Something to complete, and where. */
export interface Missing {
  code: string;
  severity: 'blocking' | 'to_do';
  words: string;
  gesture: AidGesture;
  field: string | null;
  targetId: string | null;
}

interface Place {
  gesture: AidGesture;
  field: string;
  label: string;
}

const profile = (field: string, label: string): Place => ({ gesture: 'profile', field, label });

/** Where each fact a condition waits for is typed. A threshold that only the CPAM can say is typed with the objective. */
const PLACE: Readonly<Record<string, Place>> = {
  sector: profile('sector', 'secteur conventionnel'),
  speciality: profile('speciality', 'spécialité'),
  specialityListed: profile('specialityListed', 'inscription de la spécialité sur les listes de l’avenant 7'),
  particularPractice: profile('mep', 'exercice particulier'),
  zone: profile('zone', 'zone d’exercice'),
  newlyInstalled: profile('newlyInstalled', 'installation récente'),
  childrenShare: profile('childrenShare', 'part d’enfants de moins de 16 ans'),
  technicalShare: profile('technicalShare', 'part d’actes techniques'),
  adaptedSituation: profile('adaptedSituation', 'situation particulière (RQTH, ALD, activité mixte)'),
  doctorsInPractice: profile('doctorsInPractice', 'nombre de médecins du cabinet'),
  coordinatedPractice: profile('coordinatedPractice', 'exercice coordonné'),
  joinBy: profile('joinBy', 'date d’engagement dans un exercice coordonné'),
  pmt: { gesture: 'count', field: 'PMT_ADULT_AND_CHILD', label: 'relevé de patientèle médecin traitant' },
  fileActive: { gesture: 'count', field: 'FILE_ACTIVE', label: 'relevé de file active' },
  form: { gesture: 'contract', field: 'companyForm', label: 'forme de la société' },
  sharesInOwnName: { gesture: 'member', field: 'ownShares', label: 'parts détenues en nom propre' },
  adhesionSigned: { gesture: 'member', field: 'adhesion', label: 'bulletin d’adhésion' },
  weeklyHours: { gesture: 'employment', field: 'weeklyMinutes', label: 'temps de travail de l’assistant' },
};

/**
 * One line for each fact a condition waits for, with the place where it is typed. `doctorId`: the doctor asked about, or
 * none for a group, whose conditions name theirs. `objectives`: those of the contract, when there is one.
 */
export function missingOfConditions(
  conditions: readonly Condition[],
  doctorId: string | null,
  objectives: readonly { readonly metric: Metric }[] = [],
): Missing[] {
  const found = conditions.flatMap(({ id, label, verdict }) => {
    if (verdict.outcome !== 'undetermined' || id === 'mean') return [];
    const member = id.startsWith('member.') ? id.slice('member.'.length) : null;
    return verdict.missing.flatMap((name): Missing[] => {
      const fact = name.split('.').at(-1) ?? name;
      const place = name.startsWith('thresholds') ? thresholdPlace(fact, objectives) : PLACE[fact];
      if (place === undefined) return [];
      const what = member === null ? capitalised(place.label) : `${label}, ${place.label}`;
      const words = `${what}${NBSP}: à renseigner.`;
      const { gesture, field } = place;
      // Hours are those of one assistant, named before the fact.
      const target = gesture === 'employment' ? (name.split('.')[0] ?? null) : (member ?? doctorId);
      return [{ code: `${id}.${fact}`, severity: 'to_do', words, gesture, field, targetId: target }];
    });
  });
  return [...new Map(found.map((one) => [`${one.gesture} ${one.field} ${one.targetId}`, one])).values()];
}

/** The objective of the contract that takes the figure written by the CPAM; nowhere without a contract. */
function thresholdPlace(fact: string, objectives: readonly { readonly metric: Metric }[]): Place | undefined {
  const found = objectives.find(({ metric }) => (metric === 'FILE_ACTIVE') === (fact === 'fileActive'));
  if (found === undefined) return undefined;
  return { gesture: 'objective', field: found.metric, label: 'seuil d’entrée écrit par la CPAM' };
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
