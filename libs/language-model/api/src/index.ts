export * from './bundled-model';
export { headDigest, headProbabilities, headSchema, withWords, type Head } from './heads/head';
export { WORDS_BY } from './heads/word-features';
export { packFeatures, unpackFeatures } from './heads/packed-features';
export { minimise } from './heads/minimise';
export { softmax } from './heads/softmax';
export { wordDigest } from './heads/word-digest';
export {
  fitHead,
  fitOrigins,
  type FeatureScale,
  type HeadOfOrigins,
  type Pull,
  type TaughtRow,
} from './heads/fit-head';
export { featuresDigest, NO_HEADS, readHeads, type Heads } from './heads/model-heads';
export * from './language-model';
export * from './language-model.errors';
export { LanguageModelModule, type LanguageModelOptions } from './language-model.module';
export * from './role-prompts';
export { verifyWeights, type WeightsCheck, type WeightsProgress } from './weights-check';
