import { addDays, type Day } from '#shared/kernel/day.ts';
import { notComputed, type Computed, type Parameter, type Reason } from '../kernel/index.ts';
import { DAY, dayAfter } from './delay.ts';
import { fileDays } from './medical-file.ts';
import { ACCOUNTING, APPOINTMENT, AUDIT, CLAIM_COPY, DMP_HANDLING, REMINDER, STAFF } from './parameters.ts';
import { RETENTION_SOURCES } from './sources.ts';
import type { Proposal, Retained, RetentionAnswer, RetentionSituation } from './types.ts';
import { EXCEPTIONS, REASONS } from './wording.ts';

const DURATIONS: Readonly<Record<Exclude<Retained, 'patient_file'>, Parameter<number>>> = {
  dmp_handling: DMP_HANDLING,
  appointment: APPOINTMENT,
  claim_copy: CLAIM_COPY,
  accounting: ACCOUNTING,
  staff_file: STAFF.file,
  staff_time: STAFF.timeLong,
  audit_log: AUDIT.kept,
  reminder: REMINDER,
};

interface Days {
  readonly archiveOn: Computed<Day> | null;
  readonly destroyOn: Computed<Day>;
  readonly exceptions: readonly Reason[];
}

/**
 * What may be proposed on `day` for something kept: nothing, its archive, its destruction. A claim suspends both; a
 * claim that ended pushes the destruction to the day after it at the earliest. Expects a checked situation.
 */
export function retentionProposal(situation: RetentionSituation, day: Day): RetentionAnswer {
  const { data, from } = situation;
  if (from === undefined) {
    const reasons = [REASONS.missingFrom(data)];
    return answer(data, 'undetermined', {
      archiveOn: null,
      destroyOn: notComputed<Day>(DAY, ['from'], { reasons }),
      exceptions: [],
    });
  }
  return proposed(situation, withHold(daysOf(situation, from, day), situation, day), day);
}

function daysOf(situation: RetentionSituation, from: Day, day: Day): Days {
  const { data, overrides } = situation;
  if (data === 'patient_file') return fileDays(situation, from, day);
  if (situation.aidEvidence === true) {
    const destroyOn = dayAfter(from, STAFF.aidEvidence, day, overrides);
    return { archiveOn: null, destroyOn, exceptions: [EXCEPTIONS.aidEvidence()] };
  }
  const destroyOn = dayAfter(from, DURATIONS[data], day, overrides);
  return { archiveOn: null, destroyOn: withOtherReadings(data, destroyOn, from, day), exceptions: [] };
}

/** Durations the sources also give, shown beside. */
function withOtherReadings(data: Retained, chosen: Computed<Day>, from: Day, day: Day): Computed<Day> {
  const others: readonly (readonly [Parameter<number>, string])[] =
    data === 'staff_time'
      ? [[STAFF.timeShort, 'Durée la plus courte citée']]
      : data === 'audit_log'
        ? [
            [AUDIT.shortest, 'Durée la plus courte conseillée'],
            [AUDIT.usual, 'Durée conseillée sans justification'],
            [AUDIT.longest, 'Durée la plus longue, justifiée par le contrôle interne'],
          ]
        : [];
  const readings = others.map(([figure, words]) => ({ figure, words, reading: dayAfter(from, figure, day) }));
  return {
    ...chosen,
    alternatives: readings
      .filter(({ reading }) => reading.value !== chosen.value)
      .map(({ figure, words, reading }) => ({
        value: reading.value,
        words,
        sources: figure.values[0].sources,
      })),
    parameters: [...chosen.parameters, ...readings.flatMap(({ reading }) => reading.parameters)],
  };
}

/** A claim whose end is known moves a destruction that falls during it to the day after its end. */
function withHold(days: Days, { hold }: RetentionSituation, day: Day): Days {
  const { destroyOn } = days;
  if (hold?.until === undefined || hold.since > day || destroyOn.value === null || hold.until >= '9999-12-31')
    return days;
  const after = addDays(hold.until, 1);
  if (after <= destroyOn.value || hold.since > destroyOn.value) return days;
  const alternatives = [
    ...destroyOn.alternatives,
    { value: destroyOn.value, words: 'Sans la procédure', sources: [RETENTION_SOURCES.PROJECT] },
  ];
  return {
    ...days,
    destroyOn: { ...destroyOn, value: after, ruleValue: after, alternatives },
    exceptions: [EXCEPTIONS.held(hold.since, hold.until), ...days.exceptions],
  };
}

function proposed(situation: RetentionSituation, days: Days, day: Day): RetentionAnswer {
  const { data, hold, archivedOn } = situation;
  const held = hold !== undefined && hold.since <= day && (hold.until === undefined || day <= hold.until);
  if (held) {
    const suspension = EXCEPTIONS.held(hold.since, hold.until);
    const others = days.exceptions.filter(({ code }) => code !== suspension.code);
    return answer(data, 'suspended', { ...days, exceptions: [suspension, ...others] });
  }
  const destroy = days.destroyOn.value;
  if (destroy !== null && destroy <= day) {
    return data === 'appointment'
      ? answer(data, 'anonymise', days, [REASONS.toAnonymise(destroy)])
      : answer(data, 'destroy', days, [REASONS.toDestroy(destroy), REASONS.backups()]);
  }
  const archive = days.archiveOn?.value ?? null;
  const archived = archivedOn !== undefined && archivedOn <= day;
  if (archive !== null && archive <= day && !archived) {
    return answer(data, 'archive', days, [REASONS.toArchive(archive)]);
  }
  if (destroy === null) return answer(data, 'undetermined', days);
  const next = archive !== null && archive > day && !archived ? archive : destroy;
  return answer(data, 'keep', days, [REASONS.kept(next)]);
}

function answer(data: Retained, proposal: Proposal, days: Days, reasons: readonly Reason[] = []): RetentionAnswer {
  const { archiveOn, destroyOn, exceptions } = days;
  return {
    outcome: proposal === 'undetermined' ? 'undetermined' : 'computed',
    data,
    proposal,
    archiveOn,
    destroyOn,
    exceptions,
    reasons: [...reasons, ...exceptions, ...destroyOn.reasons],
    parameters: [...(archiveOn?.parameters ?? []), ...destroyOn.parameters],
    missing: destroyOn.missing,
  };
}
