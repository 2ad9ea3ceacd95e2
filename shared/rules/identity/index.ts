export { birthDateWarning, usableBirthDate, type UsableBirthDate } from './birth-date.ts';
export { blockingKeys } from './blocking-keys.ts';
export {
  IDENTITY_ATTRIBUTES,
  IDENTITY_CHANNELS,
  IDENTITY_STATUSES,
  MATRICULE_OIDS,
  oidAllowed,
  STRICT_TRAITS,
  type IdentityAttribute,
  type IdentityChannel,
  type IdentityStatus,
  type StrictTrait,
} from './codes.ts';
export {
  documentAccepted,
  IDENTITY_CARD_COUNTRIES,
  IDENTITY_DOCUMENTS,
  type IdentityDocumentCode,
} from './documents.ts';
export type { ComparedPerson } from './compared-person.ts';
export { areHomonyms, DUPLICATE_LABELS, DUPLICATE_LEVELS, scoreDuplicate, type DuplicateScore } from './duplicates.ts';
export { compareNames } from './names.ts';
export { checkNir, type NirMark } from './nir.ts';
export { departmentOf, isPlaceCode, samePlace, UNKNOWN_PLACE } from './places.ts';
export { checkFiness, checkRpps } from './professional-numbers.ts';
export { changeIdentity, matriculeMayLeave, type IdentityEvent, type IdentityTrust } from './status.ts';
