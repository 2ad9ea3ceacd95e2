import { isDay } from '#shared/kernel/day.ts';
import { phoneDigits } from '#shared/kernel/format.ts';
import { compactKey } from '#shared/kernel/text.ts';
import { givensOf, matriculeKey, namesOf, type ComparedPerson } from './compared-person.ts';

/**
 * Texts by which records that may be one person are found by equality alone: two records whose score is above `none`
 * share at least one key. Sharing a key proves nothing: `scoreDuplicate` decides.
 */
export function blockingKeys(person: ComparedPerson): string[] {
  const keys = new Set<string>();
  const matricule = matriculeKey(person.matricule);
  if (matricule !== '') keys.add(`m:${matricule}`);
  const words = [...namesOf(person), ...givensOf(person)]
    .map((name) => compactKey(name ?? ''))
    .filter((key) => key !== '');
  if (isDay(person.birthDate)) {
    const [year = '', month = '', day = ''] = person.birthDate.split('-');
    keys.add(`d:${person.birthDate}`);
    keys.add(`w:${year}-${[month, day].sort().join('-')}`);
    // One figure of the date may be wrong: the two others and one exact name find the record.
    for (const word of words)
      for (const two of [`${year}-${month}`, `${year}--${day}`, `-${month}-${day}`]) keys.add(`n:${two}:${word}`);
  }
  for (const phone of person.phones ?? []) {
    const digits = phoneDigits(phone);
    if (digits.length >= 6) for (const word of words) keys.add(`p:${digits}:${word}`);
  }
  return [...keys];
}
