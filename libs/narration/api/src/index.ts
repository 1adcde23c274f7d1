export * from './fact-sheet';
export * from './realiser/realise';
