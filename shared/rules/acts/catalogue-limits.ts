import { act } from './act.ts';

const PROTOCOL = {
  text: 'Seulement sur le protocole du médecin et sa délégation.',
  confidence: 'unverified',
  sources: ['USAGE', 'PROJECT'],
} as const;
const AUTOMATIC_PROTOCOL = { ...PROTOCOL, conditions: ['automatic_device'] } as const;
const NOT_A_TASK = {
  text: 'Des pages la présentent comme une tâche de l’assistant : elles ne sont pas officielles et contredisent les limites du métier.',
  confidence: 'disputed',
  sources: ['S02', 'S33', 'S34'],
} as const;

/** Acts the assistant helps with: the doctor is there, or has delegated in writing. */
export const HELPED_ACTS = {
  HELP_TECHNICAL_ACT: act('technical', 'with_doctor', 'help_technical_act', {
    title: 'Préparer et aider un acte technique',
    text: 'La convention cite la préparation et l’aide aux actes techniques : l’assistant aide, le médecin agit.',
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  ECG: act('technical', 'with_doctor', 'ecg', {
    title: 'Aider à l’électrocardiogramme',
    text: 'Exemple d’aide cité : poser les électrodes d’un appareil automatique, lancer, classer le tracé. Le médecin lit.',
    conditions: ['automatic_device'],
    confidence: 'official',
    sources: ['C2', 'S05'],
  }),
  THROAT_TEST: act('technical', 'with_doctor', 'throat_test', {
    title: 'Test rapide de l’angine',
    text: 'Cité parmi les tests remis par l’assistant ; qui lit le résultat est à fixer par un protocole du médecin.',
    confidence: 'unverified',
    sources: ['C2', 'USAGE'],
  }),
  CAPILLARY_GLUCOSE: act('technical', 'with_doctor', 'capillary_glucose', {
    ...AUTOMATIC_PROTOCOL,
    title: 'Glycémie capillaire',
    text: 'Lecteur automatique et lancette à usage unique, par délégation et sur protocole du médecin.',
    confidence: 'design_choice',
    sources: ['PROJECT', 'USAGE'],
  }),
  URINE_STRIP: act('technical', 'with_doctor', 'urine_strip', { ...PROTOCOL, title: 'Bandelette urinaire' }),
  SPIROMETRY: act('technical', 'with_doctor', 'spirometry', { ...AUTOMATIC_PROTOCOL, title: 'Spirométrie' }),
  PEAK_FLOW: act('technical', 'with_doctor', 'peak_flow', { ...PROTOCOL, title: 'Débit expiratoire de pointe' }),
  VISUAL_ACUITY: act('technical', 'with_doctor', 'visual_acuity', { ...PROTOCOL, title: 'Acuité visuelle' }),
  ANKLE_INDEX: act('technical', 'with_doctor', 'ankle_index', {
    ...AUTOMATIC_PROTOCOL,
    title: 'Index de pression à la cheville',
  }),
  HOLTER: act('technical', 'with_doctor', 'holter', { ...PROTOCOL, title: 'Remettre un holter' }),
  HOME_MONITOR: act('technical', 'with_doctor', 'home_monitor', {
    ...PROTOCOL,
    title: 'Remettre un tensiomètre de domicile',
  }),
  TIMED_WALK: act('technical', 'with_doctor', 'timed_walk', {
    ...PROTOCOL,
    title: 'Test de marche chronométré',
    text: 'Mesuré par l’assistant seulement si le médecin le dit : risque de chute.',
  }),
  RESPIRATORY_RATE: act('preparation', 'with_doctor', 'respiratory_rate', {
    title: 'Compter la fréquence respiratoire',
    text: 'Comptée sur 60 secondes, sans appareil automatique : sur demande du médecin.',
    confidence: 'design_choice',
    sources: ['PROJECT', 'S02'],
  }),
} as const;

/** Acts that are never the assistant's, with what may be prepared instead. */
export const RESERVED_ACTS = {
  AUSCULTATED_PRESSURE: act('doctor', 'never', 'auscultated_pressure', {
    title: 'Mesurer la pression artérielle au stéthoscope',
    text: 'La mesure au stéthoscope revient au médecin quand la valeur électronique est douteuse.',
    prepare: 'Signaler la valeur douteuse au médecin.',
    confidence: 'multiple_secondary',
    sources: ['C5', 'S02'],
  }),
  VACCINATE: act('doctor', 'never', 'vaccinate', {
    ...NOT_A_TASK,
    title: 'Vacciner',
    prepare: 'Préparer le dossier vaccinal et la fiche du vaccin pour la signature du médecin.',
  }),
  DRESSING: act('doctor', 'never', 'dressing', {
    ...NOT_A_TASK,
    title: 'Faire un pansement',
    prepare: 'Préparer la demande de soins infirmiers pour la signature du médecin.',
  }),
  SICK_LEAVE: act('doctor', 'never', 'sick_leave', {
    ...NOT_A_TASK,
    title: 'Prescrire un arrêt de travail',
    prepare: 'Préparer l’arrêt de travail pour la signature du médecin.',
  }),
  TRANSPORT_PRESCRIPTION: act('doctor', 'never', 'transport_prescription', {
    ...NOT_A_TASK,
    title: 'Prescrire un transport',
    prepare: 'Préparer le bon de transport pour la signature du médecin.',
  }),
  PRESCRIBE: act('doctor', 'never', 'prescribe', {
    title: 'Prescrire un médicament, un examen ou une dose',
    text: 'L’assistant n’est pas un professionnel de santé : il ne prescrit rien.',
    prepare: 'Préparer la demande pour la signature du médecin.',
    confidence: 'multiple_secondary',
    sources: ['S02', 'S33', 'S34'],
  }),
  INVASIVE_ACT: act('doctor', 'never', 'invasive_act', {
    title: 'Piquer, injecter, prélever',
    text: 'Aucun acte invasif, selon un organisme de formation.',
    prepare: 'Préparer le matériel pour le médecin.',
    confidence: 'single_source',
    sources: ['S57'],
  }),
  NAME_DISEASE: act('doctor', 'never', 'name_disease', {
    title: 'Nommer une affection ou interpréter un résultat',
    text: 'L’assistant transmet la mesure ; le médecin conclut.',
    prepare: 'Transmettre la mesure au médecin avec une alerte.',
    confidence: 'single_source',
    sources: ['S57'],
  }),
  PREVENTION_VISIT: act('doctor', 'never', 'prevention_visit', {
    title: 'Mener l’entretien de « Mon bilan prévention »',
    text: 'Mené par un médecin, une sage-femme, un infirmier ou un pharmacien volontaire.',
    prepare: 'Remettre le questionnaire de l’âge et préparer le bilan.',
    confidence: 'multiple_secondary',
    sources: ['C18'],
  }),
  SENSITIVE_QUESTIONS: act('doctor', 'never', 'sensitive_questions', {
    title: 'Interroger sur la santé sexuelle ou les violences',
    text: 'Seul le médecin ouvre ces deux sujets.',
    prepare: 'Laisser le sujet au médecin.',
    confidence: 'unverified',
    sources: ['USAGE'],
  }),
  REPLACE_PROFESSION: act('doctor', 'never', 'replace_profession', {
    title: 'Remplacer une autre profession de santé',
    text: 'Le poste ne se substitue à aucune autre profession de santé.',
    confidence: 'multiple_secondary',
    sources: ['S02', 'S19', 'S60'],
  }),
} as const;
