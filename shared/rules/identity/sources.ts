import type { Citation } from '../kernel/index.ts';

/** Sources of the identity rules; the table of README.md says which rule each supports. */
export const IDENTITY_SOURCES = {
  DECREE: {
    title: 'Décret n° 82-103 du 22 janvier 1982 relatif au répertoire national d’identification',
    publisher: 'cité par l’INSEE, « NIR »',
    date: '2004',
  },
  KEY: { title: 'Publimath nu010 (IREM) ; lbcd78.fr, contrôle de la clé du NIR', date: '2007' },
  PLACES: { title: 'Service-Public ; planet.fr, lieu de naissance du NIR' },
  FR_CORE: {
    title: 'FR Core, statuts, attributs et canaux de l’identité',
    publisher: 'Interop’Santé, 2.1.0 à 2.2.0',
    date: '2024-2026',
    address: 'https://hl7.fr/ig/fhir/core',
  },
  DOCUMENTS: {
    title: 'Dispositif d’identification à haut niveau de confiance',
    publisher: 'Identito Nouvelle-Aquitaine',
    address: 'https://www.identito-na.fr/dispositif-identification',
  },
  MINORS: {
    title: 'Modifications des référentiels d’identitovigilance',
    publisher: 'Sara',
    date: '2024',
    address: 'https://sante-ara.fr',
  },
  ORDER: { title: 'CD 87 de l’Ordre des médecins, numéro RPPS' },
  PROJECT: { title: 'Choix de Prélude' },
} as const satisfies Record<string, Citation>;
