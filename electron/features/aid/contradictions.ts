import type { AidGesture } from '#shared/domain/aid.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { formatNumber, NBSP } from '#shared/kernel/format.ts';
import {
  contractCalendar,
  CONTRACT_KINDS,
  governingRuleSet,
  kindOf,
  openOptions,
  RULE_SET_LABELS,
} from '#shared/rules/aid/index.ts';
import { capOf } from './conditions.ts';
import { profileFact, type AidFacts } from './facts.ts';
import type { StoredContract } from './stored.ts';
import { overlapsOf } from './overlaps.ts';
import { ofTheEvents, ofThePayments, ofThePeople } from './contradictory-lines.ts';
import { ofTheObjectives } from './contradictory-objectives.ts';
import { contractDays } from './situation.ts';

/**
 * Facts of a contract that cannot all be true. `refused`: never typed. `written`: typed only when the paper says so.
 * `told`: allowed, always shown. All of them are shown once stored.
 */
export interface Contradiction {
  code: string;
  /** Field of the form: `endsOn`, `objectives.FILE_ACTIVE.target`, `events.2.toDay`. */
  field: string;
  words: string;
  gesture: AidGesture;
  weight: 'refused' | 'written' | 'told';
}

export type Say = (
  weight: Contradiction['weight'],
  code: string,
  where: { field: string; gesture?: AidGesture },
  words: string,
) => void;

/** Everything in a contract that contradicts itself, another contract, or the text it names. */
export function contradictionsOf(contract: StoredContract, facts: AidFacts): Contradiction[] {
  const found: Contradiction[] = [];
  const say: Say = (weight, code, { field, gesture = 'contract' }, words) =>
    void found.push({ code, field, words, gesture, weight });
  ofTheKind(contract, say);
  ofTheDays(contract, facts, say);
  ofTheText(contract, facts, say);
  ofTheGroup(contract, say);
  ofTheObjectives(contract, facts, say);
  ofTheEvents(contract, facts, say);
  ofThePeople(contract, say);
  ofThePayments(contract, facts, say);
  for (const { field, words } of overlapsOf(contract, facts)) say('refused', 'overlap', { field }, words);
  return found;
}

function ofTheKind({ fields }: StoredContract, say: Say): void {
  const { kind, option, doctorId, fundedEtp } = fields;
  if (kindOf(option) !== kind) {
    say(
      'refused',
      'option_of_another_kind',
      { field: 'option' },
      `Cette option n’est pas celle d’un ${CONTRACT_KINDS[kind].toLowerCase()}${NBSP}: changer l’une ou l’autre.`,
    );
  }
  if (kind !== 'COLLECTIVE' && doctorId === null)
    say('refused', 'doctor_missing', { field: 'doctorId' }, 'Médecin à choisir.');
  if (kind === 'COLLECTIVE' && doctorId !== null) {
    say(
      'refused',
      'doctor_of_group',
      { field: 'doctorId' },
      `Contrat collectif${NBSP}: inscrire les médecins comme adhérents.`,
    );
  }
  if (kind !== 'COLLECTIVE' && fundedEtp !== null) {
    say(
      'refused',
      'etp_of_individual',
      { field: 'fundedEtp' },
      'Les ETP financés ne se saisissent que pour un contrat collectif.',
    );
  }
}

function ofTheDays(contract: StoredContract, facts: AidFacts, say: Say): void {
  const { startsOn, endsOn, signedOn } = contract.fields;
  const start = formatDay(startsOn);
  if (endsOn !== null && endsOn < startsOn) {
    say(
      'refused',
      'end_before_start',
      { field: 'endsOn' },
      `Terme le ${formatDay(endsOn)}, avant le début le ${start}${NBSP}: corriger l’une des deux dates.`,
    );
  }
  if (contract.endedOn !== null && contract.endedOn < startsOn) {
    say(
      'refused',
      'ended_before_start',
      { field: 'endedOn' },
      `Fin le ${formatDay(contract.endedOn)}, avant le début le ${start}${NBSP}: corriger l’une des deux dates.`,
    );
  }
  if (startsOn < signedOn) {
    say(
      'written',
      'start_before_signature',
      { field: 'startsOn' },
      `Début le ${start}, avant la signature le ${formatDay(signedOn)}${NBSP}: vérifier les deux dates, ou indiquer que le papier les porte ainsi.`,
    );
  }
  const { term } = contractCalendar(contractDays(contract, facts), facts.today);
  if (endsOn !== null && term.value !== null && term.value !== endsOn) {
    say(
      'told',
      'term_not_of_rule',
      { field: 'endsOn' },
      `Terme écrit le ${formatDay(endsOn)}, le texte donne le ${formatDay(term.value)}${NBSP}: la date écrite est retenue.`,
    );
  }
}

function ofTheText(contract: StoredContract, facts: AidFacts, say: Say): void {
  const { kind, signedOn, ruleSet, option, doctorId } = contract.fields;
  const proposed = governingRuleSet({ signatureDay: signedOn, kind }).value;
  if (proposed !== ruleSet) {
    const given = proposed === null ? 'aucun texte de cette sorte' : RULE_SET_LABELS[proposed];
    say(
      'told',
      'text_corrected',
      { field: 'ruleSet' },
      `Texte saisi${NBSP}: ${RULE_SET_LABELS[ruleSet]}. Au ${formatDay(signedOn)}, la date de signature donne${NBSP}: ${given}.`,
    );
  }
  if (option === 'PER_ETP') return;
  const zone = profileFact(facts, doctorId, signedOn)?.zone;
  const open = openOptions({ signatureDay: signedOn, ...(zone == null ? {} : { zone }) })[option];
  if (open.outcome === 'not_met') {
    const way = 'Vérifier la date de signature et l’option, ou indiquer que le papier les porte ainsi.';
    say(
      'written',
      'option_not_open',
      { field: 'option' },
      `${open.reasons.map(({ words }) => words).join(' ')} ${way}`,
    );
  }
}

function ofTheGroup(contract: StoredContract, say: Say): void {
  const { fundedEtp, signedOn } = contract.fields;
  const cap = capOf(contract, signedOn)?.value ?? null;
  if (fundedEtp === null || cap === null || contract.members.length === 0 || fundedEtp <= cap) return;
  const words = `${formatNumber(fundedEtp)}${NBSP}ETP financés, au plus ${formatNumber(cap)} pour ces médecins${NBSP}: vérifier le nombre ou les adhérents, ou indiquer que le papier le porte ainsi.`;
  say('written', 'etp_over_cap', { field: 'fundedEtp' }, words);
}
