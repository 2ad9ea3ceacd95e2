import { formatDay, type Day } from '#shared/kernel/day.ts';
import { NBSP } from '#shared/kernel/format.ts';
import { moveToCollective } from '#shared/rules/aid/index.ts';
import type { AidFacts } from './facts.ts';
import type { StoredContract } from './stored.ts';
import { lastDayOf } from './situation.ts';

interface Held {
  doctorId: string;
  from: Day;
  to: Day | null;
}

/** From when to when each doctor is bound by a contract; the first doubtful end when a suspension leaves one. */
function heldBy(contract: StoredContract, facts: AidFacts): Held[] {
  const { fields, members } = contract;
  const end = lastDayOf(contract, facts);
  if (fields.kind !== 'COLLECTIVE') {
    return fields.doctorId === null ? [] : [{ doctorId: fields.doctorId, from: fields.startsOn, to: end }];
  }
  return members.map(({ doctorId, joinedOn, leftOn }) => ({
    doctorId,
    from: joinedOn > fields.startsOn ? joinedOn : fields.startsOn,
    to: leftOn ?? end,
  }));
}

const runTogether = (a: Held, b: Held): boolean =>
  a.doctorId === b.doctorId && (a.to === null || b.from <= a.to) && (b.to === null || a.from <= b.to);

/** A second assistant's contract runs beside the one it completes: the text asks for it. */
const mayRunTogether = (a: StoredContract, b: StoredContract): boolean =>
  new Set([a.fields.kind, b.fields.kind]).size === 2 && [a, b].every(({ fields }) => fields.kind !== 'COLLECTIVE');

/** Contracts of one doctor that run at once, and renewals that cannot be. */
export function overlapsOf(contract: StoredContract, facts: AidFacts): { field: string; words: string }[] {
  const found: { field: string; words: string }[] = [];
  const mine = heldBy(contract, facts);
  const others = facts.contracts.filter(({ id }) => id !== contract.id);
  for (const other of others) {
    if (mayRunTogether(contract, other)) continue;
    for (const theirs of heldBy(other, facts)) {
      const held = mine.find((one) => runTogether(one, theirs));
      if (held !== undefined)
        found.push({ field: 'startsOn', words: overlapWords(contract, other, held, theirs, facts) });
    }
  }
  const { renewsId } = contract.fields;
  if (renewsId !== null) {
    const old = others.find(({ id }) => id === renewsId);
    if (old === undefined)
      found.push({ field: 'renewsId', words: `Contrat renouvelé introuvable${NBSP}: le choisir dans la liste.` });
    if (others.some(({ fields }) => fields.renewsId === renewsId)) {
      found.push({ field: 'renewsId', words: `Ce contrat est déjà renouvelé par un autre${NBSP}: ouvrir ce dernier.` });
    }
    const shared =
      old === undefined || heldBy(old, facts).some(({ doctorId }) => mine.some((one) => one.doctorId === doctorId));
    if (!shared)
      found.push({
        field: 'renewsId',
        words: `Le contrat renouvelé est celui d’un autre médecin${NBSP}: en choisir un autre.`,
      });
    if (old !== undefined && old.fields.startsOn >= contract.fields.startsOn) {
      found.push({
        field: 'renewsId',
        words: `Un contrat renouvelle un contrat plus ancien${NBSP}: vérifier les dates de début.`,
      });
    }
  }
  return found;
}

function overlapWords(
  contract: StoredContract,
  other: StoredContract,
  held: Held,
  theirs: Held,
  facts: AidFacts,
): string {
  const name = facts.doctors.get(held.doctorId) ?? '';
  const one = [contract, other].find(({ fields }) => fields.kind === 'COLLECTIVE');
  const individual = one === undefined ? undefined : one === contract ? theirs : held;
  if (one !== undefined && individual !== undefined && individual.to !== null) {
    const verdict = moveToCollective({
      individualStartDay: individual.from,
      individualEndDay: individual.to,
      collectiveStartDay: one.fields.startsOn,
    });
    const refused = verdict.outcome === 'not_met' ? verdict.reasons[0] : undefined;
    if (refused !== undefined) return `${name}${NBSP}: ${refused.words}`;
  }
  const until = theirs.to === null ? '' : ` jusqu’au ${formatDay(theirs.to)}`;
  return `${name} a déjà un contrat depuis le ${formatDay(theirs.from)}${until}${NBSP}: y mettre fin d’abord, ou corriger les dates.`;
}
