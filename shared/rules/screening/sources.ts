import type { Citation } from '../kernel/index.ts';

/** Day the figures of this rule set were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the screening programmes; the keys are those of the table in README.md. */
export const SCREENING_SOURCES = {
  D1: {
    title: 'Dépistage gratuit du cancer du sein pour les femmes entre 50 et 74 ans',
    publisher: 'Assurance Maladie (ameli.fr)',
    date: '2024',
    address:
      'https://www.ameli.fr/assure/sante/assurance-maladie/prevention-depistages/depistages-organises-cancer/depistage-gratuit-50-74-ans',
  },
  D2: {
    title: 'Le dépistage organisé du cancer du sein (professionnels)',
    publisher: 'Assurance Maladie (ameli.fr)',
    date: '2024',
    address:
      'https://www.ameli.fr/exercice-coordonne/sante-prevention/depistages-organises-cancers/depistage-organise-du-cancer-du-sein',
  },
  D3: {
    title: 'Le dépistage du cancer colorectal en pratique',
    publisher: 'Institut national du cancer',
    date: '2025-2026',
    address:
      'https://www.cancer.fr/toute-l-information-sur-les-cancers/se-faire-depister/les-depistages/depistage-du-cancer-colorectal/le-depistage-en-pratique',
  },
  D4: {
    title: 'Dépistage du cancer colorectal\u00A0: un nouveau marché de kits à partir du 15 mars 2026',
    publisher: 'VIDAL, d’après l’Assurance Maladie',
    date: '2026-03-12',
    address:
      'https://www.vidal.fr/actualites/37589-depistage-du-cancer-colorectal-un-nouveau-marche-de-kits-a-partir-du-15-mars-2026-et-ses-consequences.html',
  },
  D5: {
    title: 'Le kit de dépistage du cancer colorectal',
    publisher: 'Le Moniteur des pharmacies',
    date: '2022-2024',
    address: 'https://www.lemoniteurdespharmacies.fr',
  },
  D6: {
    title: 'Mars bleu\u00A0: accès au kit, conditions de remise par le pharmacien',
    publisher: 'CPTS du Pourtour Belfortain',
    date: '2023-2025',
    address: 'https://cpts-pourtourbelfortain.fr/?p=975',
  },
  D7: {
    title: 'Lancement d’un site pour commander son kit de dépistage',
    publisher: 'ENIM',
    date: '2022',
    address: 'https://enim.eu/actualites/',
  },
  D8: {
    title: 'Vers une meilleure estimation des taux de participation au PNDOCCR (BEH 2024, n° 5)',
    publisher: 'Santé publique France',
    date: '2024',
    address: 'https://beh.santepubliquefrance.fr/beh/2024/5/2024_5_1.html',
  },
  D9: {
    title: 'Le dépistage organisé du cancer du col de l’utérus',
    publisher: 'Assurance Maladie (ameli.fr, sages-femmes)',
    date: '2024',
    address:
      'https://www.ameli.fr/sage-femme/sante-et-prevention/cancer-du-col-de-l-uterus/depistage-organise-du-cancer-du-col-de-l-uterus',
  },
  D10: {
    title: 'Cancer du col de l’utérus\u00A0: vos questions sur le dépistage',
    publisher: 'Institut national du cancer, HAS, Santé publique France',
    date: '2023-2025',
    address:
      'https://e-cancer.fr/Comprendre-prevenir-depister/Se-faire-depister/Depistage-du-cancer-du-col-de-l-uterus/Vos-questions-sur-le-HPV/Le-depistage',
  },
  D11: {
    title: 'Recommandations de dépistage (Campus de biologie, femme)',
    publisher: 'Eurofins Biomnis, d’après HAS 2019',
    date: '2022-2024',
    address: 'https://www.eurofins-biomnis.com/blog/campus-biologie-femme-recommandations-depistage/',
  },
  D12: {
    title: 'Autoprélèvements vaginaux\u00A0: cadre et modalités',
    publisher: 'Ordre national des pharmaciens, d’après INCa avril 2022',
    date: '2022',
    address: 'https://www.ordre.pharmacien.fr',
  },
  D13: {
    title: 'Le kit test HPV bientôt en pharmacie\u00A0?',
    publisher: 'Le Quotidien du Pharmacien',
    date: '2025',
    address: 'https://www.lequotidiendupharmacien.fr',
  },
  D14: {
    title: 'Dépistage néonatal\u00A0: trois nouvelles maladies (1er septembre 2025)',
    publisher: 'abilitis.fr et presse, d’après le ministère de la Santé',
    date: '2025-09',
    address: 'https://www.abilitis.fr/2025/09/10/depistage-neonatal-trois-nouvelles-maladies-rares-detectees',
  },
  D15: {
    title: 'Rôle et missions de l’assistant médical',
    publisher: 'Assurance Maladie (ameli.fr)',
    date: '2024-2025',
    address:
      'https://www.ameli.fr/exercice-coordonne/exercice-professionnel/organisations-d-exercice-coordonne/aide-l-emploi-d-assistants-medicaux-dans-les-cabinets/role-et-missions-de-l-assistant-medical',
  },
  D16: {
    title: 'Mon bilan prévention',
    publisher: 'presse et mutuelles d’après le ministère et l’Assurance Maladie (Pourquoi Docteur, MGC, AFP)',
    date: '2024-09',
    address: 'https://www.pourquoidocteur.fr/Articles/Question-d-actu/49098-Mon-bilan-prevention-marche',
  },
  D17: {
    title: 'Hypertension artérielle, synthèse des recommandations ESH/ESC/SPTF',
    publisher: 'n4n5.dev (synthèse pour généralistes)',
    date: '2024-2025',
    address: 'https://n4n5.dev/recommandations-medicales/recommandations/hypertension-arterielle',
  },
  D18: { title: 'Connaissance générale, non vérifiée' },
  D19: {
    title: 'Qui reçoit l’invitation au dépistage du cancer du sein (Ardennes)',
    publisher: 'sac08.fr',
    date: '2025-07-30',
    address: 'https://www.sac08.fr/invitation-depistage-cancer-sein-ardennes.html',
  },
  D20: {
    title: 'Le nouveau calendrier des examens médicaux obligatoires des enfants',
    publisher: 'Apicil, d’après l’arrêté de 2024',
    date: '2025',
    address: 'https://particulier.apicil.com/sante/calendrier-examens-medicaux-obligatoires-enfants/',
  },
  C1: { title: 'Préparation clinique par l’assistant (fiche du projet)', date: '2026-11-22' },
  PROJECT: { title: 'Choix du logiciel, modifiable par le cabinet' },
} as const satisfies Record<string, Citation>;

export type ScreeningSource = keyof typeof SCREENING_SOURCES;
