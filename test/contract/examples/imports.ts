import { importFile } from '../../support/imports.ts';
import type { AreaExamples } from '../example.ts';

export const imports: AreaExamples<'imports'> = {
  undo: async ({ doctor }) => ({
    id: (await importFile(doctor, 'Nom de naissance;Prénom;Date de naissance;Sexe\nWEISSE;Odile;04/05/1951;F\n')).id,
  }),
};
