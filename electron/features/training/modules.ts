import { DomainError } from '#shared/contract/errors.ts';
import { FREE_MODULE } from '#shared/domain/training.ts';
import { formatDay } from '#shared/kernel/day.ts';
import { trainingProgress } from '#shared/rules/training/index.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { conflictsBetween, mergedOver } from './edit-conflict.ts';
import { progressOf } from './rule-file.ts';
import { isCqpModule, refuse, refuseOne } from './save-training.ts';
import { factsOf, moduleColumnsOf, moduleFactsOf, type ModuleFacts } from './training-rows.ts';

/** @throws NOT_FOUND */
export async function requireTraining(call: Pick<CommandCall, 'db'>, id: string) {
  const row = await call.db.selectFrom('training').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'training' });
  return row;
}

async function requireModule(call: CommandCall, id: string) {
  const row = await call.uow.db.selectFrom('training_module').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND', { what: 'training_module' });
  return row;
}

interface NewModule {
  trainingId: string;
  label: string;
  plannedMinutes: number | null;
}

/** A module of a free plan (FAE). @throws INVALID for a route whose modules are fixed */
export async function addModule(call: CommandCall, { trainingId, label, plannedMinutes }: NewModule) {
  const training = await requireTraining(call, trainingId);
  if (training.route !== 'FAE') {
    refuseOne(
      'label',
      'Les modules du CQP sont fixés. Les heures en plus se notent « hors modules », dans la formation.',
    );
  }
  const id = call.newId();
  await call.uow.insert('training_module', {
    id,
    training_id: trainingId,
    module: FREE_MODULE,
    ...moduleColumnsOf({
      label,
      plannedMinutes,
      doneMinutes: 0,
      exemptMinutes: null,
      state: 'planned',
      plannedEnd: null,
      validatedOn: null,
    }),
    version: 1,
  });
  call.about({ recordId: id });
  return { id };
}

export async function saveModule(
  call: CommandCall,
  { id, base, value }: { id: string; base: ModuleFacts; value: ModuleFacts },
) {
  const row = await requireModule(call, id);
  const stored = moduleFactsOf(row);
  await conflictsBetween(call, 'training_module', id, { stored, base, value });
  const wanted = mergedOver(stored, base, value);
  const training = factsOf(await requireTraining(call, row.training_id));
  refuse(moduleProblems(wanted, call.clock.today(), training.positioningOn));
  if (isCqpModule(row.module) && wanted.label !== stored.label) {
    refuseOne('label', 'L’intitulé d’un module du CQP est celui de la certification : il ne se change pas.');
  }
  const exemptMinutes =
    wanted.state === 'exempted' && wanted.exemptMinutes === null
      ? wholeModule(call, training, row.module, wanted)
      : wanted.exemptMinutes;
  await call.uow.update('training_module', id, moduleColumnsOf({ ...wanted, exemptMinutes }));
  call.about({
    recordId: row.training_id,
    label: wanted.state === 'validated' && stored.state !== 'validated' ? 'Module validé' : 'Module modifié',
  });
  return {};
}

/** An exempted module without figures is exempted of all its hours: those of the body, else those of the rule. */
function wholeModule(
  call: CommandCall,
  training: ReturnType<typeof factsOf>,
  module: string,
  facts: ModuleFacts,
): number {
  if (facts.plannedMinutes !== null) return facts.plannedMinutes;
  const situation = progressOf({ ...training, route: training.route === 'FAE' ? 'FAE' : 'CQP' }, [{ module, facts }]);
  const answer = situation === null ? null : trainingProgress(situation, call.clock.today());
  const hours = answer?.lines.find((line) => String(line.module) === module)?.required.value ?? null;
  return hours === null
    ? refuseOne('exemptMinutes', 'Heures dispensées à saisir : elles sont sur le positionnement de l’organisme.')
    : hours * 60;
}

function moduleProblems(facts: ModuleFacts, today: string, positioningOn: string | null) {
  const found: { field: string; message: string }[] = [];
  const { state, validatedOn, exemptMinutes, plannedMinutes } = facts;
  if (state === 'validated' && validatedOn === null) {
    found.push({ field: 'validatedOn', message: 'Jour de la validation à saisir : il est sur l’attestation.' });
  }
  if (validatedOn !== null && validatedOn > today) {
    found.push({ field: 'validatedOn', message: 'Validation à une date future. Saisir une fin prévue à la place.' });
  }
  if (validatedOn !== null && state !== 'validated') {
    found.push({
      field: 'validatedOn',
      message: `Jour de validation (${formatDay(validatedOn)}) sans l’état « Validé ». Choisir l’un ou l’autre.`,
    });
  }
  if ((state === 'exempted' || (exemptMinutes ?? 0) > 0) && positioningOn === null) {
    found.push({
      field: 'exemptMinutes',
      message: 'Dispense sans positionnement : saisir d’abord sa date dans la formation.',
    });
  }
  if (exemptMinutes !== null && plannedMinutes !== null && exemptMinutes > plannedMinutes) {
    found.push({
      field: 'exemptMinutes',
      message: 'Plus d’heures dispensées que d’heures prévues. Corriger l’un des deux.',
    });
  }
  return found;
}

/** @throws INVALID: a module of the CQP, hours already done, an attestation joined */
export async function removeModule(call: CommandCall, id: string) {
  const row = await requireModule(call, id);
  if (isCqpModule(row.module))
    refuseOne('module', 'Un module du CQP ne se retire pas : le noter dispensé, après positionnement.');
  if (Number(row.done_minutes) > 0) refuseOne('module', 'Des heures y sont notées : les remettre à zéro d’abord.');
  const proof = await call.uow.db.selectFrom('document').select('name').where('about_id', '=', id).executeTakeFirst();
  if (proof !== undefined) refuseOne('module', `La pièce ${proof.name} y est jointe : la retirer d’abord.`);
  await call.uow.remove('training_module', id);
  call.about({ recordId: row.training_id });
  return {};
}
