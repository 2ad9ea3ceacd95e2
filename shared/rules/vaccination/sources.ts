import type { Citation, Citations } from '../kernel/index.ts';

/** Day the figures were last compared with their sources. */
export const CHECKED_ON = '2026-11-22';

/** Sources of the schedule; the keys are those of the table in README.md. */
export const VACCINATION_SOURCES = {
  V1: {
    title: 'Coqueluche (espace professionnels)',
    publisher: 'Vaccination Info Service / Santé publique France',
    date: 'état 2025',
    address: 'https://professionnels.vaccination-info-service.fr/Maladies-et-leurs-vaccins/Coqueluche',
  },
  V2: {
    title: 'Méningites, pneumonies et septicémies à pneumocoque',
    publisher: 'Vaccination Info Service / Santé publique France',
    date: 'état postérieur à avril 2025',
    address:
      'https://vaccination-info-service.fr/Les-maladies-et-leurs-vaccins/meningites-pneumonies-et-septicemies-a-pneumocoque',
  },
  V3: {
    title: 'Le zona',
    publisher: 'Vaccination Info Service / Santé publique France',
    date: 'état postérieur à décembre 2024',
    address: 'https://vaccination-info-service.fr/Les-maladies-et-leurs-vaccins/Le-zona',
  },
  V4: {
    title: 'Gastro-entérite à rotavirus',
    publisher: 'Vaccination Info Service / Santé publique France',
    date: 'état 2024-2025',
    address: 'https://vaccination-info-service.fr/index.php/Les-maladies-et-leurs-vaccins/Gastro-enterite-a-rotavirus',
  },
  V5: {
    title: 'Papillomavirus\u00A0: la vaccination recommandée jusqu’à 26 ans pour tous les hommes et les femmes',
    publisher: 'Service-Public.fr (DILA)',
    date: '2025-05-16',
    address: 'https://www.service-public.fr/particuliers/actualites/A18252',
  },
  V6: {
    title: 'Vaccination HPV\u00A0: la HAS recommande un rattrapage jusqu’à 26 ans révolus',
    publisher: 'Vaccination Info Service professionnels',
    date: '2025-05',
    address: 'https://professionnels.vaccination-info-service.fr/Toutes-les-actualites/',
  },
  V7: {
    title:
      'Vaccination des nourrissons et des adolescents contre les méningocoques B et ACWY\u00A0: comment faire en pratique\u00A0?',
    publisher: 'MesVaccins.net',
    date: '2025',
    address: 'https://www.mesvaccins.net/web/news/22587',
  },
  V8: {
    title: 'Recommandation vaccination\u00A0: méningocoque',
    publisher: 'CPAM du Val-de-Marne (Assurance Maladie)',
    date: '2025',
    address: 'https://vip94.cpamvaldemarne.fr/recommandation-vaccination-meningocoque-de-serogroupe-c',
  },
  V9: {
    title: 'La vaccination en 2025',
    publisher: 'Le Quotidien du Médecin (FMC)',
    date: '2025',
    address: 'https://medecine-generale.lequotidiendumedecin.fr/fmc-recos/la-vaccination-en-2025',
  },
  V10: {
    title: 'Nouveau calendrier vaccinal 2025\u00A0: ce qu’il faut retenir au comptoir',
    publisher: 'Le Moniteur des pharmacies',
    date: '2025-04-28',
    address: 'https://www.lemoniteurdespharmacies.fr',
  },
  V11: {
    title: 'Prevenar 20 désormais remboursé pour tous les seniors',
    publisher: 'Le Quotidien du Pharmacien',
    date: '2025-10',
    address:
      'https://www.lequotidiendupharmacien.fr/medicament-parapharmacie/medicament/prevenar-20-desormais-rembourse-pour-tous-les-seniors',
  },
  V12: {
    title: 'Grippe saisonnière et Covid-19\u00A0: lancement de la campagne de vaccination 2025-2026',
    publisher: 'ARS Pays de la Loire',
    date: '2025-10-14',
    address:
      'https://www.pays-de-la-loire.ars.sante.fr/grippe-saisonniere-et-covid-19-lancement-de-la-campagne-de-vaccination-2025-2026',
  },
  V13: {
    title:
      'Vaccination contre la grippe et la Covid-19\u00A0: la campagne 2025-2026\u00A0; Campagne 2025-2026 de prévention des infections à VRS',
    publisher: 'VIDAL',
    date: '2025',
    address: 'https://www.vidal.fr/actualites/',
  },
  V14: {
    title: 'Campagne vaccination grippe-Covid 2025 (délais rappelés par l’Assurance Maladie)',
    publisher: 'upday',
    date: '2025-10-14',
    address: 'https://www.upday.com/fr/',
  },
  V15: {
    title: 'Avis HAS du 22 juillet 2024 sur la coqueluche, tableau de synthèse',
    publisher: 'CPTS Montpellier Nord GPSL, d’après HAS',
    date: '2024',
    address: 'https://www.cptsmontpelliernordgpsl.org/actualites/20',
  },
  V16: {
    title: 'Avis relatif à la stratégie vaccinale contre la coqueluche chez l’adulte',
    publisher: 'Haut Conseil de la santé publique',
    date: '2014-02-20',
    address: 'https://www.hcsp.fr/explore.cgi/avisrapportsdomaine?clefr=410',
  },
  V17: {
    title: 'L’âge adulte\u00A0; La transition entre ancien et nouveau calendrier vaccinal',
    publisher: 'Le Quotidien du Médecin (FMC), d’après le calendrier vaccinal',
    date: '2013-2014 et suivants',
    address: 'https://www.lequotidiendumedecin.fr/fmc-recos/lage-adulte',
  },
  V18: {
    title: 'Loi de financement de la sécurité sociale 2026\u00A0: focus vaccinations',
    publisher: 'AFPA (Association française de pédiatrie ambulatoire), d’après JO du 31 décembre 2025',
    date: '2025-12',
    address: 'https://afpa.org/recommandation/loi-de-financement-de-la-securite-sociale-2026',
  },
  V19: {
    title: 'Prévention de la bronchiolite à VRS\u00A0: mise à jour',
    publisher: 'RP2S (réseau périnatal)',
    date: '2025-09',
    address: 'https://www.rp2s.fr/prevention-de-la-bronchiolite-a-vrs',
  },
  V20: {
    title: 'Calendrier vaccinal, quoi de neuf docteur\u00A0?',
    publisher: 'Viva Magazine',
    date: '2025-09-09',
    address: 'https://www.vivamagazine.fr/calendrier-vaccinal-quoi-de-neuf-docteur/',
  },
  V21: {
    title: 'Tableau synthétique – Calendrier vaccinal 2026 en France',
    publisher: 'ELSAN',
    date: '2026',
    address:
      'https://www.elsan.care/fr/nos-actualites/calendrier-vaccinal-2026-vaccins-obligatoires-et-recommandes-par-age',
  },
  V22: {
    title: 'Calendrier vaccinal 2025 et seniors (VRS 75 ans et plus, 65-74 ans à risque)',
    publisher: 'Pharmacie Michaille / Géroscopie, d’après le calendrier 2025',
    date: '2025',
    address:
      'https://www.geroscopie.fr/le-calendrier-vaccinal-chez-la-personne-agee-en-france-en-2025-idm-29-ids-33550',
  },
  V23: {
    title: 'Vaccination antipneumococcique des adultes à risque (stratégie HAS de juillet 2023)',
    publisher: 'CPTS Saint-Denis, d’après HAS',
    date: '2024',
    address: 'https://cpts-saintdenis.fr/?p=9483',
  },
  V24: {
    title: 'Résumé des caractéristiques du produit et calendrier vaccinal',
    publisher: 'connaissance générale du calendrier publié et des notices, à relire',
  },
  LAW: {
    title: 'Article L.3111-2 du code de la santé publique\u00A0; décret n° 2024-694 du 5 juillet 2024\u00A0; LFSS 2026',
    publisher: 'République française',
    date: 'JO du 31 décembre 2025 pour la LFSS 2026',
  },
  PROJECT: { title: 'Choix du logiciel, modifiable par le cabinet' },
} as const satisfies Record<string, Citation>;

export type VaccinationSource = keyof typeof VACCINATION_SOURCES;

/** The citations of these keys. */
export function cite([first, ...others]: readonly [VaccinationSource, ...VaccinationSource[]]): Citations {
  return [VACCINATION_SOURCES[first], ...others.map((key) => VACCINATION_SOURCES[key])];
}
