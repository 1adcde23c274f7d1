export * from './bundled-model';
export * from './language-model';
export * from './language-model.errors';
export { LanguageModelModule, type LanguageModelOptions } from './language-model.module';
export * from './role-prompts';
export { verifyWeights, type WeightsCheck, type WeightsProgress } from './weights-check';
