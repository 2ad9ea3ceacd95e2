import { DomainError, type ErrorDataOf } from '#shared/contract/errors.ts';
import { FREE_MODULE, trainingProblems, type TrainingFacts } from '#shared/domain/training.ts';
import { frenchTypography } from '#shared/kernel/format.ts';
import { MODULE_NUMBERS, MODULE_TITLES, profileOf } from '#shared/rules/training/index.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { conflictsBetween, mergedTraining, readFields } from './edit-conflict.ts';
import { diplomaOf } from './rule-file.ts';
import { columnsOf, factsOf, firstDayOf, readAssistants, type EmployedAssistant } from './training-rows.ts';

type Problems = ErrorDataOf<'INVALID'>['problems'];

export const refuse = (problems: Problems): void => {
  if (problems.length === 0) return;
  const written = problems.map(({ field, message }) => ({ field, message: frenchTypography(message) }));
  throw new DomainError('INVALID', { problems: written });
};
export const refuseOne = (field: string, message: string): never => {
  throw new DomainError('INVALID', { problems: [{ field, message: frenchTypography(message) }] });
};

/** @throws NOT_FOUND */
export async function requireAssistant(call: Pick<CommandCall, 'db'>, assistantId: string): Promise<EmployedAssistant> {
  const [assistant] = await readAssistants(call.db, { assistantId });
  if (assistant === undefined) throw new DomainError('NOT_FOUND', { what: 'assistant' });
  return assistant;
}

interface Saving {
  assistantId: string;
  trainingId: string | null;
  base: TrainingFacts | null;
  value: TrainingFacts;
}

/** Opens a training, or writes over one the fields that differ from those the person saw. */
export async function saveTraining(call: CommandCall, { assistantId, trainingId, base, value }: Saving) {
  const assistant = await requireAssistant(call, assistantId);
  const rows = await call.uow.db.selectFrom('training').selectAll().where('assistant_id', '=', assistantId).execute();
  const row = rows.find(({ id }) => id === trainingId);
  if (trainingId !== null && (row === undefined || base === null))
    throw new DomainError('NOT_FOUND', { what: 'training' });
  const others = rows.filter(({ id }) => id !== trainingId).map(factsOf);
  const stored = row === undefined ? null : factsOf(row);
  if (stored !== null && base !== null) {
    await conflictsBetween(call, 'training', trainingId ?? '', {
      stored: readFields(stored),
      base: readFields(base),
      value: readFields(value),
    });
  }
  const wanted = stored === null || base === null ? value : mergedTraining({ stored, base, value });
  refuse(problemsOf(call, assistant, { wanted, stored, others }));
  if (row === undefined) {
    const id = call.newId();
    await call.uow.insert('training', { id, assistant_id: assistantId, ...columnsOf(wanted), version: 1 });
    await addRouteModules(call, id, wanted.route);
    call.about({ recordId: id, label: 'Formation ouverte' });
    return { id };
  }
  if (stored !== null && stored.route !== wanted.route) await changeRoute(call, row.id, wanted.route);
  await call.uow.update('training', row.id, columnsOf(wanted));
  call.about({ recordId: row.id, label: labelOf(stored, wanted) });
  return { id: row.id };
}

interface Change {
  wanted: TrainingFacts;
  stored: TrainingFacts | null;
  others: readonly TrainingFacts[];
}

function problemsOf(call: CommandCall, assistant: EmployedAssistant, { wanted, stored, others }: Change): Problems {
  const found = trainingProblems(wanted, call.clock.today(), firstDayOf(assistant)).map((one) => ({ ...one }));
  const open = (facts: TrainingFacts) => facts.certifiedOn === null && facts.abandonedOn === null;
  if (open(wanted) && others.some(open) && (stored === null || !open(stored))) {
    found.push({ field: 'route', message: 'Une formation est déjà en cours. La terminer ou l’abandonner d’abord.' });
  }
  const diploma = diplomaOf(assistant.profile);
  const profile = diploma === undefined ? null : profileOf({ diploma });
  if (wanted.route === 'FAE' && profile === 'NO_CARE_DIPLOMA' && stored?.route !== 'FAE') {
    const message = 'La FAE demande un diplôme de soins. Choisir le CQP, ou corriger le profil de l’assistant.';
    found.push({ field: 'route', message });
  }
  return found;
}

/** What the undo slot says: the event of the training, when there is one. */
function labelOf(stored: TrainingFacts | null, wanted: TrainingFacts): string {
  const set = (field: keyof TrainingFacts) => stored?.[field] === null && wanted[field] !== null;
  if (set('abandonedOn')) return 'Abandon de la formation';
  if (set('certifiedOn')) return 'Certificat obtenu';
  if (set('startedOn')) return 'Début de la formation';
  if (set('registeredOn')) return 'Inscription en formation';
  return 'Formation modifiée';
}

/** The CQP comes with its four modules; the content of the FAE is free. */
async function addRouteModules(call: CommandCall, trainingId: string, route: TrainingFacts['route']): Promise<void> {
  if (route !== 'CQP') return;
  for (const number of MODULE_NUMBERS) {
    await call.uow.insert('training_module', {
      id: call.newId(),
      training_id: trainingId,
      module: String(number),
      label: MODULE_TITLES[number],
      planned_minutes: null,
      done_minutes: 0,
      exempt_minutes: null,
      state: 'planned',
      planned_end: null,
      validated_on: null,
      version: 1,
    });
  }
}

/** Another route, another plan: refused once hours or attestations are there. */
async function changeRoute(call: CommandCall, trainingId: string, route: TrainingFacts['route']): Promise<void> {
  const modules = await call.uow.db
    .selectFrom('training_module')
    .selectAll()
    .where('training_id', '=', trainingId)
    .execute();
  const ids = modules.map(({ id }) => id);
  const proofs =
    ids.length === 0
      ? []
      : await call.uow.db.selectFrom('document').select('id').where('about_id', 'in', ids).execute();
  const used = modules.some((one) => Number(one.done_minutes) > 0 || one.state !== 'planned');
  if (used || proofs.length > 0) {
    refuseOne(
      'route',
      'Des heures ou une attestation sont déjà notées. Abandonner cette formation, puis en ouvrir une autre.',
    );
  }
  for (const id of ids) await call.uow.remove('training_module', id);
  await addRouteModules(call, trainingId, route);
}

/** A module of the CQP belongs to the certification: it is neither renamed nor removed. */
export const isCqpModule = (module: string): boolean => module !== FREE_MODULE;
