import type { OpenPractice } from '#electron/security/open-practice.ts';
import { writeEntry } from '#electron/audit/journal.ts';
import { firstReasons } from '#electron/features/practice/index.ts';
import type { Clock } from '#electron/platform/clock.ts';
import { newId } from '#electron/platform/ids.ts';
import { unitOfWork, type UnitOfWork } from '#electron/storage/unit-of-work.ts';
import { initialsOf } from './account.repository.ts';

interface Founding {
  accountId: string;
  postId: string;
  civility: string | null;
  practice: { name: string; city: string | null };
  doctors: readonly { civility: string | null; givenName: string; familyName: string; rpps: string | null }[];
  person: { givenName: string; familyName: string; role: 'medecin' | 'gestionnaire'; doctorIndex: number | null };
}

/** Writes the first rows of a practice: itself, its doctors, usual reasons, and the responsable. */
export async function foundPractice(open: OpenPractice, clock: Clock, input: Founding): Promise<void> {
  const now = clock.now();
  const entry = await open.writer.transaction().execute(async (tx) => {
    const uow = unitOfWork(tx);
    const practiceId = newId(clock.millis());
    const { name, city } = input.practice;
    await uow.insert('practice', {
      id: practiceId,
      name,
      city,
      address: null,
      postcode: null,
      phone: null,
      finess: null,
      created_at: now,
      version: 1,
    });
    const doctorIds = await insertDoctors(uow, clock, input);
    for (const [
      position,
      [label, short_label, code, duration_minutes, preparation_minutes],
    ] of firstReasons.entries()) {
      await uow.insert('reason', {
        id: newId(clock.millis()),
        label,
        short_label,
        code,
        duration_minutes,
        preparation_minutes,
        position,
        archived_at: null,
        version: 1,
      });
    }
    const { person } = input;
    await uow.insert('account', {
      id: input.accountId,
      role: person.role,
      responsable: 1,
      civility: input.civility,
      given_name: person.givenName,
      family_name: person.familyName,
      initials: initialsOf(person.givenName, person.familyName),
      doctor_id: person.role === 'medecin' ? (doctorIds[person.doctorIndex ?? -1] ?? null) : null,
      valid_from: null,
      valid_to: null,
      closed_at: null,
      last_sign_in_at: null,
      last_post_id: null,
      created_at: now,
      version: 1,
    });
    const facts = {
      accountId: input.accountId,
      postId: input.postId,
      procedure: 'vault.create',
      recordId: practiceId,
      patientId: null,
      reason: null,
    };
    return writeEntry(tx, clock, facts, uow.changes);
  });
  open.committed(entry);
}

async function insertDoctors(uow: UnitOfWork, clock: Clock, input: Founding): Promise<string[]> {
  const ids: string[] = [];
  const taken = new Set<string>();
  for (const [position, doctor] of input.doctors.entries()) {
    const id = newId(clock.millis());
    const monogram = freeMonogram(doctor.givenName, doctor.familyName, taken);
    taken.add(monogram);
    await uow.insert('doctor', {
      id,
      civility: doctor.civility,
      given_name: doctor.givenName,
      family_name: doctor.familyName,
      monogram,
      hue: position % 5,
      rpps: doctor.rpps,
      position,
      archived_at: null,
      version: 1,
    });
    ids.push(id);
  }
  return ids;
}

/** Two capital letters no other doctor of the practice has. */
export function freeMonogram(givenName: string, familyName: string, taken: ReadonlySet<string>): string {
  const initials = initialsOf(givenName, familyName);
  const letters = [
    ...familyName
      .normalize('NFD')
      .replace(/[^A-Za-z]/g, '')
      .toUpperCase(),
  ];
  const first = initials[0] ?? 'X';
  const candidates = [
    initials,
    ...letters.map((letter) => first + letter),
    ...[...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => first + letter),
  ];
  return candidates.find((candidate) => candidate.length === 2 && !taken.has(candidate)) ?? initials;
}
