import type { Citation } from '../../kernel/index.ts';

const AMELI = 'Assurance Maladie (ameli.fr)';
const QUOTIDIEN = 'Le Quotidien du médecin';
const CCN = 'CCN cabinets médicaux';
const FMF = 'Fédération des médecins de France';

/**
 * Every text the aid rules were read in, by the number of the register of sources. Most of them relay ameli.fr, and
 * many could be read only in their opening part: see README.md. S58 was withdrawn from the register.
 */
export const SOURCES = {
  S01: {
    title: 'Assistant médical\u00A0: découvrez ce nouveau métier (V. Vertus)',
    publisher: 'Article de presse',
    date: '2019',
  },
  S02: {
    title: 'L’assistant médical (dépliant)',
    publisher: 'CPTS de Briey',
    date: 'après mai 2023',
    address: 'https://www.cpts-briey.fr/fr/l-assistant-medical.html',
  },
  S03: {
    title: 'Arrêté du 7 novembre 2019 relatif à l’exercice de l’activité d’assistant médical',
    publisher: 'Journal officiel',
    date: '13 novembre 2019',
    address: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000039364029',
  },
  S04: {
    title: 'Des assistants médicaux pour retrouver du temps médical',
    publisher: AMELI,
    date: '21 juin 2019',
    address: 'https://www.ameli.fr/medecin/actualites/des-assistants-medicaux-pour-retrouver-du-temps-medical',
  },
  S05: {
    title: 'Convention du 25 août 2016 modifiée, sous-titre I bis',
    article: 'articles 9-1 et suivants',
    publisher: 'Juriblio',
    address:
      'https://juriblio.fr/arretes/arrete-du-20-octobre-2016/167503336/annexe/convention-nationale-organisant-les-rapports-entre-les-medecins-liberaux-et-l-assurance-maladie-signee-le-25-aout-2016/titre-1/sous-titre-i-bis',
  },
  S06: {
    title: 'Arrêté du 14 août 2019 approuvant l’avenant 7, contrat type',
    article: 'annexe 34',
    publisher: 'Tricoteuses',
    date: '20 août 2019',
    address: 'https://legal.tricoteuses.fr/articles/JORFARTI000038934456',
  },
  S07: {
    title: 'Assistant médical - Les critères d’éligibilité',
    publisher: 'CSMF',
    date: '2019',
    address: 'http://www.csmf.org/assistant-medical-les-criteres-deligibilite',
  },
  S08: {
    title: 'Assistant médical - Les contreparties pour le médecin',
    publisher: 'CSMF',
    date: '2019',
    address: 'http://www.csmf.org/assistant-medical-les-contreparties-pour-le-medecin',
  },
  S09: {
    title: 'Entretien avec L. Duquesnel',
    publisher: 'Les Généralistes-CSMF',
    date: '15 mai 2019',
    address:
      'https://lesgeneralistes-csmf.fr/2019/05/15/la-negociation-sur-les-assistants-medicaux-peut-etre-consideree-comme-un-echec/',
  },
  S10: {
    title: 'Assistants médicaux\u00A0: où en est…',
    publisher: 'Egora',
    date: 'janvier 2021',
    address: 'https://v2-dev.egora.fr/actus-pro/conditions-dexercice/assistants-medicaux-ou-en-est',
  },
  S11: {
    title: 'Bulletin Médecins no 74',
    publisher: 'Ordre national des médecins',
    date: 'juillet-août 2021',
    address: 'https://ecatalogue-access.com/ordre-national-des-medecins/74/d/29-Ordre-national-des-medecins-n74.html',
  },
  S12: {
    title: 'Assistants médicaux, mode d’emploi',
    publisher: 'ReAGJIR',
    date: '5 juillet 2019',
    address: 'https://www.reagjir.fr/blog/2019/07/05/assistants-medicaux-mode-demploi/',
  },
  S13: {
    title: 'Assistants médicaux\u00A0: 75\u00A0% des jeunes médecins ne croient pas au dispositif',
    publisher: 'remede.org',
    date: '2019',
    address:
      'http://www.remede.org/documents/assistants-medicaux-75-des-jeunes-medecins-ne-croient-pas-au-dispositif.html',
  },
  S14: {
    title: 'Assistants médicaux\u00A0: l’aide financière à l’embauche de l’Assurance maladie',
    publisher: 'Biopsii',
    address: 'https://biopsii.com/assistants-medicaux-laide-financiere-a-lembauche-de-lassurance-maladie',
  },
  S15: {
    title: 'L’aide à l’embauche d’assistants médicaux',
    publisher: 'PAPS PACA',
    date: '2 mai 2024',
    address: 'https://paca.paps.sante.fr/lembauche-15',
  },
  S16: {
    title: 'Bénéficier d’un assistant médical\u00A0: les démarches selon votre situation, parties 1 et 2',
    publisher: 'Medscape France',
    date: '2020',
    address: 'https://francais.medscape.com/voirarticle/3606197 ; https://francais.medscape.com/voirarticle/3606202',
  },
  S17: {
    title: 'Règlement arbitral\u00A0: les mesures en vigueur dès le mois de mai 2023',
    publisher: AMELI,
    date: '2023',
    address:
      'https://www.ameli.fr/medecin/actualites/reglement-arbitral-les-mesures-en-vigueur-des-le-mois-de-mai-2023',
  },
  S18: {
    title: 'Aide à l’emploi d’assistants médicaux',
    publisher: 'JHP',
    date: '7 août 2023',
    address: 'https://www.jhp.fr/mag-expert/aide-a-lemploi-dassistants-medicaux-dans-les-cabinets-liberaux',
  },
  S19: {
    title: 'Assistants médicaux\u00A0: le texte du règlement arbitral de 2023',
    publisher: 'Acoorde',
    date: '2023',
    address: 'https://www.acoorde.fr/documents/lecture-du-texte-de-lavenant-n7/',
  },
  S20: {
    title: 'L’assistant médical du médecin généraliste (J.-B. Fron)',
    publisher: 'RecoMédicales',
    date: 'versions du 17 novembre 2022, 1er juin 2023, 20 décembre 2024 et 26 janvier 2025',
    address: 'https://recomedicales.fr/cabinet/assistant-medical/',
  },
  S21: {
    title: 'Assistants médicaux et RA\u00A0: la FMF avait prévenu\u00A0!',
    publisher: FMF,
    date: '2024',
    address: 'https://www.fmfpro.org/assistants-medicaux-et-apa-la-fmf-avait-prevenu/',
  },
  S22: {
    title: 'Les effets paradoxaux des objectifs des contrats assistants médicaux',
    publisher: FMF,
    address: 'https://www.fmfpro.org/les-effets-paradoxaux-des-objectifs-des-contrats-assistants-medicaux/',
  },
  S23: {
    title: 'Aide à l’emploi d’un assistant médical\u00A0: ce qui change dès juin 2024',
    publisher: AMELI,
    date: '27 juin 2024',
    address: 'https://www.ameli.fr/medecin/actualites/aide-l-emploi-d-un-assistant-medical-ce-qui-change-des-juin-2024',
  },
  S24: {
    title: 'Revalorisation et assouplissement du dispositif d’aide à l’emploi d’un assistant médical',
    publisher: AMELI,
    date: '28 novembre 2024',
    address:
      'https://www.ameli.fr/medecin/textes-reference/convention-medicale-2024-2029/grands-axes-convention-detail/mesures-fortes-acces-soins/revalorisation-dispositif-aide-emploi-assistant-medical',
  },
  S25: {
    title: 'Actualité sur l’aide à l’emploi d’un assistant médical',
    publisher: 'Agipi',
    date: 'mi-2024',
    address: 'https://agipi.com/?p=11681',
  },
  S26: {
    title: 'Simulateur «\u00A0aide à l’emploi d’un assistant médical\u00A0»',
    publisher: AMELI,
    date: 'après juin 2024',
    address: 'https://www.ameli.fr/medecin/aide-emploi-assistant-medical',
  },
  S27: {
    title: 'Modalités générales du dispositif d’aide à l’emploi d’un assistant médical',
    publisher: AMELI,
    date: 'après juin 2024',
    address:
      'https://www.ameli.fr/exercice-coordonne/exercice-professionnel/organisations-d-exercice-coordonne/aide-l-emploi-d-assistants-medicaux-dans-les-cabinets/modalites-generales-du-dispositif-d-aide-l-emploi-d-un-assistant-medical',
  },
  S28: {
    title: 'Questions/réponses sur l’emploi d’un assistant médical',
    publisher: AMELI,
    date: '2024',
    address:
      'https://www.ameli.fr/exercice-coordonne/exercice-professionnel/organisations-d-exercice-coordonne/aide-l-emploi-d-assistants-medicaux-dans-les-cabinets/questions-reponses-emploi-assistant-medical',
  },
  S29: {
    title: 'Le b.a.-ba de l’emploi d’un assistant médical',
    publisher: QUOTIDIEN,
    date: '2024 ou 2025',
    address:
      'https://pediatrie.lequotidiendumedecin.fr/jeunes-medecins/installation/le-ba-ba-de-lemploi-dun-assistant-medical',
  },
  S30: {
    title: 'Couacs autour des aides à l’emploi des assistants médicaux',
    publisher: QUOTIDIEN,
    date: '3 avril 2025',
    address:
      'https://rhumatologie.lequotidiendumedecin.fr/liberal-soins-de-ville/exercice/cest-de-la-maltraitance-couacs-autour-des-aides-lemploi-des-assistants-medicaux-selon-les-syndicats',
  },
  S31: {
    title: 'Lettre hebdomadaire no 1006',
    publisher: 'Les Généralistes-CSMF',
    date: '2 avril 2025',
    address: 'https://lesgeneralistes-csmf.fr/2025/04/02/lettre-hebdo-1006-du-02-04-2025/',
  },
  S32: {
    title: 'assistants-medicaux.org, questions fréquentes et actualités (URPS médecins libéraux et CPAM)',
    publisher: 'assistants-medicaux.org',
    date: 'du 1er janvier 2024 au 26 février 2025',
    address:
      'https://assistants-medicaux.org/category/faq/mon-role-en-tant-quemployeur ; https://www.assistants-medicaux.org/category/actualites ; https://assistants-medicaux.org/author/assistant/page/3 ; https://assistants-medicaux.org/author/communication ; https://assistants-medicaux.org/?p=189 ; https://assistants-medicaux.org/category/faq/le-metier-dassistant-medical',
  },
  S33: {
    title: 'L’aide à l’emploi d’assistants médicaux dans les cabinets libéraux',
    publisher: AMELI,
    date: 'vers 2023',
    address:
      'https://www.ameli.fr/exercice-coordonne/exercice-professionnel/organisation-d-exercice-coordonne/aide-embauche-assistants-medicaux',
  },
  S34: {
    title: 'Les assistants médicaux',
    publisher: 'CPTS Val d’Allier Sud',
    address: 'http://cptsvaldalliersud.fr/les-assistants-medicaux/',
  },
  S35: {
    title: 'L’aide à l’emploi d’assistants médicaux',
    publisher: 'CPTS d’Issy',
    address: 'https://www.cpts-issy.fr/fr/actualites/laide-a-lemploi-dassistants-medicaux-dans-les-cabinets-liberaux',
  },
  S36: {
    title: 'Aide collective assistant médical (cite une page d’ameli.fr non lue)',
    publisher: 'Mesdocs, groupement d’employeurs',
    date: '2026',
    address: 'https://assistants-medicaux.com/aide-collective-assistant-medical',
  },
  S37: {
    title: 'Dispositif assistant médical CPAM\u00A0; Devenir assistant médical',
    publisher: 'Mesdocs, groupement d’employeurs',
    date: '2026',
    address:
      'https://www.assistants-medicaux.com/dispositif-cpam ; https://assistants-medicaux.com/devenir-assistant-medical',
  },
  S38: {
    title: 'Assistants médicaux (RNCP 36358)',
    publisher: CCN,
    address: 'https://ccn-cabinets-medicaux.fr/assistants-medicaux',
  },
  S39: {
    title: 'CQP assistant médical RNCP 40913',
    publisher: CCN,
    date: '2025',
    address: 'https://ccn-cabinets-medicaux.fr/cqp-assistant-medical-rncp-40913',
  },
  S40: {
    title: 'Comment préparer votre VAE',
    publisher: CCN,
    address: 'https://ccn-cabinets-medicaux.fr/comment-preparer-votre-vae',
  },
  S41: {
    title: 'RNCP 40913',
    publisher: 'France compétences',
    date: '2025',
    address: 'https://www.francecompetences.fr/recherche/rncp/40913',
  },
  S42: {
    title: 'Compte rendu de la mission «\u00A0flash\u00A0» de l’IGAS',
    publisher: 'Medscape France',
    date: '2023',
    address: 'https://francais.medscape.com/voirarticle/3610367',
  },
  S43: {
    title: 'CQP assistant médical',
    publisher: 'IFSEC OI',
    address: 'https://ifsecoi.org/cqp-assistant-medical',
  },
  S44: {
    title: 'Entretien avec YSchools',
    publisher: 'Ophtalink',
    address: 'https://ophtalink.com/toutes-les-questions-que-vous-vous-posez-sur-les-assistants-medicaux.html',
  },
  S45: {
    title: 'Assistants médicaux, MSP, CPTS, médicobus\u00A0: où en est-on\u00A0?',
    publisher: 'What’s up Doc',
    date: '2024',
    address: 'https://www.whatsupdoc-lemag.fr/article/assistants-medicaux-msp-cpts-medicobus-en-est-ou?page=6',
  },
  S46: {
    title: 'Jeu de données «\u00A0aide à l’emploi d’un assistant médical\u00A0»',
    publisher: 'Assurance Maladie, data.gouv.fr',
    address:
      'https://www.data.gouv.fr/datasets/acces-aux-soins-dispositif-daide-a-lemploi-dun-assistant-medical-par-territoire-departement-region-par-annee/',
  },
  S47: {
    title: 'Assistants médicaux\u00A0: les modalités de recrutement (centres de santé)',
    publisher: 'FNCS',
    address: 'https://www.fncs.org/assistants-medicaux-les-modalites-de-recrutement',
  },
  S48: {
    title: 'Le médecin libéral, l’assistant médical et l’assurance maladie',
    publisher: 'Cabinet Marquenet',
    address:
      'https://www.avocat-marquenet.com/le-medecin-liberal--l-assistant-medical-et-l-assurance-maladie_ad86.html',
  },
  S49: {
    title: 'Des assistants médicaux pour retrouver du temps médical',
    publisher: 'CPTS du Val',
    address: 'https://www.cptsduval.fr/des-assistants-medicaux-pour-retrouver-du-temps-medical/',
  },
  S50: {
    title: 'Chiffres du rapport Charges et produits',
    publisher: QUOTIDIEN,
    date: 'juillet 2022 ou 2023',
    address:
      'https://infectiologie.lequotidiendumedecin.fr/liberal-soins-de-ville/assurance-maladie/prescriptions-741-165-euros-de-remboursement-moyen-par-generaliste-en-2021',
  },
  S51: {
    title: 'Nouvelle grille des salaires des personnels de cabinets médicaux',
    publisher: FMF,
    date: '2019',
    address: 'https://fmfpro.org/nouvelle-grille-des-salaires-des-personnels-de-cabinets-medicaux-avenant',
  },
  S52: {
    title: 'C’est assez intense\u00A0: reportage dans un centre de formation des assistants médicaux',
    publisher: 'Egora',
    date: '2024',
    address:
      'https://www.egora.fr/actus-pro/acces-aux-soins/cest-assez-intense-reportage-dans-un-centre-de-formation-des-assistants',
  },
  S53: {
    title: 'Assistants médicaux\u00A0: les dispositions définitives et officielles',
    publisher: 'What’s up Doc',
    date: 'août 2019',
    address: 'https://www.whatsupdoc-lemag.fr/article/assistants-medicaux-les-dispositions-definitives-et-officielles',
  },
  S54: {
    title: 'Comment fonctionne l’aide à l’embauche des assistants médicaux',
    publisher: 'Crédit Agricole',
    date: 'avant 2023',
    address:
      'https://www.credit-agricole.fr/professionnel/conseils/magazine/tout-un-mag/comment-fonctionne-l-aide-a-l-embauche-des-assistants-medicaux.html',
  },
  S55: {
    title: 'Assistants médicaux\u00A0: un levier pour renforcer l’accès aux soins dans les territoires',
    publisher: AMELI,
    date: '28 octobre 2022',
    address:
      'https://www.ameli.fr/medecin/actualites/assistants-medicaux-un-levier-pour-renforcer-l-acces-aux-soins-dans-les-territoires',
  },
  S56: {
    title: 'Aide à l’emploi d’un assistant médical\u00A0: un bilan à 4 ans encourageant',
    publisher: AMELI,
    date: 'décembre 2024',
    address: 'https://www.ameli.fr/medecin/actualites/aide-l-emploi-d-un-assistant-medical-un-bilan-4-ans-encourageant',
  },
  S57: {
    title: 'Reportage sur l’école du CHEM, Brest',
    publisher: QUOTIDIEN,
    date: '19 novembre 2021',
    address:
      'https://static3.lequotidiendumedecin.fr/liberal/exercice/les-candidats-sont-etonnes-quon-leur-confie-autant-de-choses-brest-lecole-de-formation-prend-ses',
  },
  S59: {
    title: 'Une SISA peut-elle salarier un assistant médical et sous quelles conditions',
    publisher: 'Houdart et associés',
    address: 'https://www.houdart.org/une-sisa-peut-elle-salarier-un-assistant-medical-et-sous-quelles-conditions/',
  },
  S60: {
    title: 'Assistants médicaux en MSP',
    publisher: 'Acoorde',
    address: 'https://www.acoorde.fr/documents/assistants-medicaux-en-msp/',
  },
  S60b: {
    title: 'Formation et certification des assistants médicaux',
    article: 'cite l’article 9-2',
    publisher: 'Acoorde',
    address: 'https://www.acoorde.fr/documents/formation-et-certification-des-assistants-medicaux/',
  },
  S61: {
    title: 'Note sur les 130 premiers contrats',
    publisher: 'Egora',
    date: 'décembre 2019',
    address: 'https://v2-preprod.egora.fr/node/42618',
  },
  S62: {
    title: 'Le règlement arbitral est publié au JO du 30 avril 2023',
    publisher: 'AEF info',
    date: '2023',
    address:
      'https://www.aefinfo.fr/depeche/698399-convention-mg-france-attend-des-negociations-a-venir-un-choc-dattractivite-pour-les-medecins-generalistes-traitants',
  },
  S63: {
    title: 'Les radiologues éligibles sous conditions à l’aide à l’embauche d’assistants médicaux',
    publisher: 'Docteur Imago',
    date: '2019',
    address:
      'https://docteurimago.fr/actualites/socioprofessionnel/les-radiologues-eligibles-sous-conditions-a-laide-a-lembauche-dassistants-medicaux/',
  },
  S64: {
    title: 'Présentation du CQP assistant médical',
    publisher: 'Tech Academy',
    address: 'http://techacademy.fr',
  },
  S65: {
    title: 'Extrait de l’arrêté du 14 août 2019 approuvant l’avenant 7, annexe de thèse',
    article: 'article 9-5-2-2',
    publisher: '123dok',
    address: 'https://123dok.net/article/annexe-extrait-l-approbation-l-avenant.4yr6lmoy',
  },
  /** An answer Prélude gives itself where the sources are silent or can be read two ways. */
  CHOICE: { title: 'Choix de Prélude, dans le silence des sources', publisher: 'Prélude', date: '22 novembre 2026' },
  /** Looked for, not found: the source of a figure that stays unknown when no text even mentions it. */
  NOT_FOUND: {
    title: 'Recherche sans résultat\u00A0: aucun texte lu ne donne ce chiffre',
    publisher: 'Prélude',
    date: '22 novembre 2026',
  },
} as const satisfies Readonly<Record<string, Citation>>;
