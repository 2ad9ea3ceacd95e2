import type { Day } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import { met, notMet, undetermined, type Verdict } from '../kernel/index.ts';
import { gather, ParameterReader, reason, toFill, unknownFigure, type GatheredVerdict } from './conditions.ts';
import {
  fixedTermAllowance,
  fixedTermMonths,
  fixedTermRenewals,
  secretaryReplacementMonths,
} from './parameters-employment.ts';

export const EMPLOYMENT_KINDS = { CDI: 'CDI', CDD: 'CDD' } as const;

export interface EmploymentSituation {
  readonly kind: keyof typeof EMPLOYMENT_KINDS;
  /** Temporary increase of work, replacement. */
  readonly lawfulGround?: boolean;
  readonly renewals?: number;
  readonly totalMonths?: number;
  /** The assistant was a medical secretary of the practice. */
  readonly formerSecretary?: boolean;
  readonly secretaryReplaced?: boolean;
}
export type EmploymentCondition = 'kind' | 'ground' | 'renewals' | 'months' | 'post';

/** Employment contract of the assistant, and a post that is a new one. Sources differ on whether a CDD is accepted. */
export function employment(situation: EmploymentSituation, day: Day): GatheredVerdict<EmploymentCondition> {
  const post = postVerdict(situation, new ParameterReader(day));
  if (situation.kind === 'CDI') {
    return gather<EmploymentCondition>({ kind: met([reason('permanent', 'CDI.')]), post });
  }
  const reader = new ParameterReader(day);
  const allowance = reader.read(fixedTermAllowance);
  const words = `CDD${NBSP}: une source exige un CDI, une autre accepte le CDD, vérifier auprès de la CPAM${
    allowance === null ? '' : ` (indemnité de fin de ${formatNumber(allowance)}${NBSP}%)`
  }.`;
  return gather<EmploymentCondition>({
    kind: undetermined(['cpamAcceptsFixedTerm'], [reason('fixed_term_disputed', words)], reader.uses),
    ground: groundVerdict(situation),
    renewals: atMost(situation.renewals, 'renewals', 'Renouvellements', fixedTermRenewals, day),
    months: atMost(situation.totalMonths, 'totalMonths', 'Durée totale en mois', fixedTermMonths, day),
    post,
  });
}

function groundVerdict({ lawfulGround }: EmploymentSituation): Verdict {
  if (lawfulGround === undefined) return undetermined(['lawfulGround'], [toFill('lawful_ground', 'Motif du CDD')]);
  return lawfulGround
    ? met([reason('lawful_ground', 'Motif légal indiqué.')])
    : notMet([reason('lawful_ground_required', 'Un CDD demande un motif légal (remplacement, surcroît temporaire).')]);
}

function atMost(
  figure: number | undefined,
  input: 'renewals' | 'totalMonths',
  label: string,
  definition: typeof fixedTermMonths,
  day: Day,
): Verdict {
  const reader = new ParameterReader(day);
  const limit = reader.read(definition);
  if (limit === null) return undetermined([input], [unknownFigure(label)], reader.uses);
  if (figure === undefined) return undetermined([input], [toFill(input, label)], reader.uses);
  const words = `${label}${NBSP}: ${formatNumber(figure)}, au plus ${formatNumber(limit)}.`;
  return figure <= limit
    ? met([reason(`${input}_within`, words)], reader.uses)
    : notMet([reason(`${input}_over`, words)], reader.uses);
}

/** A medical secretary who becomes assistant is replaced in the former post. */
function postVerdict({ formerSecretary, secretaryReplaced }: EmploymentSituation, reader: ParameterReader): Verdict {
  if (formerSecretary === undefined)
    return undetermined(['formerSecretary'], [toFill('former_secretary', 'Poste nouveau')]);
  if (!formerSecretary) return met([reason('new_post', 'Poste nouveau.')]);
  if (secretaryReplaced === true) {
    return met([reason('secretary_replaced', 'Secrétaire devenue assistante, remplacée dans son poste.')]);
  }
  if (secretaryReplaced === undefined) {
    return undetermined(['secretaryReplaced'], [toFill('secretary_replaced', 'Remplacement de la secrétaire')]);
  }
  const months = reader.read(secretaryReplacementMonths);
  const delay = months === null ? 'délai inconnu, voir la CPAM' : `dans les ${formatNumber(months)}${NBSP}mois`;
  const words = `Secrétaire devenue assistante${NBSP}: à remplacer dans son poste (${delay}).`;
  return undetermined(['secretaryReplaced'], [reason('secretary_to_replace', words)], reader.uses);
}
