export * from './backup';
export * from './restore-talk';
