import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '#shared/kernel/day.ts';
import { RULE_BOOK, RULE_ENTRIES } from '#shared/rules/book.ts';
import { bookParameters, staleParameters } from '#shared/rules/freshness.ts';
import { valueWords, versionOn } from '#shared/rules/kernel/index.ts';
import { findConcludingWords } from '#shared/rules/wording.ts';

/** Past this many months without a look at its source, a figure stops the release. */
const LIMIT_MONTHS = 18;

describe('la fraîcheur du livre', () => {
  it('aucune valeur n’est restée sans vérification plus de 18 mois', () => {
    const today = Temporal.Now.plainDateISO().toString();
    expect(staleParameters(today, LIMIT_MONTHS).map(({ id }) => id)).toEqual([]);
  });

  it('la veille et le jour de la limite passent, le lendemain non', () => {
    const [oldest = ''] = bookParameters()
      .map(({ checkedOn }) => checkedOn)
      .toSorted();
    const limit = addMonths(oldest, 12);
    expect(staleParameters(addDays(limit, -1), 12)).toEqual([]);
    expect(staleParameters(limit, 12)).toEqual([]);
    expect(staleParameters(addDays(limit, 1), 12)).not.toEqual([]);
  });
});

describe('le livre', () => {
  const articles = RULE_BOOK.flatMap((chapter) => chapter.articles);
  const unique = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);

  it('ne porte jamais deux fois le même identifiant', () => {
    expect(unique(RULE_BOOK.map(({ id }) => id))).toEqual([]);
    expect(unique(articles.map(({ id }) => id))).toEqual([]);
    expect(unique(RULE_BOOK.flatMap(({ entries }) => entries).map(({ id }) => id))).toEqual([]);
    const byId = new Map(bookParameters().map((one) => [one.id, one]));
    const twins = articles.flatMap(({ parameters }) => parameters).filter((one) => byId.get(one.id) !== one);
    expect(twins.map(({ id }) => id)).toEqual([]);
  });

  it('a des rédactions dans l’ordre, chacune avec sa source, et dit ce qui a changé', () => {
    for (const { id, versions } of articles) {
      for (const [index, version] of versions.entries()) {
        const before = versions[index - 1];
        expect(version.sources.length, id).toBeGreaterThan(0);
        expect(version.text.length, id).toBeGreaterThan(20);
        expect(version.effect.length, id).toBeGreaterThan(10);
        if (before === undefined) continue;
        expect(version.from !== null && (before.from === null || before.from < version.from), id).toBe(true);
        expect(version.changed, id).not.toBeNull();
      }
    }
  });

  it('à un jour donné, donne la rédaction de ce jour', () => {
    for (const article of articles) {
      for (const version of article.versions) {
        if (version.from !== null) expect(versionOn(article, version.from), article.id).toBe(version);
        if (version.to !== null) expect(versionOn(article, addDays(version.to, 1)), article.id).not.toBe(version);
      }
    }
  });

  it('montre chaque valeur en mots, jamais un code', () => {
    const code = /[a-z][A-Z](?!g)|[A-Za-z]_|_[A-Za-z]|[<>]/u;
    const shown = bookParameters().flatMap(({ id, unit, values }) =>
      values.map(({ value }) => `${id} : ${valueWords(value, unit).replaceAll('mmHg', '')}`),
    );
    expect(shown.filter((line) => code.test(line.slice(line.indexOf(' : '))))).toEqual([]);
    expect(code.test('SECTEUR_1') && code.test('sharePercent')).toBe(true);
  });

  it('ne conclut nulle part', () => {
    const words = RULE_BOOK.flatMap(({ summary, articles: own, unknowns, disputes }) => [
      summary,
      ...own.flatMap(({ title, versions }) => [
        title,
        ...versions.flatMap(({ text, effect, changed }) => [text, effect, changed ?? '']),
      ]),
      ...unknowns.flatMap(({ title, handling }) => [title, handling]),
      ...disputes.flatMap(({ title, retained, positions }) => [title, retained, ...positions.map((one) => one.words)]),
    ]);
    expect(words.filter((text) => findConcludingWords(text).length > 0)).toEqual([]);
  });

  it('répond à une question mal posée par un refus qui nomme le champ, jamais par une erreur', () => {
    for (const [id, entry] of RULE_ENTRIES) {
      for (const question of [undefined, null, 'texte', [], { inconnu: 1 }]) {
        const answer = entry.ask(question, '2026-02-30') as { outcome?: string; refusals?: { field: string }[] };
        expect(answer.outcome, id).toBe('refused');
        expect(
          answer.refusals?.some(({ field }) => field === 'day'),
          id,
        ).toBe(true);
      }
    }
  });
});
