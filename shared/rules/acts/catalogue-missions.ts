import { act } from './act.ts';

const CONFIRMED = { confidence: 'multiple_secondary', sources: ['S05', 'S01', 'S02'] } as const;
const MEASURE = {
  text: 'La convention cite les mesures parmi les missions. Appareil entièrement automatique seulement.',
  conditions: ['automatic_device'],
  confidence: 'multiple_secondary',
  sources: ['S05', 'S02', 'S33', 'S34'],
} as const;
const NAMED_MEASURE = {
  text: 'La convention cite le poids et la taille parmi les mesures confiées à l’assistant.',
  ...CONFIRMED,
} as const;
const OTHER_MEASURE = {
  text: 'Mesure au ruban ou question posée au patient : comptée parmi les mesures confiées à l’assistant.',
  confidence: 'unverified',
  sources: ['USAGE', 'S05'],
} as const;
const ORGANISATION = {
  text: 'Mission d’organisation et de coordination citée par la convention.',
  ...CONFIRMED,
} as const;
const ADMINISTRATIVE = {
  text: 'Mission administrative citée par la convention, sans lien direct avec le soin.',
  ...CONFIRMED,
} as const;

/** Missions of the convention; the list is indicative, the doctor chooses. */
export const MISSION_ACTS = {
  RECEIVE_PATIENT: act('reception', 'own', 'receive_patient', { title: 'Accueillir le patient', ...ADMINISTRATIVE }),
  KEEP_FILE: act('reception', 'own', 'keep_file', {
    title: 'Ouvrir et tenir le dossier informatique',
    ...ADMINISTRATIVE,
  }),
  RECORD_INFORMATION: act('reception', 'own', 'record_information', {
    title: 'Recueillir et noter les informations administratives et médicales',
    ...ADMINISTRATIVE,
  }),
  BILLING_SUPPORT: act('reception', 'own', 'billing_support', { title: 'Aider à la facturation', ...ADMINISTRATIVE }),
  TELEMEDICINE: act('reception', 'own', 'telemedicine', {
    title: 'Mettre en place la télémédecine au cabinet',
    ...ADMINISTRATIVE,
  }),
  HELP_UNDRESS: act('preparation', 'own', 'help_undress', {
    title: 'Aider à se déshabiller et à se rhabiller',
    text: 'Aide citée par la convention dans la préparation de la consultation.',
    ...CONFIRMED,
  }),
  BLOOD_PRESSURE: act('preparation', 'own', 'blood_pressure', {
    ...MEASURE,
    title: 'Mesurer la pression artérielle',
    prepare: 'Installer le patient et laisser la mesure au médecin.',
  }),
  HEART_RATE: act('preparation', 'own', 'heart_rate', { ...MEASURE, title: 'Mesurer la fréquence cardiaque' }),
  TEMPERATURE: act('preparation', 'own', 'temperature', { ...MEASURE, title: 'Mesurer la température' }),
  OXYGEN_SATURATION: act('preparation', 'own', 'oxygen_saturation', { ...MEASURE, title: 'Mesurer la saturation' }),
  WEIGHT: act('preparation', 'own', 'weight', { ...NAMED_MEASURE, title: 'Peser' }),
  HEIGHT: act('preparation', 'own', 'height', { ...NAMED_MEASURE, title: 'Mesurer la taille' }),
  WAIST: act('preparation', 'own', 'waist', { ...OTHER_MEASURE, title: 'Mesurer le tour de taille' }),
  HEAD_CIRCUMFERENCE: act('preparation', 'own', 'head_circumference', {
    ...OTHER_MEASURE,
    title: 'Mesurer le périmètre crânien',
  }),
  PAIN: act('preparation', 'own', 'pain', { ...OTHER_MEASURE, title: 'Noter la douleur de 0 à 10' }),
  SCREENING_STATUS: act('preparation', 'own', 'screening_status', {
    title: 'Mettre à jour les dépistages, avec alerte au médecin',
    text: 'Mise à jour du dossier citée par la convention, avec alerte au médecin.',
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  VACCINATION_STATUS: act('preparation', 'own', 'vaccination_status', {
    title: 'Mettre à jour le statut vaccinal, avec alerte au médecin',
    text: 'Mise à jour du dossier citée par la convention, avec alerte au médecin.',
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  LIFESTYLE: act('preparation', 'own', 'lifestyle', {
    title: 'Recueillir les modes de vie, avec alerte au médecin',
    text: 'Mode de vie cité par la convention ; le résultat d’un questionnaire est à interpréter par le médecin.',
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  HAND_OVER_TEST: act('preparation', 'own', 'hand_over_test', {
    title: 'Remettre un test au patient',
    text: 'Remise de tests citée par la convention.',
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  COLORECTAL_KIT: act('preparation', 'own', 'colorectal_kit', {
    title: 'Remettre un kit de dépistage colorectal',
    text: 'Remise de kits citée par la convention, après les questions préalables ; une réponse positive va au médecin.',
    conditions: ['kit_questions'],
    prepare: 'Garder le kit et transmettre la réponse au médecin.',
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  AGE_QUESTIONNAIRE: act('preparation', 'own', 'age_questionnaire', {
    title: 'Remettre le questionnaire de « Mon bilan prévention »',
    text: 'L’assistant peut remettre le questionnaire de l’âge et préparer le bilan.',
    confidence: 'multiple_secondary',
    sources: ['C18'],
  }),
  EQUIPMENT_LIST: act('technical', 'own', 'equipment_list', {
    title: 'Tenir la liste des appareils et de leurs contrôles',
    text: 'Tenue du matériel : numéro de série, dernier contrôle, prochain contrôle.',
    confidence: 'unverified',
    sources: ['USAGE'],
  }),
  SPECIALIST_APPOINTMENT: act('coordination', 'own', 'specialist_appointment', {
    title: 'Prendre rendez-vous chez un spécialiste',
    ...ORGANISATION,
  }),
  HOSPITAL_ADMISSION: act('coordination', 'own', 'hospital_admission', {
    title: 'Organiser une admission à l’hôpital',
    ...ORGANISATION,
  }),
  LINK_PROFESSIONALS: act('coordination', 'own', 'link_professionals', {
    title: 'Faire le lien avec infirmiers, kinésithérapeutes, sages-femmes',
    ...ORGANISATION,
  }),
  FEED_SHARED_RECORD: act('coordination', 'own', 'feed_shared_record', {
    title: 'Alimenter le DMP et le volet de synthèse médicale',
    text: 'Tâche citée par une seule source. Prélude n’écrit jamais dans le DMP.',
    confidence: 'single_source',
    sources: ['S32'],
  }),
} as const;
