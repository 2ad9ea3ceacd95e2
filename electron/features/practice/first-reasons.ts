/** Reasons a new practice starts with; durations of intake-and-identity.md §7.1, all editable. */
export const firstReasons = [
  ['Consultation de suivi', 'Suivi', 'CS', 15, 10],
  ['Renouvellement', 'Renouvellement', 'REN', 20, 15],
  ['Suivi ALD', 'Suivi ALD', 'ALD', 20, 15],
  ['Première consultation', 'Premier rdv', '1ER', 30, 15],
  ['Enfant, examen obligatoire', 'Examen enfant', 'ENF', 30, 10],
  ['Mon bilan prévention', 'Bilan prévention', 'PRÉV', 30, 10],
  ['Urgence du jour', 'Urgence', 'URG', 15, 5],
  ['Vaccination', 'Vaccination', 'VAC', 10, 5],
  ['Acte technique', 'Acte', 'ACTE', 20, 10],
] as const;
