import { SettingsValue } from '#shared/contract/practice.ts';
import { call, queryClient, type Input } from '../../api/queries.ts';
import { problemsIn, problemsOf } from './problems.ts';

type Patch = Input<'practice', 'updateSettings'>['patch'];
export type MinuteSetting = 'waitWarnMinutes' | 'waitBadMinutes' | 'lateMinutes' | 'lockMinutes' | 'keyMinutes';

/** After a change sent from a field: what is shown, and what Ctrl Z would now undo. */
export async function refreshPractice(): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: ['session', 'undoable'] });
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ['practice'] }),
    queryClient.invalidateQueries({ queryKey: ['rules'] }),
  ]);
}

/** Sends one setting. @returns the sentence of the refusal, or null once saved. */
export async function saveSetting(patch: Patch): Promise<string | null> {
  try {
    await call('practice', 'updateSettings', { patch }, { command: true });
    await refreshPractice();
    return null;
  } catch (error) {
    return Object.values(problemsOf(error))[0] ?? null;
  }
}

const bounds: Readonly<Record<MinuteSetting, readonly [number, number]>> = {
  waitWarnMinutes: [1, 240],
  waitBadMinutes: [1, 240],
  lateMinutes: [0, 120],
  lockMinutes: [1, 60],
  keyMinutes: [1, 720],
};

/** What is wrong with a typed number of minutes. */
export function minutesProblem(setting: MinuteSetting, typed: string): string | undefined {
  const value = typed.trim() === '' ? Number.NaN : Number(typed.replace(',', '.'));
  const [low, high] = bounds[setting];
  if (problemsIn({ [setting]: SettingsValue.shape[setting] }, { [setting]: value })[setting] === undefined)
    return undefined;
  return `Un nombre entier de minutes, de ${low} à ${high}.`;
}
