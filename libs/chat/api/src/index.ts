export * from './chat.module';
export { runQuestionFitting } from './question/learned/fit-questions';
