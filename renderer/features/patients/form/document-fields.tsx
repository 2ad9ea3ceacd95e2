import { useState } from 'react';
import type { Input } from '../../../api/queries.ts';
import { ageOn } from '#shared/kernel/day.ts';
import {
  documentAccepted,
  IDENTITY_CARD_COUNTRIES,
  IDENTITY_DOCUMENTS,
  type IdentityDocumentCode,
} from '#shared/rules/identity/index.ts';
import { IconIdentityDocument } from '../../../ui/icons.ts';
import { ChoiceField, FieldGrid, Note, SelectField } from '../../../ui/index.ts';

export type SeenDocument = NonNullable<Input<'patients', 'create'>['document']>;

const options = Object.entries(IDENTITY_DOCUMENTS).map(([value, { label }]) => ({ value, label }));
const yesNo = [
  { value: 'oui', label: 'Oui' },
  { value: 'non', label: 'Non' },
] as const;
const countryNames = new Intl.DisplayNames(['fr'], { type: 'region' });
const countries = [
  ...IDENTITY_CARD_COUNTRIES.map((code) => ({ value: code, label: countryNames.of(code) ?? code })).sort((a, b) =>
    a.label.localeCompare(b.label, 'fr'),
  ),
  { value: 'ZZ', label: 'Autre pays' },
];
const toBoolean = (answer: 'oui' | 'non' | null) => (answer === null ? null : answer === 'oui');
const toAnswer = (value: boolean | null) => (value === null ? null : value ? 'oui' : 'non');

/** What a document proves for this birth date, in words. */
export function documentVerdict(document: SeenDocument, birthDay: string | null, today: string) {
  const age = birthDay === null ? null : (ageOn(birthDay, today)?.years ?? null);
  return documentAccepted(document.code, {
    age,
    ...(document.country === null ? {} : { country: document.country }),
    ...(document.parentDocumentSeen === null ? {} : { parentDocumentSeen: document.parentDocumentSeen }),
    ...(document.enteringEhpad === null ? {} : { enteringEhpad: document.enteringEhpad }),
  });
}

interface DocumentFieldsProps {
  value: SeenDocument | null;
  onChange: (document: SeenDocument | null) => void;
  birthDay: string | null;
  today: string;
  /** What is said while no document is chosen. */
  without?: string;
}

/** The document shown at the desk, with what the rule asks beside it (country, parent's document, EHPAD). */
export function DocumentFields({ value, onChange, birthDay, today, without }: DocumentFieldsProps) {
  // An identity card is French unless said otherwise: « autre pays » opens the list.
  const [foreign, setForeign] = useState(value?.country !== null && value?.country !== undefined);
  const acceptance = value === null ? null : IDENTITY_DOCUMENTS[value.code].acceptance;
  const verdict = value === null ? null : documentVerdict(value, birthDay, today);
  const words = verdict?.reasons.map((reason) => reason.words).join(' ');
  const card = value?.code === 'CN';
  return (
    <>
      <FieldGrid columns={2}>
        <SelectField
          label="Pièce présentée"
          optional
          clearable
          placeholder="Aucune"
          options={options}
          value={value?.code ?? null}
          onChange={(code) => {
            setForeign(false);
            onChange(
              code === null
                ? null
                : { code: code as IdentityDocumentCode, country: null, parentDocumentSeen: null, enteringEhpad: null },
            );
          }}
        />
        {value !== null && acceptance === 'minor_with_parent' && (
          <ChoiceField
            label="Pièce du parent ou du tuteur vue"
            options={yesNo}
            value={toAnswer(value.parentDocumentSeen)}
            onChange={(answer) => onChange({ ...value, parentDocumentSeen: toBoolean(answer) })}
          />
        )}
        {value !== null && acceptance === 'ehpad' && (
          <ChoiceField
            label="Entrée directe en EHPAD"
            options={yesNo}
            value={toAnswer(value.enteringEhpad)}
            onChange={(answer) => onChange({ ...value, enteringEhpad: toBoolean(answer) })}
          />
        )}
        {value !== null && card && (
          <SelectField
            label="Pays de la carte"
            options={countries}
            value={foreign ? value.country : 'FR'}
            onChange={(country) => {
              setForeign(country !== 'FR');
              onChange({ ...value, country: country === 'FR' ? null : country });
            }}
          />
        )}
      </FieldGrid>
      {value === null && without !== undefined && (
        <Note tone="warn" icon={IconIdentityDocument}>
          {without}
        </Note>
      )}
      {verdict !== null && (
        <Note tone={verdict.outcome === 'met' ? 'ok' : 'warn'} role="status">
          {words}
        </Note>
      )}
    </>
  );
}
