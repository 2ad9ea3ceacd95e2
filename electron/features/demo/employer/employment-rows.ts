import { addDays, daysBetween, type Day } from '#shared/kernel/day.ts';
import { millisOf } from '../instants.ts';
import { instantText } from '#electron/platform/clock.ts';
import type { EmployerContext, EmployerRows } from './invent-employer.ts';

type Rows = Required<
  Pick<EmployerRows, 'assistant' | 'employment' | 'work_time' | 'employment_share' | 'absence' | 'setting'>
>;
type Assistant = Rows['assistant'][number];
type Absence = Rows['absence'][number];

/** An assistant with the contract of employment that the rest hangs on. */
export interface Employed {
  id: string;
  employmentId: string;
  name: string;
  from: Day;
  to: Day | null;
}
export interface People {
  nadia: Employed;
  julien: Employed;
  aurelie: Employed;
}

const fullTime = 35 * 60;

/** Nadia Ferrand full time for Dr Lemoine; Julien Thévenin half-time for Dr Benali, after Aurélie Masson who left. */
export function inventEmployment(context: EmployerContext): { people: People; rows: EmployerRows } {
  const { days, staff, id } = context;
  const rows: Rows = { assistant: [], employment: [], work_time: [], employment_share: [], absence: [], setting: [] };
  const [lemoine, benali] = staff.doctors;
  const hire = (
    person: Pick<Assistant, 'given_name' | 'family_name' | 'profile'> & Partial<Assistant>,
    contract: { doctor: typeof lemoine; from: Day; minutes: number } & Partial<Rows['employment'][number]>,
  ): Employed => {
    const { doctor, from, minutes, ...said } = contract;
    const assistantId = id(from);
    const employmentId = id(from);
    rows.assistant.push({
      account_id: staff.assistants.find((one) => one.familyName === person.family_name)?.id ?? null,
      former_secretary: 0,
      secretary_replaced_on: null,
      archived_at: null,
      version: 1,
      ...person,
      id: assistantId,
    });
    rows.employment.push({
      id: employmentId,
      assistant_id: assistantId,
      employer_kind: 'DOCTOR',
      employer_name: doctor === undefined ? null : `Dr ${doctor.givenName} ${doctor.familyName}`,
      contract_kind: 'CDI',
      cdd_ground: null,
      renewals: null,
      start_day: from,
      end_day: null,
      end_reason: null,
      next_hire: null,
      remote_share: 0,
      remote_tasks: null,
      home_only: 0,
      mileage: 0,
      replaces_other: 0,
      new_post: 1,
      version: 1,
      ...said,
    });
    rows.work_time.push({
      id: id(from),
      employment_id: employmentId,
      from_day: from,
      weekly_minutes: minutes,
      version: 1,
    });
    if (doctor !== undefined) {
      const share = { employment_id: employmentId, doctor_id: doctor.id, from_day: from, share: 10_000 };
      rows.employment_share.push({ id: id(from), ...share, version: 1 });
    }
    const name = `${person.given_name} ${person.family_name}`;
    return { id: assistantId, employmentId, name, from, to: said.end_day ?? null };
  };

  const aurelie = hire(
    {
      given_name: 'Aurélie',
      family_name: 'Masson',
      profile: 'AP',
      archived_at: instantText(millisOf(addDays(days.left, 4), 700)),
      version: 2,
    },
    {
      doctor: benali,
      from: days.benali,
      minutes: fullTime / 2,
      end_day: days.left,
      end_reason: 'RESIGNATION',
      next_hire: days.julien,
      version: 2,
    },
  );
  const nadia = hire(
    { given_name: 'Nadia', family_name: 'Ferrand', profile: 'AS' },
    { doctor: lemoine, from: days.lemoine, minutes: fullTime },
  );
  const julien = hire(
    {
      given_name: 'Julien',
      family_name: 'Thévenin',
      profile: 'SECRETAIRE',
      former_secretary: 1,
      secretary_replaced_on: addDays(days.julien, 27),
    },
    { doctor: benali, from: days.julien, minutes: fullTime / 2 },
  );

  const absent = (who: Employed, kind: string, from: Day, length: number, more: Partial<Absence> = {}) => {
    const to = addDays(from, length - 1);
    const line = { assistant_id: who.id, kind, from_day: from, to_day: to, replaced: null, note: null, version: 1 };
    rows.absence.push({ id: id(from), ...line, ...more });
  };
  // Away between two training days, never on one.
  const [first = days.lemoine] = days.followed;
  const [before = first, after = first] = days.followed.slice(8, 10);
  absent(nadia, 'ILLNESS', addDays(first, 10), 4, { replaced: 0 });
  absent(nadia, 'PAID_LEAVE', addDays(before, 3), daysBetween(before, after) - 5);
  absent(nadia, 'PAID_LEAVE', addDays(days.toCome[1], 17), 5);
  absent(julien, 'PAID_LEAVE', addDays(days.toCome[1], 10), 5);
  // Told in writing that her own figures may join the file; Julien Thévenin not yet (settled point 31).
  const told = JSON.stringify(addDays(days.today, -47));
  rows.setting.push({ id: `time-information.${nadia.id}`, value: told, version: 1 });
  return { people: { nadia, julien, aurelie }, rows };
}
