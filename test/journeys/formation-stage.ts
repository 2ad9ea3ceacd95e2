import { blankTraining, type TrainingFacts } from '#shared/domain/training.ts';
import { once, type Calls } from '../support/journey.ts';

interface Person {
  name: [givenName: string, familyName: string];
  profile: 'IDE' | 'AS' | 'SECRETAIRE';
  startDay: string;
  accountId?: string;
  weeklyMinutes?: number;
}

/** Hires an invented assistant through the contract's calls. */
export async function hired(
  calls: Calls,
  { name, profile, startDay, accountId, weeklyMinutes }: Person,
): Promise<string> {
  const [givenName, familyName] = name;
  const { id } = await calls.employer.addAssistant({
    ...once(),
    givenName,
    familyName,
    profile,
    accountId: accountId ?? null,
    formerSecretary: null,
    secretaryReplacedOn: null,
  });
  await calls.employer.startEmployment({
    ...once(),
    assistantId: id,
    employerKind: 'DOCTOR',
    employerName: null,
    contractKind: 'CDI',
    cddGround: null,
    renewals: null,
    startDay,
    endDay: null,
    endReason: null,
    nextHire: null,
    remoteShare: null,
    remoteTasks: null,
    homeOnly: null,
    mileage: null,
    replacesOther: null,
    newPost: null,
    weeklyMinutes: weeklyMinutes ?? 35 * 60,
  });
  return id;
}

/** Opens a training with what is known of it. */
export async function opened(
  calls: Calls,
  assistantId: string,
  facts: Partial<Omit<TrainingFacts, 'vaeApplications'>> & Pick<TrainingFacts, 'route'>,
): Promise<string> {
  const value = { ...blankTraining(facts.route), ...facts, vaeApplications: [] };
  return (await calls.training.save({ ...once(), assistantId, trainingId: null, base: null, value })).id;
}

/** Nadia Ferrand, auxiliary nurse, two modules of three validated. */
export async function ferrandTraining(calls: Calls, assistantId: string): Promise<string> {
  const trainingId = await opened(calls, assistantId, {
    route: 'FAE',
    body: 'Institut des Marronniers',
    registeredOn: '2025-07-01',
    startedOn: '2025-09-12',
    plannedEnd: '2026-12-11',
    examOn: '2027-01-15',
  });
  const plan = [
    ['Accueil et prise en charge administrative', 35, 35, '2026-07-18'],
    ['Organisation et gestion administrative du cabinet', 42, 42, '2026-07-18'],
    ['Parcours de santé, prévention, coordination', 35, 21, null],
  ] as const;
  for (const [label, planned, done, validatedOn] of plan) {
    const { id } = await calls.training.addModule({ ...once(), trainingId, label, plannedMinutes: planned * 60 });
    const base = {
      label,
      plannedMinutes: planned * 60,
      doneMinutes: 0,
      exemptMinutes: null,
      state: 'planned' as const,
      plannedEnd: null,
      validatedOn: null,
    };
    const state = validatedOn === null ? ('planned' as const) : ('validated' as const);
    const plannedEnd = validatedOn === null ? '2026-12-11' : null;
    await calls.training.saveModule({
      ...once(),
      id,
      base,
      value: { ...base, doneMinutes: done * 60, state, plannedEnd, validatedOn },
    });
  }
  return trainingId;
}
