import type { Client } from './practice.ts';
import { key } from './practice.ts';

export type TypedFields = Parameters<Client['patients']['create']>[0]['fields'];

/** An invented person, complete; what differs is given. Born in Briey (54099). */
export const aubry: TypedFields = {
  birthName: 'Aubry',
  firstGivenName: 'Camille',
  sex: 'F',
  birthDay: '14/06/1999',
  birthPlaceCode: '54099',
  phoneMobile: '06 00 00 77 10',
};

/** Opens a file as the form does, without document. */
export const openFile = (
  client: Client,
  fields: TypedFields = {},
  more: { notSame?: { patientId: string; reason: string }[] } = {},
) =>
  client.patients.create({
    ...key(),
    fields: { ...aubry, ...fields },
    document: null,
    notSame: more.notSame ?? [],
    draftId: null,
  });
