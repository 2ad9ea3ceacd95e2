import { formatDay, type Day } from '#shared/kernel/day.ts';
import { met, notMet, undetermined, valueOn, type Verdict } from '../kernel/index.ts';
import { trainingDeadlines } from './deadlines.ts';
import { FUNCTION_TITLES } from './figures.ts';
import { profileOf, qualificationOn } from './qualification.ts';
import { DIPLOMAS, type TrainingFile } from './types.ts';
import { reason } from './wording.ts';

/**
 * Does the assistant hold one of the titles of the decree on `day`? Without one, the answer is not met and says by when
 * the CQP is to be obtained: the texts allow the hire meanwhile.
 */
export function functionHolder(file: TrainingFile, day: Day): Verdict {
  const use = valueOn(FUNCTION_TITLES, day);
  if (use === null || use.value === null) {
    return undetermined(
      [],
      [reason('before_text', 'L’arrêté du 7 novembre 2019 n’est pas encore en vigueur à cette date.')],
    );
  }
  const profile = profileOf(file);
  const qualified = qualificationOn(file, day);
  if (profile === 'DEI_DEAS_DEAP') {
    const title = file.diploma === undefined ? 'Diplôme de soins' : capital(DIPLOMAS[file.diploma]);
    const adaptation =
      qualified === null
        ? reason('adaptation_to_follow', 'La formation d’adaptation à l’emploi reste à suivre.')
        : reason('adaptation_done', `Qualification complète depuis le ${formatDay(qualified.on)}.`);
    return met([reason('care_diploma', `${title} : titre prévu par l’arrêté.`), adaptation], [use]);
  }
  if (qualified?.by === 'CQP') {
    return met([reason('cqp_held', `CQP assistant médical obtenu le ${formatDay(qualified.on)}.`)], [use]);
  }
  if (profile === null) return undetermined(['profile'], [profileMissing], [use]);
  const { value: last, missing } = trainingDeadlines(file, day).complete;
  const title = reason('no_title', 'Ni diplôme de soins, ni CQP à cette date.');
  if (last === null) {
    const unknown = reason(
      'delay_unknown',
      'Le délai pour obtenir le CQP n’est pas calculé : date d’embauche à vérifier.',
    );
    return { ...notMet([title, unknown], [use]), missing };
  }
  const delay =
    day <= last
      ? reason('delay_running', `Le CQP est à obtenir au plus tard le ${formatDay(last)}.`)
      : reason('delay_over', `Le CQP était à obtenir au plus tard le ${formatDay(last)}.`);
  return notMet([title, delay], [use]);
}

const profileMissing = reason('profile_missing', 'Diplôme de l’assistant à saisir.');

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
