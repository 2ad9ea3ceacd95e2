import { describe, expect, it } from 'vitest';
import {
  met,
  notMet,
  parameter,
  undetermined,
  valueOn,
  type Editable,
  type JsonValue,
  type Parameter,
} from '#shared/rules/kernel/index.ts';

const source = { title: 'Texte inventé', article: 'article 1' };
const amount = parameter<number>({
  id: 'essai.montant',
  label: 'Montant',
  unit: 'EUR',
  values: [
    { from: '2024-01-01', value: 100, sources: [source], confidence: 'official' },
    { from: '2025-07-01', value: 120, sources: [source], confidence: 'single_source' },
    { from: '2026-07-01', value: null, sources: [source], confidence: 'unknown' },
  ],
  checkedOn: '2026-11-22',
});

describe('valeur d’un paramètre un jour donné', () => {
  it.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 100],
    ['2025-06-30', 100],
    ['2025-07-01', 120],
    ['2025-07-02', 120],
    ['2026-07-01', null],
  ])('le %s', (day, value) => {
    expect(valueOn(amount, day)?.value).toBe(value);
  });

  it('porte sa source, sa fiabilité et son jour de vérification', () => {
    expect(valueOn(amount, '2025-08-01')).toEqual({
      id: 'essai.montant',
      on: '2025-08-01',
      signature: null,
      label: 'Montant',
      unit: 'EUR',
      value: 120,
      origin: 'default',
      defaultValue: 120,
      from: '2025-07-01',
      confidence: 'single_source',
      sources: [source],
      checkedOn: '2026-11-22',
    });
  });

  it('cède au cabinet, puis au patient, et garde la valeur par défaut à côté', () => {
    const practice = { 'essai.montant': 130 };
    expect(valueOn(amount, '2025-08-01', { practice })).toMatchObject({
      value: 130,
      origin: 'practice',
      defaultValue: 120,
    });
    expect(valueOn(amount, '2025-08-01', { practice, patient: { 'essai.montant': null } })).toMatchObject({
      value: null,
      origin: 'patient',
      defaultValue: 120,
    });
  });

  it('ignore une valeur d’un autre type', () => {
    expect(valueOn(amount, '2025-08-01', { practice: { 'essai.montant': '130' } })).toMatchObject({
      value: 120,
      origin: 'default',
    });
  });

  it('au-dessus d’un inconnu, cède à une valeur du genre que le cabinet peut saisir, et à aucune autre', () => {
    const unknown = { from: null, value: null, sources: [source], confidence: 'unknown' } as const;
    const shown = (editable: Editable | undefined, value: JsonValue) =>
      valueOn(
        parameter<JsonValue>({
          id: 'essai.inconnu',
          label: 'Inconnu',
          unit: '',
          values: [unknown],
          checkedOn: '2026-11-22',
          ...(editable === undefined ? {} : { editable }),
        }),
        '2026-11-22',
        { practice: { 'essai.inconnu': value } },
      )?.value;
    const number: Editable = { kind: 'number', min: 0, max: 100 };
    const choice: Editable = { kind: 'choice', choices: { OUI: 'Oui' } };
    expect([0, 100, -1, 101, '5'].map((value) => shown(number, value))).toEqual([0, 100, null, null, null]);
    expect([true, 1].map((value) => shown({ kind: 'flag' }, value))).toEqual([true, null]);
    expect(['OUI', 'NON', 'toString'].map((value) => shown(choice, value))).toEqual(['OUI', null, null]);
    const season = { from: '2026-10-13', to: '2027-01-31' };
    expect([season, [season], 3].map((value) => shown({ kind: 'window' }, value))).toEqual([season, null, null]);
    expect(shown(undefined, 5)).toBeNull();
  });
});

describe('un paramètre incomplet', () => {
  const base = {
    id: 'essai',
    label: 'Essai',
    unit: '',
    checkedOn: '2026-11-22',
    values: [{ from: null, value: 1, sources: [source], confidence: 'official' }],
  } as const satisfies Parameter<number>;

  it('ne compile pas sans source ni jour de vérification, et se refuse à l’exécution', () => {
    const dated = { from: null, value: 1, confidence: 'official' } as const;
    // @ts-expect-error a value needs at least one source
    expect(() => parameter({ ...base, values: [{ ...dated, sources: [] }] })).toThrow(/source/);
    // @ts-expect-error a value needs its source
    expect(() => parameter({ ...base, values: [dated] })).toThrow(/source/);
    const unchecked = { id: 'essai', label: 'Essai', unit: '', values: base.values };
    // @ts-expect-error a parameter needs its check day
    expect(() => parameter(unchecked)).toThrow(/check day/);
    // @ts-expect-error a check day is written YYYY-MM-DD
    expect(() => parameter({ ...base, checkedOn: 'hier' })).toThrow(/check day/);
    // @ts-expect-error a parameter needs a value
    expect(() => parameter({ ...base, values: [] })).toThrow(/no value/);
  });

  it('refuse ce que le compilateur ne voit pas', () => {
    expect(() => parameter({ ...base, checkedOn: '2026-02-30' })).toThrow(/check day/);
    expect(() => parameter({ ...base, id: ' ' })).toThrow(/no id/);
    const value = base.values[0];
    expect(() => parameter({ ...base, values: [{ ...value, sources: [{ title: ' ' }] }] })).toThrow(/no title/);
    expect(() => parameter({ ...base, values: [{ ...value, value: null }] })).toThrow(/unknown/);
    expect(() =>
      parameter({
        ...base,
        values: [
          { ...value, from: '2025-01-01' },
          { ...value, from: '2024-01-01' },
        ],
      }),
    ).toThrow(/order/);
  });

  it('ne se modifie plus une fois construit', () => {
    expect(() => Object.assign(amount.values[0], { value: 1 })).toThrow(TypeError);
  });
});

describe('un verdict', () => {
  it('se transporte en JSON sans rien perdre', () => {
    const reasons = [{ code: 'raison', words: 'Une raison.' }];
    const use = valueOn(amount, '2025-08-01');
    for (const verdict of [met(reasons, use === null ? [] : [use]), notMet(reasons), undetermined(['age'], reasons)]) {
      expect(JSON.parse(JSON.stringify(verdict))).toEqual(verdict);
    }
    expect(undetermined(['age'], reasons).missing).toEqual(['age']);
  });
});
