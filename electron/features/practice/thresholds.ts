import { DomainError } from '#shared/contract/errors.ts';
import type { SettingsValue } from '#shared/contract/practice.ts';
import { formatNumber } from '#shared/kernel/format.ts';
import { thresholdProblem, thresholdRule, type VitalSignCode } from '#shared/rules/vital-signs/index.ts';
import { lastChange } from '#electron/features/visits/index.ts';
import type { CommandCall } from '#electron/security/call.ts';
import { readSettings, settingsId } from './practice.repository.ts';

type Thresholds = SettingsValue['thresholds'];

export interface ThresholdPatch {
  code: VitalSignCode;
  name: string;
  /** What the person saw before typing; null = the figure of the rule book. */
  base: number | null;
  value: number | null;
}

const inWords = (value: number | null) => (value === null ? null : formatNumber(value));

function withThreshold(all: Thresholds, { code, name, value }: ThresholdPatch): Thresholds {
  const { [code]: ofCode = {}, ...otherCodes } = all;
  const others = Object.fromEntries(Object.entries(ofCode).filter(([one]) => one !== name));
  const kept = value === null ? others : { ...others, [name]: value };
  return Object.keys(kept).length === 0 ? otherCodes : { ...otherCodes, [code]: kept };
}

/**
 * The thresholds of the practice with one of them changed; the others are those stored at this instant.
 * @throws NOT_FOUND, INVALID with a sentence, EDIT_CONFLICT when the stored value is no longer `base`
 */
export async function patchedThresholds(call: CommandCall, patch: ThresholdPatch): Promise<Thresholds> {
  const { code, name, base, value } = patch;
  const rule = thresholdRule(`vital.${code}.${name}`);
  if (rule === null) throw new DomainError('NOT_FOUND', { what: 'threshold' });
  const { thresholds } = await readSettings(call.uow.db);
  const stored = thresholds[code]?.[name] ?? null;
  const field = `${code}.${name}`;
  if (stored !== base && stored !== value) {
    const author = await lastChange(call.uow.db, settingsId, ['practice.updateThresholds', 'session.undo']);
    throw new DomainError('EDIT_CONFLICT', {
      conflicts: [{ field, mine: inWords(value), theirs: inWords(stored), ...author }],
    });
  }
  const practice = Object.fromEntries(
    Object.entries(thresholds).flatMap(([owner, names]) =>
      Object.entries(names).map(([one, figure]) => [`vital.${owner}.${one}`, figure]),
    ),
  );
  const message = thresholdProblem(rule, value, call.clock.today(), { practice });
  if (message !== null) throw new DomainError('INVALID', { problems: [{ field, message }] });
  return withThreshold(thresholds, patch);
}
