/** Why bytes cannot be written on: for a person, without the name of the file. */
export class WriteError extends Error {}
