/**
 * Frequent names of France, most frequent first: common words of the language, of nobody in particular.
 * Weights fall with the rank, so that homonyms appear as they do in a real practice.
 */
export const surnames = `
Martin Bernard Petit Thomas Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand Morel
Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer Garnier
Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand
Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet Gaillard Barbier
Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine Renaud Dumas Lacroix
Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume Lecomte Lopez Jean Dupuy Guillot Hubert
Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez Boucher Fleury Royer Klein Jacquet Adam Paris Poirier
Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard Baron Bertin Bailly Hervé Schneider Fernandez Le-Gall Collet
Léger Bouvier Julien Prévost Millet Perrot Daniel Le-Roux Cousin Germain Breton Besson Langlois Rémy Le-Goff Pelletier Lévêque
Perrier Leblanc Barré Lebrun Marchal Weber Mallet Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin
Poulain Tessier Chevallier Collin Chauvin Da-Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret
Barthélemy Cordier Pichon Lejeune Gilbert Lamy Delaunay Pasquier Carlier Laporte Benali Haddad Nguyen Traoré Diallo D’Angelo
D’Hondt Ben-Salah Kowalski Nowak Ferreira Da-Costa Rossi Bianchi Yilmaz Kaya Popescu`;

/** By generation: births up to that year (inclusive), women then men. */
export const givenNames: readonly { until: number; F: string; M: string }[] = [
  {
    until: 1944,
    F: 'Marie Jeanne Simone Denise Paulette Yvonne Madeleine Marcelle Jacqueline Suzanne Lucienne Odette Germaine Andrée Ginette Marie-Thérèse Huguette Renée Thérèse Raymonde Georgette Louise',
    M: 'Jean André Pierre René Roger Marcel Robert Maurice Georges Louis Raymond Henri Lucien Gaston Fernand Émile Albert Joseph Paul Marius Léon Jacques',
  },
  {
    until: 1959,
    F: 'Monique Françoise Nicole Michèle Christiane Annie Jacqueline Marie-Claude Danielle Chantal Josiane Colette Martine Bernadette Éliane Brigitte Marie-France Claudine Évelyne Jocelyne Arlette Anne-Marie',
    M: 'Jean Michel Claude Jean-Claude Bernard Gérard Daniel Jacques Alain Christian Jean-Pierre Guy Serge Francis Roland Gilbert Yves Jean-Louis Jean-Marie Patrick Marc Gilles',
  },
  {
    until: 1974,
    F: 'Sylvie Catherine Nathalie Isabelle Véronique Christine Valérie Corinne Patricia Sandrine Laurence Florence Pascale Dominique Anne Karine Béatrice Muriel Fabienne Sophie Agnès Stéphanie',
    M: 'Philippe Thierry Éric Pascal Laurent Christophe Frédéric Bruno Didier Olivier Stéphane Hervé Franck Denis Dominique Marc Vincent François Jean-Marc Emmanuel Xavier Karim',
  },
  {
    until: 1989,
    F: 'Céline Aurélie Stéphanie Émilie Virginie Élodie Julie Sandrine Delphine Audrey Laetitia Jennifer Amélie Caroline Sabrina Vanessa Nadia Mélanie Claire Hélène Marie Samira',
    M: 'Nicolas Julien Sébastien Guillaume David Cédric Jérôme Mickaël Mathieu Ludovic Romain Arnaud Grégory Benoît Fabien Anthony Jonathan Thomas Rachid Alexandre Damien Yann',
  },
  {
    until: 2004,
    F: 'Laura Manon Marine Camille Léa Pauline Marion Mathilde Chloé Sarah Lucie Justine Océane Anaïs Morgane Emma Inès Clara Margaux Mélissa Charlotte Noémie',
    M: 'Thomas Kévin Alexandre Quentin Maxime Lucas Théo Hugo Florian Antoine Valentin Clément Romain Dylan Nathan Enzo Mathis Bastien Corentin Mehdi Léo Tristan',
  },
  {
    until: 9999,
    F: 'Emma Jade Louise Alice Lina Chloé Léa Rose Anna Mila Inès Ambre Julia Agathe Zoé Romane Juliette Lou Nina Lola Éléna Sofia',
    M: 'Gabriel Léo Raphaël Louis Jules Adam Lucas Hugo Arthur Maël Liam Nathan Noah Ethan Sacha Tom Paul Nolan Gabin Aaron Malo Yanis',
  },
];

/** Streets: their numbers are drawn, nobody lives there. */
export const streets = `
rue des Tilleuls|rue de la Fontaine|avenue de la Gare|rue du Moulin|place de l’Église|rue des Jardins|chemin des Vignes|rue des Mésanges
impasse du Lavoir|rue de la Libération|allée des Bouleaux|rue du Stade|route de la Forêt|rue des Écoles|cité des Mineurs|rue du Vieux Puits`;

/** Communes where people live, then where they were born: INSEE codes, most frequent first. */
export const homeCommunes = '54099 54280 54263 54535 57672 54580 54323 54028 55181 57306'.split(' ');
export const birthCommunes =
  '54099 54395 57463 57672 54323 55545 54280 57306 88160 51454 54528 57227 54329 55029 67482 68224 59350 75056 69123 13055 08105 52448 21231 33063 35238 44109 31555 76540 62041 80021'.split(
    ' ',
  );
export const birthCountries = '99352 99350 99139 99127 99351 99208 99122 99109 99131 99341'.split(' ');
