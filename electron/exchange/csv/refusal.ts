/** Why a file cannot be imported: one French sentence with the way out. Nothing has been changed. */
export class ImportRefusal extends Error {
  readonly sentence: string;
  constructor(sentence: string) {
    super('file refused');
    this.sentence = sentence;
  }
}
