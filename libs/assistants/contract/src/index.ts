export * from './documents/document';
export * from './named-problem';
export * from './promises';
export * from './reply-flaws';
export * from './support-draft';
export * from './triage';
export * from './try';
