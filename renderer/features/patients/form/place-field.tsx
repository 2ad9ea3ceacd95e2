import { useEffect, useState } from 'react';
import { foldKey } from '#shared/kernel/text.ts';
import type { PlaceView } from '#shared/contract/patient-views.ts';
import { call, useRead } from '../../../api/queries.ts';
import { Note, SuggestField, TextField, type Suggestion } from '../../../ui/index.ts';
import styles from './form.module.css';
import { missingDepartment } from './missing-words.ts';
import { controlId, type PatientForm } from './patient-form.ts';

const suggestionOf = (place: PlaceView): Suggestion => ({
  value: place.label,
  detail: place.kind === 'pays' ? `pays, ${place.code}` : place.code,
});
/** The bare name of a place, without its department. */
const bare = (place: PlaceView) => foldKey(place.label.replace(/ \([^)]*\).*$/u, ''));

/** Proposals for a text, empty before two letters. Late answers are dropped. */
function usePlaces(text: string): readonly PlaceView[] {
  const [places, setPlaces] = useState<readonly PlaceView[]>([]);
  useEffect(() => {
    if (text.trim().length < 2) {
      setPlaces([]);
      return undefined;
    }
    const stop = new AbortController();
    call('patients', 'searchPlaces', { text: text.trim().slice(0, 80) }, { signal: stop.signal }).then(
      (found) => {
        if (!stop.signal.aborted) setPlaces(found);
      },
      () => undefined,
    );
    return () => stop.abort();
  }, [text]);
  return places;
}

/** Place of birth: a commune (former ones too) or a country; a place of no table stays in words, with its department. */
export function PlaceField({ form, knownLabel }: { form: PatientForm; knownLabel?: string | undefined }) {
  const code = form.valueOf('birthPlaceCode');
  const words = form.valueOf('birthPlaceText');
  const ofCode = useRead(
    'patients',
    'searchPlaces',
    { text: code },
    { enabled: code !== '' && knownLabel === undefined },
  );
  const label = knownLabel ?? ofCode.data?.find((place) => place.code === code)?.label;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (code !== '' ? (label ?? code) : words);
  const places = usePlaces(typed ?? '');

  const pick = (place: PlaceView) => {
    setTyped(null);
    form.leave({ birthPlaceCode: place.code, birthPlaceText: '', birthDepartment: '' });
  };
  const leave = (text: string) => {
    if (typed === null) return;
    const wanted = foldKey(text);
    const same = places.filter(
      (place) => place.code === text.trim().toUpperCase() || foldKey(place.label) === wanted || bare(place) === wanted,
    );
    const [only] = same;
    if (only !== undefined && same.length === 1) pick(only);
    else {
      setTyped(null);
      form.leave({
        birthPlaceCode: '',
        birthPlaceText: text.trim(),
        ...(text.trim() === '' ? { birthDepartment: '' } : {}),
      });
    }
  };
  const inWords = code === '' && words !== '' && typed === null;
  const lacking = form.errorOf('birthPlaceCode');
  const departmentError =
    form.errorOf('birthDepartment') ??
    (lacking !== undefined && form.valueOf('birthDepartment') === '' ? missingDepartment : lacking);
  return (
    <>
      <div className={styles['cell']}>
        <SuggestField
          id={controlId('birthPlaceCode')}
          label="Lieu de naissance"
          value={shown}
          onChange={setTyped}
          onLeave={leave}
          suggestions={places.map(suggestionOf)}
          onPick={(suggestion) => {
            const place = places.find((one) => one.label === suggestion.value);
            if (place !== undefined) pick(place);
          }}
          placeholder="commune ou pays"
          error={inWords ? undefined : lacking}
          {...(code === '' ? {} : { hint: `Code ${code}` })}
        />
        {form.below?.('birthPlaceCode')}
      </div>
      {inWords && (
        <>
          <div className={styles['cell']}>
            <TextField
              id={controlId('birthDepartment')}
              label="Département de naissance"
              value={form.valueOf('birthDepartment')}
              onChange={(raw) => form.change('birthDepartment', raw)}
              onLeave={(raw) => form.leave({ birthDepartment: raw })}
              error={departmentError}
              placeholder="54, 2A, 974, 99"
              figures
            />
            {form.below?.('birthDepartment')}
          </div>
          <Note tone="warn">
            Ce lieu n’est dans aucune table. Il est gardé en toutes lettres avec son département{'\u00a0'}; l’identité
            reste provisoire.
          </Note>
        </>
      )}
    </>
  );
}
