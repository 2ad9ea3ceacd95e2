export {
  AGE_TO_CHECK,
  birthDateWarning,
  usableBirthDate,
  type BirthDatePrecision,
  type UsableBirthDate,
} from './birth-date.ts';
export { blockingKeys } from './blocking-keys.ts';
export {
  IDENTITY_ATTRIBUTES,
  IDENTITY_CHANNELS,
  IDENTITY_STATUSES,
  matriculeKindOf,
  MATRICULE_OIDS,
  oidAllowed,
  STRICT_TRAITS,
  type IdentityAttribute,
  type IdentityChannel,
  type IdentityStatus,
  type MatriculeKind,
  type StrictTrait,
} from './codes.ts';
export {
  documentAccepted,
  IDENTITY_CARD_COUNTRIES,
  IDENTITY_DOCUMENTS,
  type DocumentSituation,
  type IdentityDocumentCode,
} from './documents.ts';
export type { ComparedPerson } from './compared-person.ts';
export type { TraitComparison } from './duplicate-traits.ts';
export {
  areHomonyms,
  DUPLICATE_LABELS,
  DUPLICATE_LEVELS,
  scoreDuplicate,
  type DuplicateLevel,
  type DuplicateScore,
} from './duplicates.ts';
export { compareNames, type NameComparison } from './names.ts';
export { checkNir, NIR_MARKS, type NirCheck, type NirComparison, type NirMark } from './nir.ts';
export { departmentOf, isPlaceCode, samePlace, UNKNOWN_PLACE } from './places.ts';
export { checkFiness, checkRpps, professionalIdentifier, type NumberCheck } from './professional-numbers.ts';
export {
  changeIdentity,
  matriculeMayLeave,
  NEW_IDENTITY,
  STATUS_WORDS,
  type Attestation,
  type IdentityEvent,
  type IdentityTransition,
  type IdentityTrust,
} from './status.ts';
