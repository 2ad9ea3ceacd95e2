import type { Me } from '#shared/contract/vault.ts';
import { can, type Permission } from '#shared/permissions/roles.ts';
import {
  IconConsultation,
  IconDisplay,
  IconInfo,
  IconKeyboard,
  IconLock,
  IconPatients,
  IconPractice,
  IconRoom,
  IconThresholds,
  IconToFinish,
  type Icon,
} from '../../ui/icons.ts';

export type SectionId =
  | 'cabinet'
  | 'medecins'
  | 'salles'
  | 'motifs'
  | 'utilisateurs'
  | 'preparation'
  | 'verrouillage'
  | 'affichage'
  | 'raccourcis'
  | 'a-propos';

export interface Section {
  id: SectionId;
  label: string;
  icon: Icon;
  /** Without this permission the section is absent from the list. None: everyone has it. */
  needs?: Permission;
}

/** Sections of Réglages, in groups drawn apart. */
export const sectionGroups: readonly (readonly Section[])[] = [
  [
    { id: 'cabinet', label: 'Cabinet', icon: IconPractice, needs: 'practice.manage' },
    { id: 'medecins', label: 'Médecins', icon: IconConsultation, needs: 'practice.manage' },
    { id: 'salles', label: 'Salles', icon: IconRoom, needs: 'practice.manage' },
    { id: 'motifs', label: 'Motifs', icon: IconToFinish, needs: 'practice.manage' },
    { id: 'utilisateurs', label: 'Utilisateurs et rôles', icon: IconPatients, needs: 'practice.manage' },
    { id: 'preparation', label: 'Préparation et seuils', icon: IconThresholds },
  ],
  [
    { id: 'verrouillage', label: 'Verrouillage', icon: IconLock },
    { id: 'affichage', label: 'Affichage', icon: IconDisplay },
    { id: 'raccourcis', label: 'Raccourcis', icon: IconKeyboard },
    { id: 'a-propos', label: 'À propos', icon: IconInfo },
  ],
];

export const sections: readonly Section[] = sectionGroups.flat();

type Person = Pick<Me, 'role' | 'responsable'>;

/** May this person open the section? */
export const canOpen = (person: Person, section: Section): boolean =>
  section.needs === undefined || can(person, section.needs);

/** Where Réglages opens for this person. */
export const firstSectionFor = (person: Person): SectionId =>
  sections.find((section) => canOpen(person, section))?.id ?? 'a-propos';
