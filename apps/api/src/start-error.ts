/** The product cannot start or go on. The message is the one sentence a person needs: what is wrong and what to do. */
export class StartError extends Error {}
