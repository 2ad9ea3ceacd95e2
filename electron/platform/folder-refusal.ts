/** Why a data folder cannot be used, in one French sentence with the way out. */
export class FolderRefusal extends Error {}
