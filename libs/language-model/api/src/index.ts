export * from './bundled-model';
export { headDigest, headProbabilities, headSchema, type Head } from './heads/head';
export { NO_HEADS, readHeads, type Heads } from './heads/model-heads';
export * from './language-model';
export * from './language-model.errors';
export { LanguageModelModule, type LanguageModelOptions } from './language-model.module';
export * from './role-prompts';
export { verifyWeights, type WeightsCheck, type WeightsProgress } from './weights-check';
